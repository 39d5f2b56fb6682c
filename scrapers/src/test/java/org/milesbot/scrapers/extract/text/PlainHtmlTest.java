package org.milesbot.scrapers.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Plain HTML is read as the parser reads it, to the letter and to the place. */
final class PlainHtmlTest {

    private static final String TITLE = "Smiles &amp; Livelo";
    private static final String CLOSE = "close";

    /** What is no text or tag of the plain sort. */
    private static final List<String> ODD = List.of(
            "<p/>",
            "</p>",
            "</br>",
            "<P>",
            "<p a='b>c'>",
            "<a href=\"x?a=1&b=2\">",
            "<a href=x/>",
            "<a href = \"x>y\">",
            "<p\n>",
            "< b>",
            "<b",
            "<",
            ">",
            "<!-- <p> -->",
            "<script>var a = '<p>';</script>",
            "<textarea>\n<b></textarea>",
            "<pre>\n\n</pre>",
            "<hr>",
            "<unknown>",
            "<dl><dt>x<dd>y</dl>",
            "\u0000");

    private static final List<String> PLAIN = List.of(
            "<p>",
            "<p class=\"a b\">",
            "<div id='x' data-y>",
            "<section>",
            "<blockquote>",
            "<h2>",
            "<ul>",
            "<ol>",
            "<li>",
            "<table>",
            "<thead>",
            "<tbody>",
            "<tr>",
            "<td>",
            "<th colspan=2>",
            "<b>",
            "<strong>",
            "<em>",
            "<u>",
            "<a href=\"https://example.org/?a=1&amp;b=2\">",
            "<span>",
            "<s>",
            "<del>",
            "<br>",
            "<br/>",
            "<br />",
            "<img src=\"x.png\" alt='y'>");

    private static final List<String> TEXTS = List.of(
            "até 80%",
            " ",
            "\n  ",
            "\r\n",
            "\t",
            "&nbsp;",
            "&amp;lt;",
            "&eacute;",
            "&eacute",
            "&notit;",
            "&#8211;",
            "&#x96;",
            "&#0;",
            "&#xD800;",
            "&",
            "b?nus de ",
            "atÃ©",
            "e\u0301",
            "\uD83D\uDC49 Livelo",
            "\u200B",
            "\uFFFD");

    @Property(tries = 5000)
    void readsAsTheParserDoes(@ForAll("bodies") String html) {
        assertSame(html);
    }

    @Example
    void readsLabelledAnnouncementsAsTheParserDoes() throws IOException {
        for (String file : List.of("dev", "written", "permanent")) {
            bodies(file).forEach(PlainHtmlTest::assertSame);
        }
    }

    @Example
    void takesMostLabelledAnnouncementsForPlain() throws IOException {
        List<String> bodies = bodies("written");
        assertThat(bodies.stream().filter(PlainHtmlTest::isPlain).count()).isGreaterThan(bodies.size() * 9L / 10);
    }

    @Example
    void takesWhatIsNestedWellForPlain() {
        assertThat(List.of(
                        "<p>a <b>b <em>c</em></b><br>d</p><h2>e</h2><div><p>f</p></div>",
                        "<ul><li>a</li><li><p>b</p><ul><li>c</li></ul></li></ul>",
                        "<table><tr><th>a</th></tr>\n<tr><td>b</td></tr></table>",
                        "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>",
                        "<p>never closed"))
                .allMatch(PlainHtmlTest::isPlain);
    }

    @Example
    void leavesWhatIsNestedBadlyToTheParser() {
        assertThat(List.of(
                        "<p><b>a</p>b</b>",
                        "<b><b>a</b></b>",
                        "<table>a<tr><td>b</td></tr></table>",
                        "<td>a</td>",
                        "<li>a</li>",
                        "<p><ul></ul></p>",
                        "<h2><p>a</p></h2>"))
                .noneMatch(PlainHtmlTest::isPlain);
    }

    private static void assertSame(String html) {
        if (html.indexOf('<') >= 0) {
            assertThat(HtmlCleaner.clean(TITLE, html)).as(html).isEqualTo(HtmlCleaner.cleanParsed(TITLE, html));
        }
    }

    private static boolean isPlain(String html) {
        return PlainHtml.read(html, new Markup(new TextBuilder(html.length())));
    }

    /** Mostly tags that are closed where they should be, with some odd things among them. */
    @Provide
    Arbitrary<String> bodies() {
        return Arbitraries.frequencyOf(
                        Tuple.of(8, Arbitraries.of(PLAIN)),
                        Tuple.of(8, Arbitraries.just(CLOSE)),
                        Tuple.of(8, Arbitraries.of(TEXTS)),
                        Tuple.of(1, Arbitraries.of(ODD)))
                .list()
                .ofMaxSize(25)
                .map(PlainHtmlTest::written);
    }

    private static String written(List<String> pieces) {
        StringBuilder html = new StringBuilder();
        Deque<String> open = new ArrayDeque<>();
        for (String piece : pieces) {
            if (!piece.equals(CLOSE)) {
                html.append(piece);
            } else if (!open.isEmpty()) {
                html.append("</").append(open.pop()).append('>');
            }
            if (PLAIN.contains(piece) && !piece.startsWith("<br") && !piece.startsWith("<img")) {
                open.push(piece.substring(1).split("[ >]", 2)[0]);
            }
        }
        return html.toString();
    }

    private static List<String> bodies(String file) throws IOException {
        String resource = "/announcements/" + file + ".jsonl";
        List<String> bodies = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(PlainHtmlTest.class.getResourceAsStream(resource), resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            ObjectMapper json = new ObjectMapper();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                JsonNode row = json.readTree(line);
                bodies.add(row.path("html").asText());
            }
        }
        return bodies;
    }
}
