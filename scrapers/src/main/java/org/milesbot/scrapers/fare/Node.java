package org.milesbot.scrapers.fare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;

/**
 * A place in an answer in JSON. Lenient about what is not asked for, strict about what is: what is there must be of its
 * form, else the entry is unreadable, with a sentence that names the place; what is missing, null or blank is null.
 */
final class Node {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Pattern PLAIN_NUMBER = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,6})?");
    private static final Pattern GROUPED_NUMBER = Pattern.compile("[0-9]{1,3}(,[0-9]{3}){1,3}");
    private static final Pattern AIRPORT = Pattern.compile("[A-Z]{3}");
    private static final Pattern MOMENT = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})([T ][0-9:.,]*([+-][0-9:]{2,6})?)?");
    private static final int MOST_DIGITS = 12;
    private static final int QUOTED = 30;

    private final JsonNode json;
    private final String place;

    private Node(JsonNode json, String place) {
        this.json = json;
        this.place = place;
    }

    /** The whole of an answer; empty if it is not JSON. */
    static Optional<Node> parse(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return Optional.of(new Node(json, ""));
        } catch (JsonProcessingException e) {
            // Whoever asked says which page it was, and what was expected of it.
            return Optional.empty();
        }
    }

    Node at(String name) {
        return new Node(json.path(name), place.isEmpty() ? name : place + "." + name);
    }

    Node at(String first, String... more) {
        Node node = at(first);
        for (String name : more) {
            node = node.at(name);
        }
        return node;
    }

    /** The elements of a list that must be there. */
    List<Node> list(String name) {
        if (at(name).isMissing()) {
            throw at(name).unreadable("entry.missing");
        }
        return all(name);
    }

    /** The elements of a list; none if there is no list. */
    List<Node> all(String name) {
        Node list = at(name);
        return list.isMissing() ? List.of() : list.elements();
    }

    /** The elements of this list. */
    List<Node> elements() {
        if (!json.isArray()) {
            throw refused("entry.list");
        }
        List<Node> elements = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            elements.add(new Node(json.get(i), place + "[" + i + "]"));
        }
        return elements;
    }

    boolean isMissing() {
        return json.isMissingNode()
                || json.isNull()
                || (json.isTextual() && json.textValue().isBlank());
    }

    @Nullable
    String text(String name) {
        Node node = at(name);
        if (node.isMissing()) {
            return null;
        }
        if (!node.json.isTextual()) {
            throw node.refused("entry.text");
        }
        return node.json.textValue().strip();
    }

    /** True or false, also written as text. */
    @Nullable
    Boolean flag(String name) {
        Node node = at(name);
        if (node.isMissing()) {
            return null;
        }
        String said = node.json.asText();
        if (!said.equals("true") && !said.equals("false")) {
            throw node.refused("entry.flag");
        }
        return said.equals("true");
    }

    boolean isTrue(String name) {
        return Boolean.TRUE.equals(flag(name));
    }

    boolean isFalse(String name) {
        return Boolean.FALSE.equals(flag(name));
    }

    /** An amount of money, not negative, also written as text. */
    @Nullable
    BigDecimal amount(String name) {
        Node node = at(name);
        return node.isMissing() ? null : node.number();
    }

    /** A whole number, not negative, also written as text. */
    @Nullable
    Long count(String name) {
        Node node = at(name);
        if (node.isMissing()) {
            return null;
        }
        BigDecimal number = node.number();
        if (number.stripTrailingZeros().scale() > 0) {
            throw node.refused("entry.whole");
        }
        return number.longValueExact();
    }

    private BigDecimal number() {
        if (json.isNumber()) {
            BigDecimal number = json.decimalValue();
            // Not by comparing: 1e999999999 is a number, and takes for ever to write out.
            boolean modest = number.precision() - (long) number.scale() <= MOST_DIGITS && number.scale() <= 20;
            if (modest && number.signum() >= 0) {
                return number;
            }
        }
        String said = json.isTextual() ? json.textValue().strip() : "";
        if (PLAIN_NUMBER.matcher(said).matches()) {
            return new BigDecimal(said);
        }
        if (GROUPED_NUMBER.matcher(said).matches()) {
            return new BigDecimal(said.replace(",", ""));
        }
        throw refused("entry.number");
    }

    String airport(String name) {
        Node node = at(name);
        String code = node.required(text(name));
        if (!AIRPORT.matcher(code).matches()) {
            throw node.refused("entry.airport");
        }
        return code;
    }

    /**
     * The calendar day of a date or of a local time. A time in UTC is refused: near midnight it is another day at the
     * airport, and which one cannot be told from it.
     */
    LocalDate day(String name) {
        Node node = at(name);
        String said = node.required(text(name));
        var matcher = MOMENT.matcher(said);
        try {
            if (matcher.matches()) {
                return LocalDate.parse(matcher.group(1));
            }
        } catch (DateTimeParseException e) {
            throw node.refused("entry.day");
        }
        throw node.refused("entry.day");
    }

    private String required(@Nullable String text) {
        if (text == null) {
            throw unreadable("entry.missing");
        }
        return text;
    }

    /** What is thrown about this place and what stands there: a sentence whose {0} names it and whose {1} quotes it. */
    UnreadableEntryException refused(String key) {
        return unreadable(key, quoted());
    }

    /** What is thrown about this place: a sentence whose {0} names it. */
    UnreadableEntryException unreadable(String key, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = place.isEmpty() ? "$" : place;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new UnreadableEntryException(Text.of(Node.class, key, all));
    }

    /** What stands here, short and fit to be printed. */
    String quoted() {
        String said = json.isValueNode() ? json.asText() : json.isArray() ? "[…]" : "{…}";
        String printable = said.replaceAll("[\\p{Cntrl}\\p{Cs}\\s]+", " ").strip();
        return printable.length() > QUOTED
                ? printable.substring(0, QUOTED).replaceAll("\\p{Cs}$", "") + "…"
                : printable;
    }
}
