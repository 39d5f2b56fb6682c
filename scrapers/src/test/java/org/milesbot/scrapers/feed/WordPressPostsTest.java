package org.milesbot.scrapers.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.milesbot.api.source.Announcement;
import org.milesbot.scrapers.page.Pages;
import org.milesbot.scrapers.page.UnreadablePageException;

class WordPressPostsTest {

    private static final String ADDRESS = "https://blog.example/wp-json/wp/v2/posts?per_page=20";

    @Test
    void readsPosts() {
        List<Announcement> read = read("""
                [{"id":7,"date":"2026-07-01T09:00:58","date_gmt":"2026-07-01T12:00:58",
                  "guid":{"rendered":"https:\\/\\/blog.example\\/?p=7"},"link":"https:\\/\\/blog.example\\/tap\\/",
                  "title":{"rendered":"Miles&#038;Go &#8211; at\\u00e9 120%"},
                  "content":{"rendered":"\\n<p>At&eacute; <b>120%<\\/b><\\/p>\\n","protected":false},
                  "excerpt":{"rendered":"<p>Resumo<\\/p>"}}]
                """);
        assertThat(read)
                .containsExactly(new Announcement(
                        "https://blog.example/?p=7",
                        "Miles&Go – até 120%",
                        "<p>At&eacute; <b>120%</b></p>",
                        URI.create("https://blog.example/tap/"),
                        Instant.parse("2026-07-01T12:00:58Z")));
    }

    @Test
    void aPostWithoutUniversalDateIsOfItsLocalDate() {
        assertThat(
                        read(
                                "[{\"title\":{\"rendered\":\"a\"},\"date\":\"2026-07-01T09:00:00\",\"date_gmt\":\"0000-00-00T00:00:00\"}]"))
                .extracting(Announcement::publishedAt)
                .containsExactly(Instant.parse("2026-07-01T12:00:00Z"));
    }

    @Test
    void aPostWithoutDateAndGuidIsOfTheFetchAndNamedByItsAddress() {
        assertThat(read("[{\"title\":{\"rendered\":\"a\"},\"link\":\"https://blog.example/a\",\"date\":20260701}]"))
                .containsExactly(new Announcement(
                        "https://blog.example/a", "a", "", URI.create("https://blog.example/a"), Pages.FETCHED));
    }

    @Test
    void leavesOutWhatIsNoPostAndReadsTheOthers() {
        assertThat(read("[7,null,\"x\",{\"title\":\"a\"},[],{\"title\":{\"rendered\":\"b\"}}]"))
                .extracting(Announcement::title)
                .containsExactly("b");
    }

    @Test
    void anEmptyListIsAnEmptyReading() {
        assertThat(read("[]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | an empty answer",
                "{\"code\":\"rest_no_route\",\"message\":\"Nenhuma rota\"} | {\"code\":\"rest_no_route\"",
                "<!DOCTYPE html><title>Ops</title> | an HTML page titled “Ops”",
                "[{\"id\":1} | a document with an error in line 1",
                "oi | a text that begins with “oi”",
            })
    void refusesWhatIsNoListOfPosts(String text, String found) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UnreadablePageException.class)
                .hasMessageStartingWith(
                        "The answer of " + ADDRESS + " cannot be read: it should be the list of posts of WordPress")
                .hasMessageContaining(found);
    }

    @Test
    void refusesNestingWithoutEnd() {
        assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(UnreadablePageException.class);
    }

    private static List<Announcement> read(String text) {
        return new WordPressPosts().read(Pages.at(ADDRESS, text)).announcements();
    }
}
