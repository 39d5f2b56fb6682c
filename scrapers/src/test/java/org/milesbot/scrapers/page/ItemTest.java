package org.milesbot.scrapers.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.milesbot.api.source.Announcement;
import org.milesbot.api.source.Page;

class ItemTest {

    private static final Page PAGE = Pages.at("https://blog.example/feed/", "");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Miles&#038;Go &#8211; até 120%      | Miles&Go – até 120%",
                "`at&eacute; <b>100%</b>\n de bônus`   | até 100% de bônus",
                "Termos > Smiles                     | Termos > Smiles",
                "1 < 2 pontos                        | 1 < 2 pontos",
                "S&#227;o Paulo&nbsp;agora           | São Paulo agora",
            })
    void titlesArePlainText(String written, String read) {
        assertThat(read(item(null, written, "<p>x</p>", null, null)).title()).isEqualTo(read);
    }

    @Test
    void theBodyArrivesAsItIs() {
        String html = "<p>Até 30% &ndash; <a href=\"/x\">aqui</a>\n<script>1</script>";
        assertThat(read(item(null, "t", html, null, null)).html()).isEqualTo(html);
    }

    @Test
    void aDateIsKept() {
        Instant stated = Instant.parse("2026-07-01T09:00:58Z");
        assertThat(read(item(null, "t", "", null, stated)).publishedAt()).isEqualTo(stated);
    }

    @Test
    void aClockALittleAheadIsBelieved() {
        Instant ahead = Pages.FETCHED.plus(Duration.ofMinutes(5));
        assertThat(read(item(null, "t", "", null, ahead)).publishedAt()).isEqualTo(ahead);
    }

    @Test
    void datesInTheFutureInEarlyDaysAndMissingBecomeTheTimeOfTheFetch() {
        Instant future = Pages.FETCHED.plus(Duration.ofHours(1));
        assertThat(read(item(null, "t", "", null, future)).publishedAt()).isEqualTo(Pages.FETCHED);
        assertThat(read(item(null, "t", "", null, Instant.EPOCH)).publishedAt()).isEqualTo(Pages.FETCHED);
        assertThat(read(item(null, "t", "", null, Instant.MAX)).publishedAt()).isEqualTo(Pages.FETCHED);
        assertThat(read(item(null, "t", "", null, null)).publishedAt()).isEqualTo(Pages.FETCHED);
    }

    @Test
    void theIdIsWhatTheSourceSaysElseTheAddressElseMadeOfTheText() {
        assertThat(read(item(" guid-1 ", "t", "", "/a", null)).id()).isEqualTo("guid-1");
        assertThat(read(item(" ", "t", "", "/a", null)).id()).isEqualTo("https://blog.example/a");
        String made = read(item(null, "t", "b", null, null)).id();
        assertThat(made)
                .isEqualTo(read(item(null, "t", "b", null, Pages.FETCHED)).id())
                .hasSize(32);
        assertThat(made).isNotEqualTo(read(item(null, "t", "c", null, null)).id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/promo/1                          | https://blog.example/promo/1",
                "http://outro.example/a b          | http://outro.example/a%20b",
                "https://blog.example/promoção     | https://blog.example/promo%C3%A7%C3%A3o",
                "https://blog.example/?q=[a]&p=100%| https://blog.example/?q=%5Ba%5D&p=100%25",
                "javascript:alert(1)               |",
                "mailto:eu@blog.example            |",
                "https://                          |",
                "https:///sem-host                 |",
            },
            ignoreLeadingAndTrailingWhitespace = true)
    void addressesAreMadeAbsoluteOrLeftOut(String written, @Nullable String read) {
        Announcement announcement = read(item("1", "t", "", written, null));
        assertThat(announcement.url() == null ? null : announcement.url().toString())
                .isEqualTo(read);
    }

    @Test
    void itemsThatSayNothingAndRepeatsAreLeftOut() {
        List<Item> items = List.of(
                item("1", "first", "", null, null),
                item("2", " ", null, "/a", null),
                item("1", "again", "", null, null),
                item("3", null, "<p>x</p>", null, null));
        assertThat(Item.reading(PAGE, items).announcements())
                .extracting(Announcement::id, Announcement::title)
                .containsExactly(tuple("1", "first"), tuple("3", ""));
    }

    @Test
    void everySizeHasABound() {
        String huge = "x".repeat(600_000);
        assertThat(Item.reading(PAGE, List.of(item("1", "t", huge, null, null))).announcements())
                .isEmpty();
        assertThat(read(item(huge, huge, "", "https://x.example/" + huge, null)))
                .satisfies(announcement -> {
                    assertThat(announcement.id()).hasSize(32);
                    assertThat(announcement.title()).hasSize(300);
                    assertThat(announcement.url()).isNull();
                });
        List<Item> many = IntStream.range(0, 5_000)
                .mapToObj(i -> item("id" + i, "t", "", null, null))
                .toList();
        assertThat(Item.reading(PAGE, many).announcements()).hasSize(300);
    }

    @Test
    void noCharacterIsLeftThatADatabaseRefuses() {
        Announcement read = read(item("a\0b", "t\0\ud83d", "<p>\ud800x\0\ud83d\ude00</p>", null, null));
        assertThat(read.id()).isEqualTo("ab");
        assertThat(read.title()).isEqualTo("t");
        assertThat(read.html()).isEqualTo("<p>x\ud83d\ude00</p>");
    }

    @Test
    void noItemsAreAnEmptyReading() {
        assertThat(Item.reading(PAGE, Collections.emptyList()).announcements()).isEmpty();
    }

    private static Announcement read(Item item) {
        return Item.reading(PAGE, List.of(item)).announcements().get(0);
    }

    private static Item item(
            @Nullable String id,
            @Nullable String title,
            @Nullable String html,
            @Nullable String url,
            @Nullable Instant publishedAt) {
        return new Item(id, title, html, url, publishedAt);
    }
}
