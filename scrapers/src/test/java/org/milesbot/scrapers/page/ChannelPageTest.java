package org.milesbot.scrapers.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.milesbot.api.source.Announcement;

class ChannelPageTest {

    private static final String ADDRESS = "https://t.me/s/milhas";

    @Test
    void readsAMessage() {
        Announcement read = only(message(
                "milhas/41",
                "2026-07-01T13:05:09+00:00",
                "<b>Livelo → Azul: 100%</b><br/><br/>Até <b>sexta</b>.<br/><a href=\"https://x.example/p?a=1\" target=\"_blank\""
                        + " onclick=\"return confirm('Open?')\">Regras</a>"));
        assertThat(read.id()).isEqualTo("milhas/41");
        assertThat(read.url()).isEqualTo(URI.create("https://t.me/milhas/41"));
        assertThat(read.publishedAt()).isEqualTo(Instant.parse("2026-07-01T13:05:09Z"));
        assertThat(read.title()).isEqualTo("Livelo → Azul: 100%");
        assertThat(read.html()).isEqualTo("Até <b>sexta</b>.<br><a href=\"https://x.example/p?a=1\">Regras</a>");
    }

    @Test
    void theFirstLineNeedNotBeBoldNorStandFirst() {
        assertThat(only(text("<br/>Só hoje!<br/>Smiles com 80%")).title()).isEqualTo("Só hoje!");
        assertThat(only(text("<b>Só hoje!<br/>Smiles</b> com 80%")))
                .returns("Só hoje!", Announcement::title)
                .returns("<b>Smiles</b> com 80%", Announcement::html);
    }

    @Test
    void aSingleLineIsATitleWithoutBody() {
        assertThat(only(text("Smiles com 80% até amanhã")))
                .returns("Smiles com 80% até amanhã", Announcement::title)
                .returns("", Announcement::html);
    }

    @Test
    void aParagraphIsNoTitleAndStaysInTheBody() {
        String paragraph = "A Livelo e a Azul anunciaram hoje mais uma rodada de bônus "
                .repeat(6)
                .strip();
        Announcement read = only(text(paragraph));
        assertThat(read.title()).hasSizeLessThanOrEqualTo(201).endsWith("…").startsWith("A Livelo e a Azul");
        assertThat(read.html()).isEqualTo(paragraph);
    }

    @Test
    void aLongAddressAloneIsCut() {
        assertThat(only(text("https://x.example/" + "a".repeat(400))).title())
                .hasSize(201)
                .endsWith("a…");
    }

    @Test
    void emojiAreCharacters() {
        String emoji = "<i class=\"emoji\" style=\"background-image:url('//telegram.org/1.png')\"><b>🔥</b></i>";
        assertThat(only(text(emoji + " <b>Só hoje!</b><br/>80% " + emoji)))
                .returns("🔥 Só hoje!", Announcement::title)
                .returns("80% 🔥", Announcement::html);
    }

    @Test
    void leavesOutTheMessageThatIsAnsweredTo() {
        String reply = "<a class=\"tgme_widget_message_reply\"><div class=\"tgme_widget_message_text"
                + " js-message_reply_text\">antiga</div></a>";
        String html = message("m/1", "2026-07-01T13:05:09+00:00", "nova<br/>sim")
                .replace("<div class=\"tgme_widget_message_text", reply + "<div class=\"tgme_widget_message_text");
        assertThat(only(html).title()).isEqualTo("nova");
    }

    @Test
    void leavesOutPhotosAndServiceMessages() {
        String photo =
                "<div class=\"tgme_widget_message\" data-post=\"m/2\"><a class=\"tgme_widget_message_photo_wrap\"></a></div>";
        assertThat(read(photo + message("m/3", "x", "a")))
                .extracting(Announcement::id)
                .containsExactly("m/3");
    }

    @Test
    void anUnreadableDateIsTheTimeOfTheFetch() {
        assertThat(only(message("m/3", "ontem", "a")).publishedAt()).isEqualTo(Pages.FETCHED);
    }

    @Test
    void aChannelWithoutMessagesIsEmpty() {
        assertThat(read("")).isEmpty();
    }

    @Test
    void refusesThePageOfANameWithoutAPublicChannel() {
        String html =
                "<!DOCTYPE html><html><title>Telegram: Contact @milhas</title><body class=tgme_page></body></html>";
        assertThatThrownBy(() -> new ChannelPage().read(Pages.at(ADDRESS, html)))
                .isInstanceOf(UnreadablePageException.class)
                .hasMessage(
                        "The answer of https://t.me/s/milhas cannot be read: it should be the public page of a"
                                + " Telegram channel, with its messages, but is an HTML page titled “Telegram: Contact @milhas”.");
    }

    private static Announcement only(String messages) {
        List<Announcement> read = read(messages);
        assertThat(read).hasSize(1);
        return read.get(0);
    }

    private static List<Announcement> read(String messages) {
        String html = "<!DOCTYPE html><html><body><main><section class=\"tgme_channel_history js-message_history\">"
                + messages + "</section></main></body></html>";
        return new ChannelPage().read(Pages.at(ADDRESS, html)).announcements();
    }

    private static String text(String html) {
        return message("milhas/1", "2026-07-01T13:05:09+00:00", html);
    }

    private static String message(String post, String datetime, String html) {
        return """
                <div class="tgme_widget_message_wrap"><div class="tgme_widget_message js-widget_message" data-post="%s">
                <div class="tgme_widget_message_text js-message_text" dir="auto">%s</div>
                <a class="tgme_widget_message_date" href="#"><time datetime="%s" class="time">13:05</time></a>
                </div></div>
                """.formatted(post, html, datetime);
    }
}
