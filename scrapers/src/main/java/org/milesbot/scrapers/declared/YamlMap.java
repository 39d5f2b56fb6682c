package org.milesbot.scrapers.declared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Mistakes;
import org.milesbot.api.Nearest;
import org.milesbot.api.Text;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The keys and values of one part of a file. Whoever reads it asks for each key that there may be; what is of another form is
 * a mistake that names its line, and so is, at {@link #done}, a key that nobody asked for.
 */
final class YamlMap {

    private static final int LONGEST_QUOTE = 60;

    private final Node node;
    private final Mistakes mistakes;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> unread;
    private final TreeSet<String> asked = new TreeSet<>();

    private YamlMap(MappingNode node, Mistakes mistakes) {
        this.node = node;
        this.mistakes = mistakes;
        for (NodeTuple tuple : node.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
                complain(tuple.getKeyNode(), Text.of(YamlMap.class, "twice", key));
            }
        }
        unread = new LinkedHashMap<>(values);
    }

    /** What stands at a node if that is a mapping; else empty, and a mistake. */
    static Optional<YamlMap> of(Node node, String what, Mistakes mistakes) {
        if (node instanceof MappingNode mapping) {
            return Optional.of(new YamlMap(mapping, mistakes));
        }
        mistakes.add(located(node, Text.of(YamlMap.class, "no.map", what)));
        return Optional.empty();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** One value as it is written; null if the key is not there, or of another form, which is a mistake. */
    @Nullable
    String text(String key) {
        Node value = take(key);
        return value == null ? null : scalar(key, value);
    }

    /** One value that must be there; null if it is not, which is a mistake. */
    @Nullable
    String required(String key, String example) {
        if (!has(key)) {
            asked.add(key);
            missing(key, example);
            return null;
        }
        return text(key);
    }

    /** A value made of what is written; null if it is not there, or if it cannot be made, which is a mistake. */
    <T> @Nullable T made(String key, Function<String, T> maker, Text form) {
        String written = text(key);
        if (written == null) {
            return null;
        }
        try {
            return maker.apply(written);
        } catch (IllegalArgumentException e) {
            wrong(key, written, form);
            return null;
        }
    }

    /** Says of a value that was read that it is not what it must be. */
    void wrong(String key, String written, Text form) {
        complainOf(key, Text.of(YamlMap.class, "form", key, form, clipped(written)));
    }

    /** A list of values, for which one value alone may stand; empty if the key is not there. */
    List<String> texts(String key) {
        Node value = take(key);
        if (value == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (Node item : value instanceof SequenceNode list ? list.getValue() : List.of(value)) {
            String text = scalar(key, item);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** The parts in a list; empty if the key is not there. */
    List<YamlMap> maps(String key) {
        Node value = take(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof SequenceNode list)) {
            complain(value, Text.of(YamlMap.class, "no.list", key));
            return List.of();
        }
        return list.getValue().stream()
                .flatMap(item -> of(item, key, mistakes).stream())
                .toList();
    }

    /** A part of its own; empty if the key is not there. */
    Optional<YamlMap> map(String key) {
        Node value = take(key);
        return value == null ? Optional.empty() : of(value, key, mistakes);
    }

    /** Says that a key must be there and is not. */
    void missing(String key, String example) {
        complain(node, Text.of(YamlMap.class, "missing", key, example));
    }

    /** Says what is wrong about the value of a key. */
    void complainOf(String key, Text mistake) {
        complain(values.getOrDefault(key, node), mistake);
    }

    /** Says of each key that nobody asked for that there is no such key. */
    void done() {
        unread.forEach((key, value) -> complain(
                value,
                Nearest.to(key, asked)
                        .map(nearest -> Text.of(YamlMap.class, "unknown.near", key, nearest))
                        .orElseGet(() -> Text.of(YamlMap.class, "unknown", key, String.join(", ", asked)))));
    }

    private @Nullable Node take(String key) {
        asked.add(key);
        return unread.remove(key);
    }

    private @Nullable String scalar(String key, Node value) {
        if (value instanceof ScalarNode scalar
                && !Tag.NULL.equals(scalar.getTag())
                && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        complain(value, Text.of(YamlMap.class, "no.text", key));
        return null;
    }

    private void complain(Node where, Text mistake) {
        mistakes.add(located(where, mistake));
    }

    /** A mistake with the line that it is in. */
    static Text located(Node where, Text mistake) {
        int line = where.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        return Text.of(YamlMap.class, "line", String.valueOf(line), mistake);
    }

    private static String clipped(String written) {
        return written.length() <= LONGEST_QUOTE ? written : written.substring(0, LONGEST_QUOTE) + "…";
    }
}
