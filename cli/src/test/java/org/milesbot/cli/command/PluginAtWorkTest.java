package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.cli.plugin.PluginDirectory;
import org.milesbot.notify.testing.BotApiServer;
import org.milesbot.plugin.sample.SampleFactory;
import org.milesbot.store.alert.Household;

/** The sample plug-in and strangers' with tables, jobs and commands, as their users run them. */
class PluginAtWorkTest {

    private static final Instant NOON = Instant.parse("2026-11-21T15:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-11-22T01:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-11-22T10:30:00Z");

    private static final String FAILING_JOB = """
            public List<Job> jobs() {
                return List.of(new Job() {
                    public String name() { return "cleaning"; }
                    public JobPhase phase() { return JobPhase.%s; }
                    public JobResult run(JobContext context) { throw new IllegalStateException("no broom"); }
                });
            }
            """;

    @TempDir
    private Path home;

    private final Household house = new Household();
    private final BotApiServer telegram = BotApiServer.start();

    @BeforeEach
    void install() throws IOException {
        new PluginDirectory(home).install("sample", PluginDirectory.locationOf(SampleFactory.class));
    }

    @AfterEach
    void close() {
        telegram.close();
        house.close();
    }

    private Ended run(Instant at, String... words) {
        return CommandRun.in(home, house.test())
                .ticking(at)
                .with("TELEGRAM_BOT_TOKEN", BotApiServer.TOKEN)
                .with("MILESBOT_TELEGRAM_URL", telegram.url().toString())
                .run(words);
    }

    private List<String> told() {
        return telegram.deliveries().stream()
                .map(delivery -> delivery.chatId() + " " + delivery.seen())
                .toList();
    }

    @Test
    void tellsWhatAPluginWantsToldOnce() {
        house.person(7, "");
        Ended kept = run(NOON, "sample", "remind", "7", "2026-11-21", "buy", "miles");

        Ended first = run(NOON, "notify");
        Ended second = run(NOON.plusSeconds(60), "notify", "--json");

        assertThat(kept.exitCode()).as(kept.err()).isZero();
        assertThat(kept.out()).contains("2026-11-21");
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(second.out()).contains("\"notes\":0");
        assertThat(told()).containsExactly("7 \u23f0 buy miles");
        assertThat(house.rows("select concat_ws(' ', reason, state) from alert"))
                .containsExactly("note sent");
        assertThat(house.rows("select concat_ws(' ', job, plugin, outcome, counts) from run where plugin is not null"))
                .containsExactly("job:reminders sample ok {\"notes\": 1}", "job:reminders sample ok {\"notes\": 0}");
    }

    @Test
    void holdsItBackInQuietHoursAndTellsNobodyWhoIsNotHere() {
        house.person(7, "quiet_from = '21:00', quiet_to = '07:00'");
        run(NIGHT, "sample", "remind", "7", "2026-11-21", "sleep");
        run(NIGHT, "sample", "remind", "8", "2026-11-21", "nobody");
        house.run("update plugin_sample.reminder set day = '2026-11-22'");

        Ended atNight = run(Instant.parse("2026-11-22T04:00:00Z"), "notify");
        List<String> duringTheNight = told();
        Ended inTheMorning = run(MORNING, "notify");

        assertThat(atNight.exitCode()).as(atNight.err()).isZero();
        assertThat(duringTheNight).isEmpty();
        assertThat(inTheMorning.exitCode()).as(inTheMorning.err()).isZero();
        assertThat(told()).containsExactly("7 \u23f0 sleep");
        assertThat(house.rows("select count(*) from plugin_note")).containsExactly("1");
    }

    @Test
    void doesNotTellWhatIsWorthNothingAnyMore() {
        house.person(7, "quiet_from = '21:00', quiet_to = '07:00'");
        run(NIGHT, "sample", "remind", "7", "2026-11-21", "sleep");

        run(NIGHT, "notify");
        run(MORNING, "notify");

        assertThat(told()).isEmpty();
        assertThat(house.rows("select concat_ws(' ', reason, state, note) from alert"))
                .containsExactly("note expired over");
    }

