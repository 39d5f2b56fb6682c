package org.milesbot.cli.output;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.store.event.PromoEvent;

/** Prints what happened to campaigns as JSON, one object a line. */
public final class EventOutput {

    private final Console console;
    private final boolean json;

    public EventOutput(Console console, boolean json) {
        this.console = console;
        this.json = json;
    }

    /** Prints some events, in order. People see no list of them, for whom there are {@code promos} and {@code explain}. */
    public void print(List<PromoEvent> events) {
        if (json) {
            events.forEach(event -> console.out().println(line(event)));
        }
    }

    /** An event as one line, in the form of {@code docs/schemas/event.schema.json}. */
    public static String line(PromoEvent event) {
        return JsonLine.of(fields(event));
    }

    static Map<String, @Nullable Object> fields(PromoEvent event) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("event", event.id());
        fields.put("promo", event.promoId());
        fields.put("kind", event.kind().slug());
        fields.put("detail", event.detail());
        fields.put("before", event.before());
        fields.put("happened_at", time(event.happenedAt()));
        fields.put("written_at", time(event.writtenAt()));
        fields.put("quiet", event.isQuiet());
        return fields;
    }

    static String time(Instant time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                time.truncatedTo(ChronoUnit.SECONDS).atZone(Zones.SAO_PAULO));
    }
}
