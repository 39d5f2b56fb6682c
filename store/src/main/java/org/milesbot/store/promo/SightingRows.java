package org.milesbot.store.promo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.ClubPlan;
import org.milesbot.api.promo.Earning;
import org.milesbot.api.promo.Fare;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Place;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.Tier;
import org.milesbot.api.source.Sighting;
import org.milesbot.store.db.StorableText;

/**
 * Writes sightings as a JSON array whose objects have the columns of the tables as fields. The server unfolds it into
 * rows, so that any number of them is one statement with one parameter.
 */
final class SightingRows {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST_TITLE = 500;

    private SightingRows() {}

    /** One row: a sighting by its fingerprint. */
    record Row(String announcementId, Fingerprint fingerprint, Sighting sighting) {}

    static String toJson(Origin origin, List<Row> rows) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (Row row : rows) {
                json.writeStartObject();
                writeOrigin(json, origin);
                writeSighting(json, row);
                writePromo(json, row.sighting().promo());
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void writeOrigin(JsonGenerator json, Origin origin) throws IOException {
        json.writeStringField("plugin", origin.plugin());
        write(json, "capture_id", origin.captureId());
        json.writeNumberField("parser_version", origin.parserVersion());
        json.writeStringField("first_seen", origin.firstSeen().toString());
        json.writeStringField("last_seen", origin.lastSeen().toString());
        json.writeStringField("fetched_at", origin.lastSeen().toString());
    }

    private static void writeSighting(JsonGenerator json, Row row) throws IOException {
        Sighting sighting = row.sighting();
        json.writeStringField("announcement", row.announcementId());
        json.writeStringField("fingerprint", "\\x" + row.fingerprint().hex());
        json.writeStringField("id", row.fingerprint().promoId().toString());
        json.writeStringField("source_name", sighting.source().value());
        json.writeStringField("provenance", sighting.provenance().name().toLowerCase(Locale.ROOT));
        json.writeStringField("title", StorableText.clean(cut(sighting.title())));
        json.writeStringField("src_url", StorableText.clean(sighting.url().toString()));
        json.writeStringField("published_at", sighting.publishedAt().toString());
        json.writeBooleanField("date_suspect", sighting.isDateSuspect());
    }

    private static void writePromo(JsonGenerator json, Promo promo) throws IOException {
        json.writeStringField("kind", promo.kind().value());
        json.writeStringField("program", promo.program().value());
        json.writeArrayFieldStart("origins");
        for (OriginId origin : promo.origins()) {
            json.writeString(origin.value());
        }
        json.writeEndArray();
        writeBonus(json, promo.bonus());
        writeMoment(json, "start", promo.window().start());
        writeMoment(json, "end", promo.window().end());
        writeFare(json, promo.fare());
        writeEarning(json, promo.earning() == null ? Earning.UNKNOWN : promo.earning());
        writeClub(json, promo.club());
        json.writeObjectFieldStart("evidence");
        for (Map.Entry<String, String> words : promo.evidence().entrySet()) {
            json.writeStringField(StorableText.clean(words.getKey()), StorableText.clean(words.getValue()));
        }
        json.writeEndObject();
    }

    private static void writeBonus(JsonGenerator json, Bonus bonus) throws IOException {
        write(json, "bonus_pct", bonus.highest());
        write(json, "base_pct", bonus.base());
        write(json, "min_points", bonus.minPoints());
        write(json, "cap_points", bonus.capPoints());
        write(json, "gain", bonus.gain());
        json.writeArrayFieldStart("tiers");
        for (Tier tier : bonus.tiers()) {
            json.writeStartObject();
            json.writeStringField("audience", tier.audience().value());
            json.writeStringField("label", StorableText.clean(tier.label()));
            json.writeStringField("percent", tier.percent().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeMoment(JsonGenerator json, String name, @Nullable Moment moment) throws IOException {
        write(json, name + "_dt", moment == null ? null : moment.date());
        write(json, name + "_time", moment == null ? null : moment.time());
    }

    private static void writeFare(JsonGenerator json, @Nullable Fare fare) throws IOException {
        if (fare != null) {
            writePlace(json, "origin", fare.origin());
            writePlace(json, "dest", fare.destination());
            write(json, "cabin", fare.cabin());
            write(json, "miles", fare.miles());
            write(json, "taxes_brl", fare.taxesBrl());
            write(json, "trip", fare.trip());
            write(json, "travel_from", fare.travel().from());
            write(json, "travel_to", fare.travel().to());
        }
    }

    private static void writePlace(JsonGenerator json, String name, @Nullable Place place) throws IOException {
        if (place != null) {
            write(json, name, place.airport());
            write(json, name + "_city", place.city());
        }
    }

    private static void writeEarning(JsonGenerator json, Earning earning) throws IOException {
        write(json, "rate_max", earning.rateMax());
        write(json, "rate_base", earning.rateBase());
        write(json, "rate_unit", earning.rateUnit());
        json.writeArrayFieldStart("shops");
        for (String shop : earning.shops()) {
            json.writeString(StorableText.clean(shop));
        }
        json.writeEndArray();
    }

    private static void writeClub(JsonGenerator json, @Nullable ClubPlan club) throws IOException {
        if (club != null) {
            write(json, "plan", club.plan());
            write(json, "monthly_price_brl", club.monthlyPriceBrl());
        }
    }

    /** The server reads the text as whatever type the column has. A field left out is null. */
    private static void write(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(name, StorableText.clean(value.toString()));
        }
    }

    private static String cut(String title) {
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
    }
}