    @Test
    void learnsOfCampaignsThatWereSettled() {
        house.told("2026-11-21", "livelo 80/60 2026-11-21..2026-11-30");

        Ended settled = run(NOON, "dedupe");
        Ended again = run(NOON.plusSeconds(60), "dedupe");
        Ended seen = run(NOON, "--lang", "en", "sample", "seen", "--json");

        assertThat(settled.exitCode()).as(settled.err()).isZero();
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(seen.lines()).containsExactly("{\"program\":\"smiles\",\"campaigns\":1}");
    }

    @Test
    void reportsTheJobThatFailsAndDoesTheOthers() throws IOException {
        new PluginDirectory(home).add("broken", "broken", FAILING_JOB.formatted("DEDUPE"));
        house.told("2026-11-21", "livelo 80/60 2026-11-21..2026-11-30");

        Ended ended = run(NOON, "dedupe");

        assertThat(ended.exitCode()).isEqualTo(ExitCode.PARTLY_FAILED);
        assertThat(ended.err()).contains("A tarefa cleaning do plug-in broken", "no broom");
        assertThat(run(NOON, "sample", "seen").out()).isEqualTo("smiles\t1" + System.lineSeparator());
        assertThat(house.rows("""
                        select concat_ws(' ', job, outcome)
                        from run
                        where plugin is not null
                        order by plugin""")).containsExactly("job:cleaning failed", "job:census ok");
    }

    @Test
    void refusesNotesOfAnotherPhaseThanNotify() throws IOException {
        new PluginDirectory(home).add("early", "early", """
                public List<Job> jobs() {
                    return List.of(new Job() {
                        public String name() { return "shout"; }
                        public JobPhase phase() { return JobPhase.DEDUPE; }
                        public JobResult run(JobContext context) {
                            return JobResult.telling(List.of(
                                Note.of(7, "hello", new Message("Oi", List.of(), false, null))));
                        }
                    });
                }
                """);

        Ended ended = run(NOON, "dedupe");

        assertThat(ended.exitCode()).isEqualTo(ExitCode.PARTLY_FAILED);
        assertThat(ended.err()).contains("fase NOTIFY");
    }

    @Test
    void putsThePluginOutOfWorkWhoseTablesCannotBeMade() throws IOException {
        new PluginDirectory(home)
                .addWithTables(
                        "broken", "broken", "create table x (a int); select 1 / 0", FAILING_JOB.formatted("NOTIFY"));
        house.person(7, "");
        run(NOON, "sample", "remind", "7", "2026-11-21", "buy", "miles");

        Ended ended = run(NOON, "notify");

        assertThat(ended.exitCode()).isEqualTo(ExitCode.PARTLY_FAILED);
        assertThat(ended.err())
                .contains("O plug-in broken está fora de serviço", "plugin_broken", "division by zero")
                .doesNotContain("no broom");
        assertThat(told()).containsExactly("7 \u23f0 buy miles");
    }

    @Test
    void listsTheCommandsOfAPlugin() {
        Ended help = run(NOON, "sample", "--help");
        Ended list = run(NOON, "plugins");

        assertThat(help.exitCode()).as(help.err()).isZero();
        assertThat(help.out()).contains("milesbot sample remind 123456789", "por programa");
        assertThat(help.lines()).contains("  milesbot sample seen");
        assertThat(list.err()).contains("sample tem comandos próprios: remind, seen");
    }

    @Test
    void saysWhichCommandThereIs() {
        assertThat(run(NOON, "sample")).satisfies(ended -> {
            assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(ended.err()).contains("remind, seen");
        });
        assertThat(run(NOON, "sample", "remmind")).satisfies(ended -> {
            assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(ended.err()).contains("\"remmind\"", "remind, seen");
        });
        assertThat(run(NOON, "sample", "remind", "Ana")).satisfies(ended -> {
            assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(ended.err()).contains("número de um chat").doesNotContain("SampleTerminal", "falhou", "run()");
        });
        assertThat(run(NOON, "blogs", "x").err()).contains("blogs não tem comandos");
        assertThat(run(NOON, "sampel", "seen").err()).contains("sampel", "sample");
        assertThat(run(NOON, "--lang", "en", "sampel", "--help").exitCode()).isEqualTo(ExitCode.USAGE);
    }
}
