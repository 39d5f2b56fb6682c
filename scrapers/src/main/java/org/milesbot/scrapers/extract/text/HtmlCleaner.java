package org.milesbot.scrapers.extract.text;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Turns a title and HTML into clean text. Bounded: what lies beyond {@value #MOST} characters is not read. */
public final class HtmlCleaner {

    private static final int MOST = 200_000;

    /** The parser looks through all open elements at each tag, so that their number bounds its time. */
    private static final int DEEPEST = 100;

    private HtmlCleaner() {}

    /** The clean text of an announcement; its first block is the title, unless that is blank. */
    public static CleanText clean(String title, String html) {
        String body = bounded(html);
        TextBuilder out = titled(title, body);
        boolean plain = body.indexOf('<') < 0 ? appendLines(body, out) : appendPlain(body, out);
        return plain ? out.build() : parsed(title, body).build();
    }

    /** As {@link #clean}, always by the parser. */
    static CleanText cleanParsed(String title, String html) {
        return parsed(title, bounded(html)).build();
    }

    private static String bounded(String text) {
        return text.length() <= MOST ? text : text.substring(0, MOST);
    }

    /** Begins with the title; what shows of a body is hardly longer than its HTML. */
    private static TextBuilder titled(String title, String html) {
        String head = bounded(title);
        TextBuilder out = new TextBuilder(head.length() + html.length() + 2);
        out.open(BlockKind.TITLE);
        out.append(Mending.mend(CharacterReferences.replace(head)));
        out.close();
        return out;
    }

    private static boolean appendLines(String text, TextBuilder out) {
        for (String line : CharacterReferences.replace(text).split("\n", -1)) {
            out.open(BlockKind.PARAGRAPH);
            out.append(Mending.mend(line));
            out.close();
        }
        return true;
    }

    private static boolean appendPlain(String html, TextBuilder out) {
        out.open(BlockKind.PARAGRAPH);
        boolean plain = PlainHtml.read(html, new Markup(out));
        out.close();
        return plain;
    }

    private static TextBuilder parsed(String title, String html) {
        TextBuilder out = titled(title, html);
        out.open(BlockKind.PARAGRAPH);
        Walker walker = new Walker(new Markup(out));
        Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
        parser.parseFragmentInput(html, new Element("body"), "").forEach(node -> node.traverse(walker));
        out.close();
        return out;
    }

    /** Hands over the nodes of a tree. */
    private record Walker(Markup out) implements NodeVisitor {

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                out.text(text.getWholeText());
            } else {
                Tag tag = tagOf(node);
                if (tag != null) {
                    out.enter(tag);
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            Tag tag = tagOf(node);
            if (tag != null) {
                out.leave(tag);
            }
        }

        private static @Nullable Tag tagOf(Node node) {
            return node instanceof Element element ? Tag.of(element.normalName()) : null;
        }
    }
}
