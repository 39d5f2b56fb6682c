package org.milesbot.scrapers.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HtmlCleanerTest {

    @Test
    void knowsWhatIsStruckThrough() {
        CleanText text =
                HtmlCleaner.clean("", "<p>Antes <s>70%</s> agora 80%, <del>só hoje</del> até amanhã <s>24h</s></p>");

        assertThat(struckLetters(text)).isEqualTo("70%só hoje24h");
    }

    @Test
    void readsWhatLiesDeeperThanTheParserKeepsOpen() {
        String html = "<div>".repeat(400) + "<p>Livelo <s>70%</s> 80%</p>" + "</div>".repeat(200) + "<p>depois</p>";

        CleanText text = HtmlCleaner.clean("Bônus", html);

        assertThat(text.text()).containsSubsequence("Bônus", "Livelo", "70%", "80%", "depois");
        assertThat(struckLetters(text)).isEqualTo("70%");
    }

    private static String struckLetters(CleanText text) {
        StringBuilder struck = new StringBuilder();
        for (int i = 0; i < text.text().length(); i++) {
            if (text.isStruck(i)) {
                struck.append(text.text().charAt(i));
            }
        }
        return struck.toString();
    }
}
