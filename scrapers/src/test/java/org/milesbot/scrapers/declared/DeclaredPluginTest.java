package org.milesbot.scrapers.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.source.Announcement;
import org.milesbot.api.source.CheckInterval;
import org.milesbot.api.source.Link;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.source.Reading;
import org.milesbot.api.source.Source;
import org.milesbot.api.testing.PluginContract;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.api.testing.TestingPluginContext;

class DeclaredPluginTest {

    private static final String HEAD = """
            id: bonus_do_banco
            version: 1.2.0
            schedule: "*/10 * * * *"
            categories: [bonus]
            maintainer: Ana <ana@example.org>
            example: https://www.example.com/promocoes/livelo-100
            """;

    private static final String FEED = """
            sources:
              - id: promocoes
                provenance: blog
                url: https://www.example.com/feed
                format: feed
            """;

    private static final Instant FETCHED = Instant.parse("2026-11-20T15:00:00Z");

    @Test
    void saysWhatTheFileDeclares(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve(DeclaredPlugin.FILE), HEAD + FEED.replace("url: https://www.example.com/feed", """
                url: [https://www.example.com/feed, "http://www.example.com/outro"]
                    check: {least: 20m, greatest: 2 d}"""));

        assertThat(DeclaredPluginFactory.isDeclared(folder)).isTrue();
        DeclaredPluginFactory factory = DeclaredPluginFactory.of(folder);

