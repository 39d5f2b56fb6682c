package org.milesbot.scrapers.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.source.Announcement;
import org.milesbot.scrapers.page.Pages;
import org.milesbot.scrapers.page.UnreadablePageException;

class SyndicationFeedTest {

    private static final String ADDRESS = "https://blog.example/feed/";

    @Test
    void readsRss() throws IOException {
        List<Announcement> read = read(sample("wordpress.rss"));
        assertThat(read)
                .extracting(Announcement::title)
                .containsExactly("Miles&Go – até 120%", "Só a descrição", "Sem data nem guid");
        assertThat(read.get(0))
                .returns("https://blog.example/?p=7", Announcement::id)
                .returns(URI.create("https://blog.example/tap/"), Announcement::url)
                .returns(Instant.parse("2026-07-01T12:00:58Z"), Announcement::publishedAt)
                .returns("<p>At&#233; <b>120%</b> &#38; mais &#8211; já</p>", Announcement::html);
        assertThat(read.get(1).html()).isEqualTo("<p>Resumo [&#8230;]</p>");
        assertThat(read.get(2))
                .returns("https://blog.example/sem-data/", Announcement::id)
                .returns(Pages.FETCHED, Announcement::publishedAt);
    }

    @Test
    void readsAtom() throws IOException {
        List<Announcement> read = read(sample("forum.atom"));
        assertThat(read).hasSize(2);
        assertThat(read.get(0))
                .returns("tag:forum.example,2026:1", Announcement::id)
                .returns("Até 30% de bônus", Announcement::title)
                .returns(URI.create("https://forum.example/t/1"), Announcement::url)
                .returns(Instant.parse("2026-07-01T12:00:00Z"), Announcement::publishedAt)
                .returns("<p>Até <b>sexta</b></p>", Announcement::html);
        assertThat(read.get(1))
                .returns(Instant.parse("2026-06-30T12:00:00Z"), Announcement::publishedAt)
                .returns("Só o resumo", Announcement::html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss version=\"2.0\"><channel><title>t</title></channel></rss>",
                "\uFEFF<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<rss version=\"2.0\"><channel/></rss>",
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>t</title></feed>"
            })
    void anEmptyFeedIsAnEmptyReading(String text) {
        assertThat(read(text)).isEmpty();
    }

    @Test
    void leavesOutAnItemThatSaysNothingAndReadsTheOthers() {
        assertThat(read(rss("<item/><item><pubDate>ontem</pubDate></item><item><title>a</title></item>")))
                .extracting(Announcement::title)
                .containsExactly("a");
    }

    @Test
    void anUnreadableDateIsTheTimeOfTheFetch() {
        assertThat(read(rss("<item><title>a</title><pubDate>Qua, 31 Jun 2026 25:00</pubDate></item>")))
                .extracting(Announcement::publishedAt)
                .containsExactly(Pages.FETCHED);
    }

    @Test
    void survivesCharactersAndEntitiesThatXmlForbids() {
        assertThat(read(rss("<item><title>at&eacute; \u000880%&#x1F; a&nbsp;b</title></item>")))
                .extracting(Announcement::title)
                .containsExactly("até 80% a b");
    }

    @Test
    void resolvesAddressesAgainstTheFeed() {
        assertThat(read(rss("<item><title>a</title><link>/promo</link></item>")))
                .extracting(Announcement::url)
                .containsExactly(URI.create("https://blog.example/promo"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | an empty answer",
                "<!DOCTYPE html><html><title>Um momento…</title></html> | an HTML page titled “Um momento…”",
                "[{\"id\":1}] | a text that begins with “[{\"id\":1}]”",
                "<urlset></urlset> | a text that begins with “<urlset></urlset>”",
                "<rss version=\"2.0\"><channel><item><title>a</title> | a document with an error in line 1",
                "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss version=\"2.0\"><channel><item><title>&x;</title></item></channel></rss> | a document with an error in line 1",
            })
    void refusesWhatIsNoFeed(String text, String found) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UnreadablePageException.class)
                .hasMessageStartingWith(
                        "The answer of " + ADDRESS + " cannot be read: it should be an RSS or Atom feed")
                .hasMessageContaining(found);
    }

    @Test
    void refusesNestingWithoutEnd() {
        assertThatThrownBy(() -> read(rss("<a>".repeat(1_000_000)))).isInstanceOf(UnreadablePageException.class);
    }

    private static List<Announcement> read(String text) {
        return new SyndicationFeed().read(Pages.at(ADDRESS, text)).announcements();
    }

    private static String rss(String items) {
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>t</title>" + items + "</channel></rss>";
    }

    private static String sample(String name) throws IOException {
        try (InputStream stream = SyndicationFeedTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
