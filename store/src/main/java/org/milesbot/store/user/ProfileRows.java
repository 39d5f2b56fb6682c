package org.milesbot.store.user;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.store.db.StorableText;
import org.milesbot.store.user.Since.Disabled;
import org.milesbot.store.user.UserConfig.Bar;
import org.milesbot.store.user.UserConfig.Follows;
import org.milesbot.store.user.UserConfig.Levels;
import org.milesbot.store.user.UserConfig.Quiet;

/** Writes people as a JSON array whose objects have the columns of the tables as fields, so that all are one parameter. */
final class ProfileRows {

    private static final JsonFactory JSON = new JsonFactory();

    private ProfileRows() {}

    static String toJson(List<Profile> profiles) {
        StringWriter text = new StringWriter();
        int place = 0;
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (Profile profile : profiles) {
                json.writeStartObject();
                json.writeNumberField("place", place++);
                write(json, "telegram_id", profile.telegramId());
                write(json, "name", profile.name());
                writeSince(json, profile.since());
                writeConfig(json, profile.config());
                writeChoices(json, profile.programs());
                writeRoutes(json, profile.routes());
                writeReminders(json, profile.reminders());
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void writeSince(JsonGenerator json, Since since) throws IOException {
        Disabled disabled = since.disabled();
        write(json, "created_at", since.createdAt());
        write(json, "welcomed_at", since.welcomedAt());
        write(json, "disabled_at", disabled == null ? null : disabled.at());
        write(json, "disabled_why", disabled == null ? null : disabled.why());
    }

    private static void writeConfig(JsonGenerator json, UserConfig config) throws IOException {
        write(json, "language", config.language().slug());
        write(json, "channel", config.channel());
        Bar bar = config.bar();
        write(json, "threshold", bar.threshold().toPlainString());
        write(json, "min_bonus", bar.minBonus());
        Follows follows = config.follows();
        writeList(json, "kinds", follows.kinds());
        writeList(json, "programs", follows.programs());
        writeList(json, "origins", follows.origins());
        writeList(json, "tiers", follows.tiers());
        writeQuiet(json, config.quiet());
        write(json, "digest", config.digest().rhythm().slug());
        write(json, "digest_at", config.digest().at());
        writeLevels(json, config.levels());
        write(json, "ai", config.ai());
    }

    private static void writeQuiet(JsonGenerator json, Quiet quiet) throws IOException {
        write(json, "zone", quiet.zone().getId());
        write(json, "quiet_from", quiet.hours() == null ? null : quiet.hours().from());
        write(json, "quiet_to", quiet.hours() == null ? null : quiet.hours().to());
        write(json, "urgent_passes", quiet.urgentPasses());
    }

    private static void writeLevels(JsonGenerator json, Levels levels) throws IOException {
        write(json, "level_new", levels.created().slug());
        write(json, "level_raised", levels.raised().slug());
        write(json, "level_extended", levels.extended().slug());
        write(json, "level_ending", levels.ending().slug());
        write(json, "level_combo", levels.combo().slug());
    }

    private static void writeChoices(JsonGenerator json, Map<ProgramId, ProgramChoice> programs) throws IOException {
        json.writeArrayFieldStart("choices");
        for (Map.Entry<ProgramId, ProgramChoice> choice : programs.entrySet()) {
            json.writeStartObject();
            write(json, "program", choice.getKey());
            write(json, "min_bonus", choice.getValue().minBonus());
            write(json, "muted_until", choice.getValue().mutedUntil());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeRoutes(JsonGenerator json, List<UserRoute> routes) throws IOException {
        json.writeArrayFieldStart("routes");
        for (UserRoute route : routes) {
            json.writeStartObject();
            writeList(json, "origins", route.origins());
            writeList(json, "dests", route.dests());
            write(json, "cabin", route.cabin());
            write(json, "max_miles", route.maxMiles());
            write(json, "travel_from", route.travel().from());
            write(json, "travel_to", route.travel().to());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeReminders(JsonGenerator json, Map<UUID, Instant> reminders) throws IOException {
        json.writeArrayFieldStart("reminders");
        for (Map.Entry<UUID, Instant> reminder : reminders.entrySet()) {
            json.writeStartObject();
            write(json, "promo_id", reminder.getKey());
            write(json, "asked_at", reminder.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Always in the same order, so that rows can be told apart by what they say. */
    private static void writeList(JsonGenerator json, String name, Collection<?> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values.stream().map(Object::toString).sorted().toList()) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    /** The server reads the text as whatever type the column has. A field left out is null. */
    private static void write(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(name, StorableText.clean(value.toString()));
        }
    }
}