        PluginContract.verify(factory);
        assertThat(factory.id()).isEqualTo("bonus_do_banco");
        assertThat(factory.version()).isEqualTo("1.2.0");
        DeclaredPlugin plugin = factory.plugin();
        assertThat(plugin.maintainer()).isEqualTo("Ana <ana@example.org>");
        assertThat(plugin.example()).isEqualTo("https://www.example.com/promocoes/livelo-100");
        assertThat(plugin.schedule()).isEqualTo("*/10 * * * *");
        assertThat(plugin.categories()).containsExactly("bonus");
        assertThat(plugin.sources()).singleElement().satisfies(source -> {
            assertThat(source.id().value()).isEqualTo("promocoes");
            assertThat(source.provenance()).isEqualTo(Provenance.BLOG);
            assertThat(source.addresses())
                    .containsExactly(
                            URI.create("https://www.example.com/feed"), URI.create("http://www.example.com/outro"));
            assertThat(source.checkInterval()).isEqualTo(new CheckInterval(Duration.ofMinutes(20), Duration.ofDays(2)));
        });
        assertThat(read(HEAD + FEED).sources().get(0).checkInterval()).isEqualTo(CheckInterval.usual(Provenance.BLOG));
    }

    @Test
    void readsAListInHtml() {
        Source source = source("""
                url: https://www.example.com/ofertas
                format: page
                items: article.oferta
                fields:
                  id: "@data-id"
                  title: h2
                  body: .texto
                  url: h2 a@href
                  published: time@datetime
                """);
        Reading reading = source.read(page("""
                <article class="oferta" data-id="7"><h2><a href="/ofertas/7">Livelo &amp; Smiles</a></h2>
                  <div class="texto"><p>100% de bônus</p><script>x</script></div>
                  <time datetime="2026-11-19">ontem</time></article>
                <article class="oferta" data-id="8"><h2>Esfera</h2><div class="texto">70%</div></article>
                """));

        assertThat(reading.announcements())
                .extracting(Announcement::id, Announcement::title, Announcement::publishedAt)
                .containsExactly(
                        tuple("7", "Livelo & Smiles", Instant.parse("2026-11-19T03:00:00Z")),
                        tuple("8", "Esfera", FETCHED));
        assertThat(reading.announcements().get(0).html())
                .contains("100% de bônus")
                .doesNotContain("script");
        assertThat(reading.announcements().get(0).url()).isEqualTo(URI.create("https://www.example.com/ofertas/7"));
        assertThatThrownBy(() -> source.read(page("<p>Em manutenção</p>")))
                .isInstanceOfSatisfying(
                        MilesbotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.DATA))
                .hasMessageContaining("article.oferta");
    }

    @Test
    void readsAListInJson() {
        Source source = source("""
                url: https://www.example.com/api
                format: json
                items: /data/promos
                fields: {id: /id, title: /nome, body: /texto/html, url: /link, published: /em}
                """);
        Reading reading = source.read(page("""
                {"data": {"promos": [
                  {"id": 7, "nome": "Livelo", "texto": {"html": "<p>100%</p>"}, "link": "/p/7", "em": 1763553600},
                  {"id": 8, "nome": "Esfera", "em": "20/11/2026 09:30"},
                  {"id": 9, "nome": "Itaú", "em": 1763553600000},
                  "lixo"]}}"""));

        assertThat(reading.announcements())
                .extracting(Announcement::id, Announcement::title, Announcement::publishedAt)
                .containsExactly(
                        tuple("7", "Livelo", Instant.parse("2025-11-19T12:00:00Z")),
                        tuple("8", "Esfera", Instant.parse("2026-11-20T12:30:00Z")),
                        tuple("9", "Itaú", Instant.parse("2025-11-19T12:00:00Z")));
        assertThat(reading.announcements().get(0).html()).isEqualTo("<p>100%</p>");
        assertThatThrownBy(() -> source.read(page("{\"data\": {}}"))).hasMessageContaining("/data/promos");
        assertThatThrownBy(() -> source.read(page("<html>"))).hasMessageContaining("/data/promos");
    }

    @Test
    void followsWhatASitemapOrAPageLinksTo() {
        String pages = """
                format: page
                links: 'https://www\\.example\\.com/promo/[a-z0-9-]+'
                content: main
                """;
        Source sitemap = source("sitemap: https://www.example.com/ofertas\n" + pages);
        assertThat(sitemap.read(page("<urlset><url><loc>https://www.example.com/promo/livelo</loc></url>"
                                + "<url><loc>https://www.example.com/sobre</loc></url></urlset>"))
                        .links())
                .extracting(Link::uri)
                .containsExactly(URI.create("https://www.example.com/promo/livelo"));
        Source index = source("index: https://www.example.com/ofertas\n" + pages);
        assertThat(index.read(page("<html><a href='/promo/esfera'>Esfera</a><a href='/outra'>x</a></html>"))
                        .links())
                .extracting(Link::uri)
                .containsExactly(URI.create("https://www.example.com/promo/esfera"));
        Source one = source("url: https://www.example.com/ofertas\nformat: page\ncontent: main\n");
        assertThat(one.read(page("<main><h1>Livelo</h1><p>100%</p></main>")).announcements())
                .singleElement()
                .satisfies(announcement -> assertThat(announcement.title()).isEqualTo("Livelo"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "version: 1.2.0 | versoin: 1.2.0 | line 2: there is no key versoin; do you mean version?",
                "version: 1.2.0 | vers: 1.2.0 | line 1: version is missing, for example: version: 1.0.0",
                "id: bonus_do_banco | id: Bonus do Banco | line 1: id must be a name of small letters",
                "[bonus] | [Bônus] | line 4: categories must be a name",
                "categories: [bonus] | color: red | line 4: there is no key color here",
                "example: | id: | line 6: the key id appears twice",
                "format: feed | format: gopher | line 11: format must be one of feed, wordpress, channel, page, json",
                "format: feed | format: fed | it says \"fed\"",
                "format: feed | format: page | content is missing",
                "format: feed | format: json | fields is missing",
                "url: https | sitemap: https | sitemap leads to pages",
                "url: https://www.example.com/feed | url: www.example.com/feed | line 10: url must be a whole address",
                "url: https://www.example.com/feed | url: https://a:b@www.example.com | url must be a whole address",
                "url: https://www.example.com/feed | url: [] | url is missing",
                "provenance: blog | provenance: friend | one of official, blog, channel, rumour",
                "format: feed | check: {least: 20 minutes, greatest: 2d} | least must be a time such as 10m, 6h or 2d",
                "format: feed | check: {least: 2d, greatest: 10m} | least must be at least 1m",
                "- id: promocoes | - promocoes: {id: x} | there is no key promocoes here",
                "id: bonus_do_banco | ` bad: [` | it is no YAML",
            })
    void refusesASlipAndSaysWhere(String right, String wrong, String said) {
        String file = HEAD + FEED;
        assertThat(file).contains(right);
        assertThat(refusal(file.replace(right, wrong))).contains("plugin.yaml").contains(said);
    }

    @Test
    void namesAllMistakesAtOnce() {
        String said = refusal("""
                id: X
                shedule: hourly
                sources:
                  - id: a
                    format: page
                    index: https://x.example
                    content: "main >"
                    links: "("
                    colour: red
                  - id: a
                    provenance: blog
                    format: json
                    url: x
                    items: data
                    fields: {titel: /t}
                """);

        assertThat(said.lines().filter(line -> line.contains("line "))).hasSizeGreaterThanOrEqualTo(12);
        assertThat(said)
                .contains("do you mean schedule?")
                .contains("line 4: provenance is missing")
                .contains("line 7: content must be a CSS selector")
                .contains("line 8: links must be a regular expression")
                .contains("line 9: there is no key colour")
                .contains("line 14: items must be a JSON pointer")
                .contains("do you mean title?");
    }

    @Test
    void refusesSettings() throws IOException {
        DeclaredPluginFactory factory = new DeclaredPluginFactory(read(HEAD + FEED));
        TestingPluginContext quiet = TestingPluginContext.at(SettableClock.at("2026-11-20T12:00:00Z"));
        TestingPluginContext context =
                new TestingPluginContext(Map.of("colour", "red"), quiet.clock(), quiet.fetcher(), quiet.extractor());

        assertThatThrownBy(() -> factory.create(context)).hasMessageContaining("colour");
    }

    @Test
    void holdsOnlySoMuch() {
        assertThat(refusal("#".repeat(600_000))).contains("500 kB");
        assertThat(refusal("")).contains("empty");
        assertThat(refusal("a: &a [x]\nb: [*a, *a]")).contains("plugin.yaml");
    }

    @Property(tries = 300)
    void neverFailsOtherwise(@ForAll String file) {
        assertThatCode(() -> {
                    try {
                        read(file);
                    } catch (MilesbotException e) {
                        assertThat(e.kind()).isEqualTo(ErrorKind.CONFIGURATION);
                        assertThat(e.text().in(Locale.forLanguageTag("pt-BR"))).contains("plugin.yaml");
                    }
                })
                .doesNotThrowAnyException();
    }

    private static String refusal(String file) {
        MilesbotException refused = catchThrowableOfType(MilesbotException.class, () -> read(file));
        assertThat(refused).isNotNull();
        assertThat(refused.kind()).isEqualTo(ErrorKind.CONFIGURATION);
        return refused.text().in(Locale.ENGLISH);
    }

    private static DeclaredPlugin read(String file) throws IOException {
        return DeclaredPlugin.read("plugin.yaml", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    private static Source source(String rest) {
        try {
            List<Source> sources = read(HEAD + "sources:\n  - id: promocoes\n    provenance: official\n"
                            + rest.indent(4))
                    .sources();
            assertThat(sources).hasSize(1);
            return sources.get(0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Page page(String text) {
        URI address = URI.create("https://www.example.com/ofertas");
        return new Page(address, address, FETCHED, "text/html", text);
    }
}
