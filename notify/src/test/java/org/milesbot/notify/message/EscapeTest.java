package org.milesbot.notify.message;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.milesbot.notify.testing.BotHtml;

final class EscapeTest {

    @Test
    void escapesWhatHasAMeaning() {
        assertThat(Escape.html("<a href=\"x\">&</a>")).isEqualTo("&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;");
    }

    @Test
    void putsAllOnOneLine() {
        assertThat(Escape.html(" \n80%\t de\u00A0\r\n\u2028 bônus \n")).isEqualTo("80% de bônus");
    }

    @Test
    void leavesOutMarksThatTurnTheDirectionAndWhatCannotBeSeen() {
        assertThat(Escape.html("\u202E80%\u2066\u200F de\u0000 b\u200Bônus\uFEFF\u00AD"))
                .isEqualTo("80% de bônus");
    }

    @Test
    void keepsEmojiThatAreJoined() {
        assertThat(Escape.html("👩‍✈️ voa")).isEqualTo("👩‍✈️ voa");
    }

    @Test
    void cutsAtCharactersAndCountsWhatIsSeen() {
        assertThat(Escape.html("😀😀😀", 2)).isEqualTo("😀…");
        assertThat(Escape.html("&&&", 3)).isEqualTo("&amp;&amp;&amp;");
        assertThat(Escape.html("abc", 1)).isEqualTo("…");
    }

    @Test
    void replacesHalfACharacter() {
        assertThat(Escape.html("a\uD83Db")).isEqualTo("a\uFFFDb");
    }

    @Property(tries = 300)
    void isAlwaysHarmlessAndBounded(@ForAll String words, @ForAll @IntRange(min = 1, max = 50) int most) {
        String safe = Escape.html(words, most);

        assertThat(BotHtml.fault(safe)).isNull();
        assertThat(BotHtml.seen(safe).codePointCount(0, BotHtml.seen(safe).length()))
                .isLessThanOrEqualTo(most);
        assertThat(safe).doesNotContain("\n");
    }
}
