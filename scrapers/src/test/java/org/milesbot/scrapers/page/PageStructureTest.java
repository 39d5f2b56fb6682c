package org.milesbot.scrapers.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.milesbot.api.source.Page;

class PageStructureTest {

    @Test
    void isTheSameWhateverThePageSays() {
        PageStructure one =
                structure("<html><main id='c'><p class='b a x123'>100%</p><p class='a b'>x</p></main></html>");

        assertThat(one.paths()).containsExactly("main#c", "main#c > p.a.b");
        assertThat(one.likeness(structure("<html><main id=c><p class='a b'>Outra</p></main></html>")))
                .isEqualTo(1);
    }

    @Test
    void namesWhatIsGoneAndNotWhatLiesBelowIt() {
        PageStructure before = structure("<html><main><ul><li><a>x</a></li></ul><p>y</p></main></html>");
        PageStructure after = structure("<html><main><p>y</p><table></table></main></html>");

        assertThat(before.lostIn(after)).containsExactly("main > ul");
        assertThat(after.lostIn(before)).containsExactly("main > table");
        assertThat(before.likeness(after)).isBetween(0.3, 0.4);
    }

    @Test
    void readsFeedsAndJsonToo() {
        assertThat(structure("<?xml version='1.0'?><rss><channel><item><title>x</title></item></channel></rss>")
                        .paths())
                .containsExactly("rss", "rss/channel", "rss/channel/item", "rss/channel/item/title");
        assertThat(structure("{\"a\": [{\"b\": 1}, {\"c\": null}]}").paths())
                .containsExactly("/a", "/a/[]/b", "/a/[]/c");
        assertThat(structure("{\"a\": ").paths()).containsExactly("?");
        assertThat(structure("").likeness(structure(""))).isEqualTo(1);
    }

    private static PageStructure structure(String text) {
        URI address = URI.create("https://www.example.com/");
        return PageStructure.of(new Page(address, address, Instant.EPOCH, "text/html", text));
    }
}
