package org.milesbot.cli.output;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.cli.pipeline.SourceOverview.Line;
import org.milesbot.store.source.SourceNotice;
import org.milesbot.store.source.SourceState;
import org.milesbot.store.source.SourceState.Last;

/** How a source does, as docs/schemas/source.schema.json says. */
public final class SourceJson {

    private SourceJson() {}

    /** One source on one line. */
    public static String line(Line line) {
        Map<String, @Nullable Object> fields = shared(line);
        fields.put("muted", line.state().muted());
        putNotice(fields, line.notice());
        return JsonLine.of(fields);
    }

    /** One source on one line without what is the operator's, as docs/schemas/public-source.schema.json says. */
    public static String publicLine(Line line) {
        return JsonLine.of(shared(line));
    }

    private static Map<String, @Nullable Object> shared(Line line) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("source", line.key().source());
        fields.put("plugin", line.key().plugin());
        fields.put("provenance", slug(line.provenance()));
        putState(fields, line.state());
        return fields;
    }

    private static void putState(Map<String, @Nullable Object> fields, SourceState state) {
        Last last = state.visit();
        fields.put("outcome", last == null ? null : last.outcome());
        fields.put("last_visit", last == null ? null : time(last.at()));
        fields.put("last_success", time(state.lastSuccess()));
        fields.put("last_new_item", time(state.lastNewItem()));
        fields.put("failures", state.failures());
        fields.put("next_check", last == null ? null : time(last.nextCheck()));
        fields.put("gap_median_seconds", seconds(state.rhythm().median()));
        fields.put("gap_p95_seconds", seconds(state.rhythm().longest()));
        fields.put("busy_hours", state.rhythm().busyHours());
        fields.put("trouble", slug(state.trouble()));
    }

    private static void putNotice(Map<String, @Nullable Object> fields, @Nullable SourceNotice notice) {
        fields.put("notice", notice == null ? null : slug(notice.kind()));
        fields.put("notice_id", notice == null ? null : Long.valueOf(notice.id()));
        fields.put("notice_at", notice == null ? null : time(notice.writtenAt()));
        fields.put("notice_problem", notice == null ? null : notice.problem());
    }

    static @Nullable String time(@Nullable Instant instant) {
        return instant == null
                ? null
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        instant.atZone(Zones.SAO_PAULO).toOffsetDateTime());
    }

    private static @Nullable Long seconds(@Nullable Duration duration) {
        return duration == null ? null : Long.valueOf(duration.toSeconds());
    }

    private static @Nullable String slug(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name().toLowerCase(Locale.ROOT);
    }
}
