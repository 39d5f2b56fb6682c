package org.milesbot.scrapers.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.source.Announcement;
import org.milesbot.api.source.Link;
import org.milesbot.api.source.Reading;

class CampaignsTest {

    private static final String SITE = "https://www.programa.example";
    private static final String SITEMAP = SITE + "/sitemap.xml";
    private static final String INDEX = SITE + "/ofertas";
    private static final Pattern PROMOS = Pattern.compile("https://www\\.programa\\.example/promo/[a-z0-9-]+");

    private final Campaigns bySitemap = Campaigns.ofSitemaps(Set.of(URI.create(SITEMAP)), PROMOS, "main article");
    private final Campaigns byIndex = Campaigns.ofIndexPages(Set.of(URI.create(INDEX)), PROMOS, "main article");

    @Test
    void followsTheCampaignsOfASitemapAndNothingElse() {
        Reading reading = bySitemap.read(Pages.at(
                SITEMAP,
                urlset(
                        url("/promo/a", "2026-06-30"),
                        url("/clube", "2026-07-01"),
                        url("/promo/b", "2026-07-01T09:00:00-03:00"),
                        url("/promo/sem-data", null),
                        url("/promo/b", "2020-01-01"))));
        assertThat(reading.announcements()).isEmpty();
        assertThat(reading.links())
                .containsExactly(
                        new Link(URI.create(SITE + "/promo/b"), Instant.parse("2026-07-01T12:00:00Z")),
                        new Link(URI.create(SITE + "/promo/a"), Instant.parse("2026-06-30T00:00:00Z")),
                        new Link(URI.create(SITE + "/promo/sem-data"), null));
    }

    @Test
    void followsTheSitemapsOfAnIndexOnItsOwnHost() {
        String index = """
                <?xml version="1.0" encoding="ISO-8859-1"?>
                <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                  <sitemap><loc>%1$s/sitemap-pt.xml</loc><lastmod>2026-07-01</lastmod></sitemap>
                  <sitemap><loc>%1$s/sitemap-old.xml.gz</loc></sitemap>
                  <sitemap><loc>%1$s/sitemap.xml</loc></sitemap>
                  <sitemap><loc>https://outro.example/sitemap.xml</loc></sitemap>
                </sitemapindex>
                """.formatted(SITE);
        assertThat(bySitemap.read(Pages.at(SITEMAP, index)).links())
                .extracting(Link::uri)
                .containsExactly(URI.create(SITE + "/sitemap-pt.xml"));
    }

    @Test
    void readsASitemapThatAnIndexLedTo() {
        assertThat(bySitemap
                        .read(Pages.at(SITE + "/sitemap-pt.xml", urlset(url("/promo/a", null))))
                        .links())
                .containsExactly(new Link(URI.create(SITE + "/promo/a"), null));
    }

    @Test
    void followsTheLastChangedOfVeryManyPages() {
        String many = IntStream.range(0, 3_000)
                .mapToObj(i -> url(
                        "/promo/p" + i, Instant.EPOCH.plusSeconds(86_400L * i).toString()))
                .collect(Collectors.joining());
        assertThat(bySitemap.read(Pages.at(SITEMAP, urlset(many))).links())
                .hasSize(Links.MOST)
                .first()
                .extracting(Link::uri)
                .isEqualTo(URI.create(SITE + "/promo/p2999"));
    }

