package org.milesbot.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.ClubPlan;
import org.milesbot.api.promo.Earning;
import org.milesbot.api.promo.Fare;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.Place;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.Tier;

/** Promos as JSON, in the form of {@code docs/schemas/promo.schema.json}. What is unknown is null. */
public final class PromoJson {

    private static final JsonFactory JSON = new JsonFactory();

    private final LocalDate today;

    /**
     * @param today the day on which a promo's state is told
     */
    public PromoJson(LocalDate today) {
        this.today = today;
    }

    /** A promo as one line. */
    public String line(ReportedPromo reported) {
        return write(json -> object(json, reported));
    }

    /** A promo as a tree, for what holds more than promos. */
    JsonNode tree(ReportedPromo reported) {
        return tree(line(reported));
    }

    /** An announcement's id and its promos as one line. */
    public String line(String announcementId, List<ReportedPromo> promos) {
        return write(json -> {
            json.writeStartObject();
            json.writeStringField("id", announcementId);
            json.writeArrayFieldStart("promos");
            for (ReportedPromo promo : promos) {
                object(json, promo);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /** The same as a tree. */
    JsonNode tree(String announcementId, List<ReportedPromo> promos) {
        return tree(line(announcementId, promos));
    }

    private static JsonNode tree(String line) {
        try {
            return Trees.MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("what was just written is JSON", e);
        }
    }

    private interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    private static String write(Writing writing) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            writing.to(json);
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written to", e);
        }
        return line.toString();
    }

    private void object(JsonGenerator json, ReportedPromo reported) throws IOException {
        Promo promo = reported.promo();
        json.writeStartObject();
        if (reported.id() != null) {
            json.writeStringField("id", reported.id().toString());
        }
        json.writeStringField("kind", promo.kind().value());
        json.writeStringField("program", promo.program().value());
        json.writeArrayFieldStart("origins");
        for (OriginId origin : promo.origins()) {
            json.writeString(origin.value());
        }
        json.writeEndArray();
        bonus(json, promo.bonus());
        text(json, "start", promo.window().start());
        text(json, "end", promo.window().end());
        json.writeBooleanField("date_suspect", reported.isDateSuspect());
        fare(json, promo.fare() == null ? Fare.UNKNOWN : promo.fare());
        earning(json, promo.earning() == null ? Earning.UNKNOWN : promo.earning());
        club(json, promo.club() == null ? ClubPlan.UNKNOWN : promo.club());
        where(json, reported);
        json.writeObjectFieldStart("evidence");
        for (Map.Entry<String, String> field : promo.evidence().entrySet()) {
            json.writeStringField(field.getKey(), field.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void bonus(JsonGenerator json, Bonus bonus) throws IOException {
        percent(json, "bonus_pct", bonus.highest());
        percent(json, "base_pct", bonus.base());
        json.writeArrayFieldStart("tiers");
        for (Tier tier : bonus.tiers()) {
            json.writeStartObject();
            json.writeStringField("audience", tier.audience().value());
            json.writeStringField("label", tier.label());
            percent(json, "pct", tier.percent());
            json.writeEndObject();
        }
        json.writeEndArray();
        number(json, "min_points", bonus.minPoints());
        number(json, "cap_points", bonus.capPoints());
        text(json, "gain", bonus.gain());
    }

    private static void fare(JsonGenerator json, Fare fare) throws IOException {
        place(json, "origin", fare.origin());
        place(json, "dest", fare.destination());
        text(json, "cabin", fare.cabin());
        number(json, "miles", fare.miles());
        number(json, "taxes_brl", fare.taxesBrl());
        text(json, "trip", fare.trip());
        text(json, "travel_from", fare.travel().from());
        text(json, "travel_to", fare.travel().to());
    }

    private static void place(JsonGenerator json, String name, @Nullable Place place) throws IOException {
        text(json, name + "_airport", place == null ? null : place.airport());
        text(json, name + "_city", place == null ? null : place.city());
    }

    private static void earning(JsonGenerator json, Earning earning) throws IOException {
        number(json, "rate_max", earning.rateMax());
        number(json, "rate_base", earning.rateBase());
        text(json, "rate_unit", earning.rateUnit());
        json.writeArrayFieldStart("shops");
        for (String shop : earning.shops()) {
            json.writeString(shop);
        }
        json.writeEndArray();
    }

    private static void club(JsonGenerator json, ClubPlan club) throws IOException {
        text(json, "plan", club.plan());
        number(json, "monthly_price_brl", club.monthlyPriceBrl());
    }

    private void where(JsonGenerator json, ReportedPromo reported) throws IOException {
        json.writeStringField("title", reported.title());
        text(json, "url", reported.url());
        text(json, "source", reported.source());
        text(
                json,
                "published_at",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        reported.publishedAt().truncatedTo(ChronoUnit.SECONDS).atZone(Zones.SAO_PAULO)));
        ScoreJson.write(json, reported.score());
        StandingJson.write(json, reported.standing());
        text(json, "state", reported.stateOn(today));
        if (reported.isNew() != null) {
            json.writeBooleanField("new", reported.isNew());
        }
    }

    private static void percent(JsonGenerator json, String field, @Nullable Percent value) throws IOException {
        number(json, field, value == null ? null : value.value());
    }

    private static void number(JsonGenerator json, String field, @Nullable Long value) throws IOException {
        number(json, field, value == null ? null : BigDecimal.valueOf(value));
    }

    private static void number(JsonGenerator json, String field, @Nullable BigDecimal value) throws IOException {
        json.writeFieldName(field);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeNumber(value);
        }
    }

    private static void text(JsonGenerator json, String field, @Nullable Object value) throws IOException {
        json.writeFieldName(field);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value.toString());
        }
    }

    /** Made when the first tree is wanted: it costs as much as twenty lines of the rest. */
    private static final class Trees {
        static final ObjectMapper MAPPER = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }
}
