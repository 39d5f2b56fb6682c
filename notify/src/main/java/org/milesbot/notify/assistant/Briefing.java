package org.milesbot.notify.assistant;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.milesbot.api.Zones;

/** What a model is told before it hears somebody's words. */
final class Briefing {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, d 'de' MMMM 'de' uuuu", Locale.forLanguageTag("pt-BR"));
    private static final JsonMapper JSON = new JsonMapper();

    private final String rules;
    private final Clock clock;

    Briefing(Clock clock) {
        this.rules = read();
        this.clock = clock;
    }

    private static String read() {
        try (InputStream file = Objects.requireNonNull(Briefing.class.getResourceAsStream("rules.txt"), "no rules")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the rules cannot be read", e);
        }
    }

    /** What milesbot is, what day it is, and what to do and not to do. */
    String rules() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Zones.SAO_PAULO);
        return rules.replace("{today}", DAY.format(today) + " (" + today + ")");
    }

    /**
     * What others wrote, in a block that says so. Within JSON, and without angle brackets, nothing in it can end the block.
     */
    static String quoted(List<Quote> quotes) {
        ArrayNode list = JSON.createArrayNode();
        quotes.forEach(quote -> list.addObject().put("o_que", quote.label()).put("texto", quote.text()));
        return "<dados>\n" + list.toString().replace("<", "\\u003c").replace(">", "\\u003e") + "\n</dados>";
    }
}
