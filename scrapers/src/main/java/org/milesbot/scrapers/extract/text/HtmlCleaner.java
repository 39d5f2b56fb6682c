package org.milesbot.scrapers.extract.text;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** Turns a title and HTML into clean text. Bounded: what lies beyond {@value #MOST} characters is not read. */
public final class HtmlCleaner {

    private static final int MOST = 200_000;

    /** The parser looks through all open elements at each tag, so that their number bounds its time. */
    private static final int DEEPEST = 100;

    private static final Set<String> BREAKING = Set.of(
            "p",
            "div",
            "section",
            "article",
            "header",
            "footer",
            "main",
            "aside",
            "blockquote",
            "table",
            "thead",
            "tbody",
            "tr",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "br",
            "hr",
            "pre",
            "figure",
            "figcaption",
            "form",
            "address",
            "details",
            "summary",
            "body");
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6", "summary", "dt");
    private static final Set<String> STRIKING = Set.of("s", "strike", "del");
    private static final Set<String> BOLD = Set.of("b", "strong", "u");
    private static final Set<String> HIDDEN =
            Set.of("script", "style", "noscript", "template", "svg", "iframe", "head", "select", "button", "textarea");

    private HtmlCleaner() {}

    /** The clean text of an announcement; its first block is the title, unless that is blank. */
    public static CleanText clean(String title, String html) {
        TextBuilder out = new TextBuilder();
        out.open(BlockKind.TITLE);
        out.append(Mending.mend(Parser.unescapeEntities(bounded(title), false)));
        out.close();
        appendBody(bounded(html), out);
        return out.build();
    }

    private static String bounded(String text) {
        return text.length() <= MOST ? text : text.substring(0, MOST);
    }

    private static void appendBody(String html, TextBuilder out) {
        if (html.indexOf('<') < 0) {
            appendPlain(html, out);
            return;
        }
        out.open(BlockKind.PARAGRAPH);
        Walker walker = new Walker(out);
        Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
        parser.parseFragmentInput(html, new Element("body"), "").forEach(node -> node.traverse(walker));
        out.close();
    }

    private static void appendPlain(String text, TextBuilder out) {
        for (String line : Parser.unescapeEntities(text, false).split("\n", -1)) {
            out.open(BlockKind.PARAGRAPH);
            out.append(Mending.mend(line));
            out.close();
        }
    }

    private static final class Walker implements NodeVisitor {

        private final TextBuilder out;
        private int hidden;
        private int struck;

        Walker(TextBuilder out) {
            this.out = out;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                appendText(text.getWholeText());
            } else if (node instanceof Element element) {
                enter(element.normalName());
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                leave(element.normalName());
            }
        }

        private void appendText(String text) {
            if (hidden > 0) {
                return;
            }
            int start = out.length();
            out.append(Mending.mend(text));
            if (struck > 0) {
                out.strike(start);
            }
        }

        private void enter(String name) {
            if (HIDDEN.contains(name)) {
                hidden++;
            } else if (STRIKING.contains(name)) {
                struck++;
            } else if (BOLD.contains(name)) {
                out.beginBold();
            } else if (name.equals("td") || name.equals("th")) {
                out.cell();
            } else if (BREAKING.contains(name)) {
                out.close();
                out.open(kindOf(name, out.kind()));
            }
        }

        private void leave(String name) {
            if (HIDDEN.contains(name)) {
                hidden--;
            } else if (STRIKING.contains(name)) {
                struck--;
            } else if (BOLD.contains(name)) {
                out.endBold();
            } else if (BREAKING.contains(name) && !name.equals("br")) {
                out.close();
                out.open(BlockKind.PARAGRAPH);
            }
        }

        private static BlockKind kindOf(String name, BlockKind outer) {
            if (HEADINGS.contains(name)) {
                return BlockKind.HEADING;
            }
            return switch (name) {
                case "li", "dd" -> BlockKind.ITEM;
                case "tr" -> BlockKind.ROW;
                case "br" -> outer;
                case "p", "div" -> outer == BlockKind.ITEM ? BlockKind.ITEM : BlockKind.PARAGRAPH;
                default -> BlockKind.PARAGRAPH;
            };
        }
    }
}