    @Test
    void anEmptySitemapIsAnEmptyReading() {
        assertThat(bySitemap.read(Pages.at(SITEMAP, urlset()))).isEqualTo(new Reading(List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                      | an empty answer",
                "<!doctype html><title>Ops</title>                       | an HTML page titled “Ops”",
                "<html><body>404                                         | an HTML page without a title",
                "Not found                                               | a text that begins with “Not found”",
                "<urlset><url><loc>https://www.programa.example/promo/a  | a document that is cut off",
                "<!DOCTYPE urlset [<!ENTITY x 'y'>]><urlset></urlset>    | a document that is cut off or has an error",
            })
    void refusesWhatIsNoSitemap(String text, String found) {
        assertThatThrownBy(() -> bySitemap.read(Pages.at(SITEMAP, text)))
                .isInstanceOfSatisfying(UnreadablePageException.class, e -> {
                    assertThat(e.kind()).isEqualTo(ErrorKind.DATA);
                    assertThat(e.address()).isEqualTo(URI.create(SITEMAP));
                    assertThat(e.text().in(Locale.forLanguageTag("pt-BR"))).contains("esperava-se um sitemap");
                })
                .hasMessageContaining(SITEMAP)
                .hasMessageContaining("a sitemap (it begins with <urlset>")
                .hasMessageContaining(found);
    }

    @Test
    void followsTheCampaignsOfAnIndexPage() {
        String html = """
                <!DOCTYPE html><html><body><a href="/promo/a#top">A</a><a href="/promo/a">A</a>
                <a href="https://www.programa.example/promo/b">B</a><a href="/login">Entrar</a>
                <a href="https://outro.example/promo/c">C</a><a href="javascript:void(0)">D</a></body></html>
                """;
        assertThat(byIndex.read(Pages.at(INDEX, html)).links())
                .containsExactly(
                        new Link(URI.create(SITE + "/promo/a"), null), new Link(URI.create(SITE + "/promo/b"), null));
    }

    @Test
    void refusesAnIndexThatIsNoPage() {
        assertThatThrownBy(() -> byIndex.read(Pages.at(INDEX, "{\"error\":\"no\"}")))
                .isInstanceOf(UnreadablePageException.class)
                .hasMessageContaining("an HTML page with links to the campaigns")
                .hasMessageContaining("{\"error\":\"no\"}");
    }

    @Test
    void readsTheTextOfACampaignWithoutWhatStandsAroundIt() {
        Announcement read = campaign("", """
                <header><h1>Até <b>100%</b> de bônus</h1></header><nav>Início</nav>
                <section><h1>Regras</h1><p>De 01/07 a&nbsp;05/07.</p></section><script>1</script><aside>Baixe o app</aside>""");
        assertThat(read.title()).isEqualTo("Até 100% de bônus");
        assertThat(read.html()).isEqualTo("<section><h1>Regras</h1><p>De 01/07 a&nbsp;05/07.</p></section>");
        assertThat(read.id()).isEqualTo(SITE + "/promo/a");
        assertThat(read.url()).isEqualTo(URI.create(SITE + "/promo/a"));
        assertThat(read.publishedAt()).isEqualTo(Pages.FETCHED);
    }

    @Test
    void takesTheTitleOfThePageWhereTheTextHasNone() {
        assertThat(campaign("<meta property=\"og:title\" content=\"Bônus &amp; mais\">", "<p>x</p>")
                        .title())
                .isEqualTo("Bônus & mais");
        assertThat(campaign("", "<p>x</p>").title()).isEqualTo("Título | Programa");
    }

    @Test
    void theCanonicalAddressCountsUnlessItIsTheFrontPage() {
        assertThat(campaign("<link rel=canonical href=\"/promo/certa\">", "x").url())
                .isEqualTo(URI.create(SITE + "/promo/certa"));
        assertThat(campaign("<link rel=canonical href=\"/\">", "x").url()).isEqualTo(URI.create(SITE + "/promo/a"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<meta property=\"article:published_time\" content=\"2026-06-01T08:00:00-03:00\"> | 2026-06-01T11:00:00Z",
                "<meta itemprop=\"datePublished\" content=\"2026-06-01\"> | 2026-06-01T03:00:00Z",
                "<script type=\"application/ld+json\">{\"@graph\":[{\"datePublished\":\"2021-01-01T00:00:00Z\",\"dateModified\":\"2026-06-30T10:00:00Z\"}]}</script> | 2026-06-30T10:00:00Z",
                "<script type=\"application/ld+json\">{broken</script> | 2026-07-02T12:00:00Z",
                "<meta property=\"article:published_time\" content=\"2026-12-31T08:00:00-03:00\"> | 2026-07-02T12:00:00Z",
                "<time datetime=\"2026-06-01T00:00:00Z\">termina em</time> | 2026-07-02T12:00:00Z",
                "<time datetime=\"2026-06-01T00:00:00Z\" itemprop=\"datePublished\">junho</time> | 2026-06-01T00:00:00Z",
            })
    void datesACampaignByTheLatestOfWhatItSaysToMachines(String head, Instant published) {
        assertThat(campaign(head, "<p>x</p>").publishedAt()).isEqualTo(published);
    }

    @Test
    void saysWhichElementIsMissing() {
        String html = "<!DOCTYPE html><html><title>Manutenção</title><body>volte já</body></html>";
        assertThatThrownBy(() -> bySitemap.read(Pages.at(SITE + "/promo/a", html)))
                .isInstanceOf(UnreadablePageException.class)
                .hasMessageContaining("a campaign page with the element “main article”")
                .hasMessageContaining("titled “Manutenção”");
    }

    private Announcement campaign(String head, String article) {
        String html = """
                <!DOCTYPE html><html><head><title>Título | Programa</title>%s</head>
                <body><nav>Clube: 50%%</nav><main><article>%s</article></main><footer>©</footer></body></html>
                """.formatted(head, article);
        return bySitemap.read(Pages.at(SITE + "/promo/a", html)).announcements().get(0);
    }

    private static String urlset(String... urls) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
                + String.join("\n", urls) + "</urlset>";
    }

    private static String url(String path, @Nullable String changed) {
        String lastmod = changed == null ? "" : "<lastmod>" + changed + "</lastmod>";
        return "<url><loc>" + SITE + path + "</loc>" + lastmod + "</url>";
    }
}
