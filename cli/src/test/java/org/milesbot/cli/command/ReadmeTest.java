package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.notify.testing.BotApiServer;
import org.milesbot.scrapers.fare.FareProviders;
import org.milesbot.store.testing.TestDatabase;

/** The commands of the first page, as they stand there and one after the other. */
class ReadmeTest {

    private static final Pattern COMMAND = Pattern.compile("((?:[A-Z_]+=\\S+ )*)(?:scripts/)?milesbot (\\S.*)");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    /** They go on until somebody ends them; what they do is tested elsewhere. */
    private static final Set<String> LASTING = Set.of("bot", "serve", "run");

    private final TestDatabase database = TestDatabase.migrated();
    private final BotApiServer telegram = BotApiServer.start();

    @TempDir
    private Path home;

    @BeforeEach
    void layOutWhatTheReaderHas() throws IOException {
        assertThat(run("import").exitCode()).isZero();
        String history = run("export").out();
        assertThat(history.lines()).hasSizeGreaterThan(50);
        for (String name : List.of("history.csv", "historico.csv")) {
            Files.writeString(home.resolve(name), history);
        }
        for (String name : List.of("post.html", "anuncio.html")) {
            Files.writeString(
                    home.resolve(name), "<p>Até 100% de bônus na transferência de pontos Livelo para a Smiles</p>");
        }
        for (String name : List.of("search.har", "busca.har")) {
            try (InputStream har = Objects.requireNonNull(FareProviders.recording("fares_smiles"))
                    .openStream()) {
                Files.copy(har, home.resolve(name));
            }
        }
    }

    @AfterEach
    void cleanUp() {
        run("demo", "--clean");
        telegram.close();
        database.close();
    }

    private Ended run(String... words) {
        return command().run(words);
    }

    private CommandRun command() {
        return CommandRun.in(home, database)
                .with("TELEGRAM_BOT_TOKEN", BotApiServer.TOKEN)
                .with("MILESBOT_TELEGRAM_URL", telegram.url().toString());
    }

    @ParameterizedTest
    @CsvSource({"README.md, 14", "README.pt-BR.md, 18"})
    void doesWhatThePageSays(String page, int least) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("..", page)).stream()
                .filter(line -> line.startsWith("    ") && line.contains("milesbot "))
                .flatMap(line -> List.of(line.strip().split(" && ", -1)).stream())
                .filter(line -> COMMAND.matcher(line).matches())
                .toList();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(least);
        for (String line : lines) {
            Ended ended = typed(line);
            // The recording that stands for somebody's search holds a flight that cannot be read.
            int expected = line.contains("fares import") ? ExitCode.PARTLY_FAILED : ExitCode.OK;
            assertThat(ended.exitCode()).as("%s: %s", line, ended.err()).isEqualTo(expected);
            if (!line.contains("--quiet")) {
                assertThat(ended.out() + ended.err()).as(line).isNotEmpty();
            }
        }
    }

    /** What a shell would make of a line, but for what it is piped into. */
    private Ended typed(String line) {
        Matcher command = COMMAND.matcher(line.split(" \\| ", 2)[0]);
        assertThat(command.matches()).as(line).isTrue();
        CommandRun run = command();
        for (String setting : command.group(1).strip().split(" ", -1)) {
            int equals = setting.indexOf('=');
            if (equals > 0 && !setting.startsWith("TELEGRAM_")) {
                run.with(setting.substring(0, equals), setting.substring(equals + 1));
            }
        }
        List<String> words = words(command.group(2));
        if (LASTING.contains(words.get(0))) {
            words.add("--help");
        }
        if (words.get(0).equals("scrape")) {
            words.add("--replay"); // The network is not ours.
        }
        return run.run(words.toArray(String[]::new));
    }

    private static List<String> words(String typed) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(typed);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3));
        }
        return words;
    }
}
