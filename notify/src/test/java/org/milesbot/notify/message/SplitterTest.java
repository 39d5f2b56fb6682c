package org.milesbot.notify.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.milesbot.notify.testing.BotHtml;

final class SplitterTest {

    @Test
    void leavesAloneWhatIsShortEnough() {
        String html = "<b>not closed & " + "x".repeat(16);

        assertThat(Splitter.split(html, 32)).containsExactly(html);
    }

    @Test
    void endsAPartWithABlockRatherThanWithALineOrAWord() {
        assertThat(Splitter.split("one two\nthree four\n\nfive six\nseven eight nine ten", 40))
                .containsExactly("one two\nthree four\n\n", "five six\nseven eight nine ten");
        assertThat(Splitter.split("one two\nthree four five\nsix seven eight nine", 32))
                .containsExactly("one two\nthree four five\n", "six seven eight nine");
        assertThat(Splitter.split("one two three four five six seven eight", 32))
                .containsExactly("one two three four five six ", "seven eight");
    }

    @Test
    void closesTagsAtTheEndOfAPartAndOpensThemInTheNext() {
        String html = "<b>one <i>two three four five</i> six</b>";

        assertThat(Splitter.split(html, 36))
                .containsExactly("<b>one <i>two three four </i></b>", "<b><i>five</i> six</b>");
    }

    @Test
    void cutsAWordThatIsLongerThanAPartButNoEntityAndNoCharacter() {
        assertThat(Splitter.split("&amp;".repeat(7), 32)).containsExactly("&amp;".repeat(6), "&amp;");
        assertThat(Splitter.split("x" + "😀".repeat(16), 32)).containsExactly("x" + "😀".repeat(15), "😀");
    }

    @Test
    void leavesOutATagThatWouldFillAPart() {
        String link = "<a href=\"https://example.com/" + "x".repeat(40) + "\">here it is</a> and some more";

        assertThat(Splitter.split(link, 40)).containsExactly("here it is and some more");
    }

    @Test
    void leavesOutWhatCannotBeSeen() {
        assertThat(Splitter.split(" ".repeat(200) + "<b></b>x" + "\n".repeat(200), 32))
                .hasSize(1);
        assertThat(Splitter.split(" ".repeat(200), 32)).isEmpty();
    }

    @Test
    void repairsTagsThatDoNotFitTogether() {
        List<String> parts = Splitter.split("</i><b>one <i>two</b> three</i> four five six seven <u>eight", 32);

        assertThat(parts).allSatisfy(part -> assertThat(BotHtml.fault(part)).isNull());
    }

    @Test
    void ratherEndsAShortPartThanCutsAWordThatFollowsManyTags() {
        String link = "<a href=\"https://e.com/?a=1&amp;b=2\">";
        String last = link + "<code>" + "&quot;".repeat(10) + " a</code></a>";
        String html = link + "<code>" + "a ".repeat(63) + "</code></a>" + last;

        List<String> parts = Splitter.split(html, 150);

        assertThat(parts.stream().map(part -> BotHtml.seen(part).strip()))
                .containsExactly("a ".repeat(48).strip(), "a ".repeat(15).strip(), "\"".repeat(10) + " a");
    }

    @Test
    void refusesALimitThatNothingFitsInto() {
        assertThatThrownBy(() -> Splitter.split("x", 31)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void partsAreWholeAndShortAndSayAllOfIt(
            @ForAll("letters") String html, @ForAll @IntRange(min = 32, max = 400) int most) {
        List<String> parts = Splitter.split(html, most);

        StringBuilder seen = new StringBuilder();
        for (String part : parts) {
            assertThat(part.length()).isLessThanOrEqualTo(most);
            seen.append(BotHtml.seen(part));
        }
        assertThat(bare(seen.toString())).isEqualTo(bare(BotHtml.seen(html)));
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void wordsThatFitAreNotCut(@ForAll("letters") String html, @ForAll @IntRange(min = 150, max = 400) int most) {
        List<String> words = List.of(BotHtml.seen(html).strip().split("\\s+"));

        List<String> after = Splitter.split(html, most).stream()
                .flatMap(part -> List.of(BotHtml.seen(part).strip().split("\\s+")).stream())
                .toList();

        assertThat(String.join(" ", after)).isEqualTo(String.join(" ", words));
    }

    private static String bare(String text) {
        return text.replaceAll("\\s", "");
    }

    @Provide
    Arbitrary<String> letters() {
        Arbitrary<String> word = Arbitraries.of(
                "a", "bônus", "&lt;x&gt;", "&amp;", "😀", "Smiles", "R$ 1", "&quot;80%&quot;", "👩‍✈️", "→", "\uFFFD");
        Arbitrary<String> gap = Arbitraries.of(" ", " ", " ", "\n", "\n\n", "  \n");
        Arbitrary<String> text = word.flatMap(first -> gap.map(last -> first + last))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(all -> String.join("", all));
        Arbitrary<String> tagged = nested(nested(text, text), text);
        return tagged.list().ofMinSize(1).ofMaxSize(20).map(all -> String.join("", all));
    }

    private static Arbitrary<String> nested(Arbitrary<String> inner, Arbitrary<String> text) {
        return Arbitraries.of("", "b", "i", "code", "a")
                .flatMap(tag -> inner.flatMap(in -> text.map(more -> switch (tag) {
                    case "" -> in + more;
                    case "a" -> "<a href=\"https://e.com/?a=1&amp;b=2\">" + in + "</a>" + more;
                    default -> "<" + tag + ">" + in + more + "</" + tag + ">";
                })));
    }
}
