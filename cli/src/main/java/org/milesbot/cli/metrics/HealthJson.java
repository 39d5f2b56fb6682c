package org.milesbot.cli.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.cli.Version;
import org.milesbot.cli.metrics.Health.Backlog;
import org.milesbot.cli.metrics.Health.Code;
import org.milesbot.cli.metrics.Health.Reason;
import org.milesbot.cli.metrics.Health.SourceClass;
import org.milesbot.cli.output.JsonLine;

/** Health as docs/schemas/health.schema.json says. */
public final class HealthJson {

    private static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");

    private HealthJson() {}

    /** That this process answers, and nothing else. */
    public static String alive() {
        return JsonLine.of(Map.of("status", "alive"));
    }

    /** All of it on one line. */
    public static String of(Health health) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("status", health.isReady() ? "ready" : "not_ready");
        fields.put("at", time(health.at()));
        fields.put("version", Version.current());
        fields.put("reasons", health.reasons().stream().map(HealthJson::of).toList());
        fields.put("database", database(health));
        fields.put("sources", health.classes().stream().map(HealthJson::of).toList());
        fields.put("outbox", of(health.outbox()));
        return JsonLine.of(fields);
    }

    private static Map<String, Object> of(Reason reason) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", reason.code().slug());
        fields.put("pt", reason.text().in(PORTUGUESE));
        fields.put("en", reason.text().in(Locale.ENGLISH));
        return fields;
    }

    private static Map<String, @Nullable Object> database(Health health) {
        List<Code> codes = health.reasons().stream().map(Reason::code).toList();
        boolean isUp = !codes.contains(Code.DATABASE_DOWN) && !codes.contains(Code.DATABASE_TOO_SLOW);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("up", isUp);
        fields.put("schema", isUp ? health.schema().current() : null);
        fields.put("schema_needed", health.schema().known());
        return fields;
    }

    private static Map<String, @Nullable Object> of(SourceClass each) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("class", each.name());
        fields.put("sources", each.sources());
        fields.put("failing", each.failing());
        fields.put("last_success", each.lastSuccess() == null ? null : time(each.lastSuccess()));
        fields.put("usual_seconds", each.usual().toSeconds());
        return fields;
    }

    private static @Nullable Map<String, @Nullable Object> of(@Nullable Backlog outbox) {
        if (outbox == null) {
            return null;
        }
        Duration oldest = outbox.oldest();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("due", outbox.due());
        fields.put("dead", outbox.dead());
        fields.put("oldest_due_seconds", oldest == null ? null : oldest.toSeconds());
        return fields;
    }

    private static String time(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.atZone(Zones.SAO_PAULO).toOffsetDateTime());
    }
}
