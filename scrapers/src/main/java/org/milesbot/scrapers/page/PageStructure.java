package org.milesbot.scrapers.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.milesbot.api.source.Page;

/**
 * How a page is built, whatever it says: the ways to its elements (HTML, XML), or to its values (JSON). Two pages of one form
 * have nearly the same; a new design of a site has other ones.
 *
 * @param paths the ways, such as {@code body > main > article.promo > h2}, {@code rss/channel/item} or {@code /data/[]/title}
 */
public record PageStructure(NavigableSet<String> paths) {

    /** That of no page at all. */
    public static final PageStructure NONE = new PageStructure(new TreeSet<>());

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 5_000;
    private static final int DEEPEST = 12;

    /** Copies the ways. */
    public PageStructure {
        paths = new TreeSet<>(paths);
    }

    /** What a page is built like. */
    public static PageStructure of(Page page) {
        TreeSet<String> paths = new TreeSet<>();
        String text = page.text().stripLeading();
        if (text.startsWith("{") || text.startsWith("[")) {
            try {
                values(JSON.readTree(text), "", paths);
                return new PageStructure(paths);
            } catch (JsonProcessingException e) {
                paths.add("?");
                return new PageStructure(paths);
            }
        }
        boolean isHtml = Found.isHtml(page);
        Document document = isHtml ? Jsoup.parse(text) : Jsoup.parse(text, "", Parser.xmlParser());
        elements(isHtml ? document.body() : document, "", 0, isHtml, paths);
        return new PageStructure(paths);
    }

    /** These ways and those of another page of the same form. */
    public PageStructure and(PageStructure other) {
        TreeSet<String> both = new TreeSet<>(paths);
        both.addAll(other.paths);
        return new PageStructure(both);
    }

    /** The ways that another page has no more, the shortest of each branch: what lies below them is gone with them. */
    public NavigableSet<String> lostIn(PageStructure other) {
        TreeSet<String> lost = new TreeSet<>();
        for (String path : paths) {
            boolean isGone = !other.paths.contains(path);
            // Sorted, so what leads here was looked at before.
            if (isGone && lost.stream().noneMatch(above -> isBelow(path, above))) {
                lost.add(path);
            }
        }
        return lost;
    }

    /** Of all ways in either, the share that both have; 1 where neither has any. */
    public double likeness(PageStructure other) {
        TreeSet<String> either = new TreeSet<>(paths);
        either.addAll(other.paths);
        long both = paths.stream().filter(other.paths::contains).count();
        return either.isEmpty() ? 1 : (double) both / either.size();
    }

    private static boolean isBelow(String path, String above) {
        return path.startsWith(above + " > ") || path.startsWith(above + "/");
    }

    private static void elements(Element parent, String way, int depth, boolean isHtml, TreeSet<String> paths) {
        if (depth == DEEPEST) {
            return;
        }
        for (Element child : parent.children()) {
            String own = isHtml ? name(child) : child.tagName();
            String path = way.isEmpty() ? own : way + (isHtml ? " > " : "/") + own;
            if (paths.size() < MOST) {
                paths.add(path);
                elements(child, path, depth + 1, isHtml, paths);
            }
        }
    }

    /** Ids and classes with digits in them are mostly counters and hashes of a build, which change by themselves. */
    private static String name(Element element) {
        StringBuilder name = new StringBuilder(element.tagName());
        if (isWord(element.id())) {
            name.append('#').append(element.id());
        }
        element.classNames().stream()
                .filter(PageStructure::isWord)
                .sorted()
                .limit(3)
                .forEach(one -> name.append('.').append(one));
        return name.toString();
    }

    private static boolean isWord(String name) {
        return !name.isBlank() && name.chars().noneMatch(Character::isDigit);
    }

    private static void values(JsonNode node, String way, TreeSet<String> paths) {
        if (paths.size() >= MOST || way.chars().filter(c -> c == '/').count() > DEEPEST) {
            return;
        }
        if (node.isObject()) {
            node.properties().forEach(field -> {
                paths.add(way + "/" + field.getKey());
                values(field.getValue(), way + "/" + field.getKey(), paths);
            });
        } else if (node.isArray()) {
            node.forEach(item -> values(item, way + "/[]", paths));
        }
    }
}
