package org.milesbot.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.milesbot.api.job.JobContext;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.api.testing.TestingPluginContext;
import org.milesbot.cli.config.PluginSettings;

/** Jobs, commands and migrations of plug-ins that misbehave. */
class GuardedWorkTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final TimeLimits SHORT = new TimeLimits(Duration.ofSeconds(20), Duration.ofMillis(200));

    @TempDir
    private Path temporary;

    private interface Asking {
        void ask(LoadedPlugin plugin);
    }

    private PluginException failure(String members, Asking asking) throws IOException {
        new PluginDirectory(temporary).add("stranger", "stranger", members);
        return failure(asking);
    }

    private PluginException failure(Asking asking) {
        PluginSettings settings = new PluginSettings(temporary.resolve("plugins"), null, Map.of());
        SettableClock clock = SettableClock.at(NOW);
        PluginContexts contexts = (id, own) -> TestingPluginContext.at(clock);
        try (Plugins plugins = PluginLoader.load(settings, List.of(), contexts, SHORT)) {
            return catchThrowableOfType(PluginException.class, () -> asking.ask(plugins.named("stranger")));
        }
    }

    private static String job(String name, String run) {
        return """
                public List<Job> jobs() {
                    return List.of(new Job() {
                        public String name() { return "%s"; }
                        public JobPhase phase() { return JobPhase.NOTIFY; }
                        public JobResult run(JobContext context) { %s }
                    });
                }
                """.formatted(name, run);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "return null;|returned null from run()",
                "throw new StackOverflowError();|failed in run(): StackOverflowError",
                "return JobResult.counted(\"Vencimentos\", 1);|no slugs with numbers",
                "return JobResult.counted(\"x\", -1);|no slugs with numbers",
                "return JobResult.telling(Collections.nCopies(10001, Note.of(1, \"a\", new Message(\"b\", List.of(), false,"
                        + " null))));|too many items from run(); the most is 10000",
                "while (System.nanoTime() != 0) { try { Thread.sleep(50); } catch (InterruptedException e) { } } return"
                        + " null;|did not answer run() within 200 ms"
            })
    void namesTheJobThatFails(String run, String words) throws IOException {
        PluginException e =
                failure(job("cleaning", run), plugin -> plugin.jobs().get(0).run(JobContext.at(NOW, null)));

        assertThat(e)
                .hasMessageContaining("The job cleaning of plug-in stranger")
                .hasMessageContaining(words);
    }

    @Test
    void refusesJobsWithoutANameOfTheirOwn() throws IOException {
        assertThat(failure(job("Big Job", "return null;"), LoadedPlugin::jobs)).hasMessageContaining("\"Big Job\"");
        String twice = job("a", "return null;").replace("jobs()", "one()")
                + "public List<Job> jobs() { return List.of(one().get(0), one().get(0)); }";
        assertThat(failure(twice, LoadedPlugin::jobs)).hasMessageContaining("declares the job a twice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "throw new IllegalStateException(\"no list\");|no list",
                "return null;|returned null from fareQueries()",
                "return Collections.nCopies(1001, new org.milesbot.api.fare.FareQuery(new TreeSet<>(Set.of(\"GRU\")),"
                        + " new TreeSet<>(Set.of(\"LIS\")), java.time.LocalDate.MIN, java.time.LocalDate.MAX, null,"
                        + " 1));|the most is 1000"
            })
    void refusesFareQueriesThatAreNoneOrTooMany(String body, String words) throws IOException {
        String members = "public List<org.milesbot.api.fare.FareQuery> fareQueries() { " + body + " }";

        assertThat(failure(members, LoadedPlugin::fareQueries)).hasMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource({"import-it,help,import-it", "ok,'  ',without help"})
    void refusesCommandsThatCannotBeCalledOrExplained(String name, String help, String words) throws IOException {
        String members = """
                public List<TerminalCommand> commands() {
                    return List.of(new TerminalCommand() {
                        public String name() { return "%s"; }
                        public String help(Locale language) { return "%s"; }
                        public void run(TerminalRequest request) { }
                    });
                }
                """.formatted(name, help);

        assertThat(failure(members, LoadedPlugin::commands)).hasMessageContaining(words);
    }

    @Test
    void refusesMigrationsOutOfOrder() throws IOException {
        String migration = "new org.milesbot.api.storage.Migration(\"V%s__x.sql\", \"select 1\")";
        String migrations = "} public List<org.milesbot.api.storage.Migration> migrations() { return List.of(%s, %s);"
                .formatted(migration.formatted("002"), migration.formatted("1"));
        new PluginDirectory(temporary).addFactory("stranger", migrations, "return \"stranger\";", "return 1;", "");

        assertThat(failure(LoadedPlugin::schedule)).hasMessageContaining("V1__x.sql comes too late");
    }
}
