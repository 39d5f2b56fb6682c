package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.store.testing.TestDatabase;

/** The way of somebody who writes a plug-in, with a site that changes. */
final class PluginAuthorTest {

    private static final String OLD = """
            <html><body><main class="lista"><article class="oferta"><h2><a href="/livelo">%s</a></h2>
            <p class="texto">Até 100%% de bônus na transferência de pontos Livelo para a Smiles até 30/11/2026.</p>
            </article></main></body></html>""";
    private static final String NEW = """
            <html><body><div class="app"><section class="grade"><div class="cartao"><span class="nome">Livelo</span>
            <span class="valor">100%</span></div></section></div></body></html>""";

    private static final String FEED = """
            <?xml version="1.0"?><rss version="2.0"><channel><title>Banco</title><item>
            <title>Livelo para Smiles com 95% de bônus</title><link>https://www.example.com/95</link>
            <description>95% de bônus na transferência de pontos Livelo para a Smiles até 30/11/2026.</description>
            </item></channel></rss>""";

    @TempDir
    private Path home;

    private volatile String page = OLD.formatted("Livelo e Smiles: 100%");

    private MockWebServer site() throws IOException {
        MockWebServer site = new MockWebServer();
        site.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return request.getUrl().encodedPath().equals("/ofertas")
                        ? new MockResponse.Builder()
                                .addHeader("Content-Type", "text/html; charset=utf-8")
                                .body(page)
                                .build()
                        : new MockResponse.Builder().code(404).build();
            }
        });
        site.start();
        return site;
    }

    private Ended run(String... arguments) {
        return CommandRun.in(home)
                .with("MILESBOT_FETCH_ALLOW_PRIVATE", "*")
                .with("MILESBOT_FETCH_DELAY", "0s")
                .run(arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--yaml", "--java"})
    void beginsWithSomethingThatWorks(String kind) {
        String folder = home.resolve("banco").toString();
        Ended made = run("plugins", "new", "bonus_do_banco", kind, "--into", folder);
        assertThat(made.exitCode()).as(made.err()).isZero();
        assertThat(made.out().lines()).allMatch(file -> Files.isRegularFile(Path.of(file)));
        if (kind.equals("--java")) {
            Ended built = run("plugins", "build", folder);
            assertThat(built.exitCode()).as(built.err()).isZero();
        }

        Ended tested = run("plugins", "test", folder);

        assertThat(tested.exitCode()).as(tested.err()).isZero();
        assertThat(tested.out()).contains("bonus_do_banco_feed").contains("Livelo · até 100%");
        assertThat(tested.err()).contains("Tudo como esperado: 1 anúncio.");
    }

    /** The commands of the document, as they stand there; where it says to write one's own page, this does. */
    @Test
    void doesWhatTheDocumentSays() throws IOException {
        List<List<String>> commands = Files.readAllLines(Path.of("../docs/plugins.md")).stream()
                .filter(line -> line.startsWith("    milesbot plugins "))
                .map(line -> List.of(line.strip().split(" ")))
                .toList();
        assertThat(commands).extracting(words -> words.get(2)).contains("new", "test", "record", "drift", "build");
        page = FEED;
        try (MockWebServer site = site()) {
            for (List<String> words : commands) {
                if (words.get(2).equals("record")) {
                    Path file = home.resolve(words.get(3)).resolve("plugin.yaml");
                    Files.writeString(
                            file,
                            Files.readString(file)
                                    .replace(
                                            "https://www.example.org/feed",
                                            site.url("/ofertas").toString()));
                    Files.delete(home.resolve(words.get(3)).resolve("recordings/example.har"));
                }
                Ended run = run(words.subList(1, words.size()).toArray(String[]::new));
                assertThat(run.exitCode()).as("%s: %s", words, run.err()).isZero();
            }
        }
        assertThat(home.resolve("bonus_do_banco/expected.jsonl")).content().contains("\"bonus_pct\":95");
    }

    @Test
    void saysWhatDiffersAndTakesItOver() throws IOException {
        Path folder = home.resolve("banco");
        run("plugins", "new", "banco", "--into", folder.toString());
        Path har = folder.resolve("recordings/example.har");
        Files.writeString(har, Files.readString(har).replace("100%", "90%"));

        Ended differs = run("plugins", "test", folder.toString());
        assertThat(differs.exitCode()).isEqualTo(ExitCode.PARTLY_FAILED);
        assertThat(differs.err())
                .contains("1 a menos, 1 a mais")
                .contains("\n- {")
                .contains("\n+ {");
        assertThat(run("plugins", "test", folder.toString(), "--update").exitCode())
                .isZero();
        Ended same = run("plugins", "test", folder.toString(), "--json");
        assertThat(same.exitCode()).isZero();
        assertThat(same.out().strip())
                .isEqualTo(Files.readString(folder.resolve("expected.jsonl")).strip())
                .contains("\"bonus_pct\":90")
                .doesNotContain("null");
        Files.delete(folder.resolve("expected.jsonl"));
        assertThat(run("plugins", "test", folder.toString()).exitCode()).isEqualTo(ExitCode.PARTLY_FAILED);
    }

    @Test
    void recordsWhatIsThereAndNoticesANewDesign() throws IOException {
        Path folder = Files.createDirectories(home.resolve("loja"));
        try (MockWebServer site = site()) {
            Files.writeString(folder.resolve("plugin.yaml"), """
                    id: loja
                    version: 1.0.0
                    schedule: hourly
                    categories: [bonus]
                    sources:
                      - id: loja_ofertas
                        provenance: official
                        url: %s
                        format: page
                        items: article.oferta
                        fields: {title: h2, body: .texto, url: h2 a@href}
                    """.formatted(site.url("/ofertas")));
            Ended recorded = run("plugins", "record", folder.toString());
            assertThat(recorded.exitCode()).as(recorded.err()).isZero();
            assertThat(recorded.out()).contains("Livelo e Smiles: 100%");
            assertThat(run("plugins", "test", folder.toString(), "--update").exitCode())
                    .isZero();

            page = OLD.formatted("Outro título");
            Ended same = run("plugins", "drift", folder.toString());
            assertThat(same.exitCode()).as(same.err() + same.out()).isZero();
            assertThat(same.out()).startsWith("✓ loja_ofertas").contains("itens 1 → 1");

            page = NEW;
            Ended changed = run("plugins", "drift", folder.toString(), "--json");
            assertThat(changed.exitCode()).isEqualTo(ExitCode.PARTLY_FAILED);
            assertThat(changed.out())
                    .contains("\"changed\":true", "\"items_before\":1", "\"items_now\":0")
                    .contains("\"lost\":[\"main.lista\"]")
                    .contains("div.app");
            assertThat(changed.err()).contains("plugins record");
        }
        Ended gone = run("plugins", "drift", folder.toString());
        assertThat(gone.exitCode()).isEqualTo(ExitCode.EXTERNAL);
        // What was recorded before is still there, and still read.
        assertThat(run("plugins", "test", folder.toString()).exitCode()).isZero();
    }

    @Test
    void scrapesWhatIsDeclaredInTheDirectoryFromItsRecordings() {
        String plugins = home.resolve("plugins").toString();
        run("plugins", "new", "banco", "--into", plugins + "/banco");

        Ended listed = run("plugins", "--plugins-dir", plugins, "--json");
        assertThat(listed.out().lines().filter(line -> line.contains("\"id\":\"banco\"")))
                .singleElement()
                .asString()
                .contains("\"version\":\"0.1.0\"", "\"sources\":[\"banco_feed\"]");
        try (TestDatabase database = TestDatabase.migrated()) {
            Ended scraped = CommandRun.in(home, database)
                    .run("scrape", "--plugins-dir", plugins, "--plugin", "banco", "--replay", "--json");
            assertThat(scraped.exitCode()).as(scraped.err()).isZero();
            assertThat(scraped.out().lines())
                    .singleElement()
                    .asString()
                    .contains("\"source\":\"banco_feed\"", "\"bonus_pct\":100");
        }
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        Path folder = home.resolve("banco");
        run("plugins", "new", "banco", "--into", folder.toString());
        Path file = folder.resolve("plugin.yaml");
        Files.writeString(file, Files.readString(file).replace("format: feed", "fromat: feed"));

        Ended run = run("plugins", "test", folder.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(run.err()).contains("linha").contains("falta format").contains("plugin.yaml");
        assertThat(run("plugins", "new", "Banco").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run("plugins", "new", "banco", "--into", folder.toString()).exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(run("plugins", "build", folder.toString()).exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(run("plugins", "record", folder.toString(), "--pages", "61").exitCode())
                .isEqualTo(ExitCode.USAGE);
    }
}
