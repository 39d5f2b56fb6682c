package org.milesbot.cli.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Audience;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.ClubPlan;
import org.milesbot.api.promo.Earning;
import org.milesbot.api.promo.Fare;
import org.milesbot.api.promo.Gain;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.Place;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.promo.Tier;
import org.milesbot.api.promo.TravelDates;
import org.milesbot.api.promo.Trip;
import org.milesbot.api.promo.Window;

/**
 * Reads a promo from the JSON that {@code docs/schemas/promo.schema.json} describes. A field left out is unknown; fields
 * that are not of a promo are ignored. An end before the start is no end.
 */
final class PromoReader {

    private final JsonNode json;

    private PromoReader(JsonNode json) {
        this.json = json;
    }

    /**
     * The promo of an object.
     *
     * @throws WrongField if a field does not have the form it should have
     */
    static Promo read(JsonNode json) throws WrongField {
        return new PromoReader(json).promo();
    }

    /** A field that does not have the form it should have; the message is what it has. */
    static final class WrongField extends Exception {

        private static final long serialVersionUID = 1L;
        private final String field;

        WrongField(String field, String value, @Nullable Throwable cause) {
            super(value, cause);
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    private Promo promo() throws WrongField {
        return Promo.builder(required("kind", PromoKind::new), required("program", ProgramId::new))
                .origins(list("origins", OriginId::new))
                .bonus(bonus())
                .window(window())
                .fare(fare())
                .earning(earning())
                .club(club())
                .evidence(evidence())
                .build();
    }

    private Bonus bonus() throws WrongField {
        Percent highest = value("bonus_pct", Percent::of);
        Percent base = value("base_pct", Percent::of);
        List<Tier> tiers = tiers();
        Long least = value("min_points", Long::valueOf);
        Long most = value("cap_points", Long::valueOf);
        Gain gain = value("gain", Gain::new);
        return checked("base_pct", () -> new Bonus(highest, base, tiers, least, most, gain));
    }

    private List<Tier> tiers() throws WrongField {
        List<Tier> tiers = new ArrayList<>();
        for (JsonNode tier : json.path("tiers")) {
            tiers.add(checked(
                    "tiers",
                    () -> new Tier(
                            new Audience(tier.path("audience").asText()),
                            tier.path("label").asText(""),
                            Percent.of(tier.path("pct").asText()))));
        }
        return tiers;
    }

    private Window window() throws WrongField {
        Moment start = value("start", Moment::parse);
        Moment end = value("end", Moment::parse);
        boolean impossible = start != null && end != null && end.date().isBefore(start.date());
        return new Window(start, impossible ? null : end);
    }

    private @Nullable Fare fare() throws WrongField {
        LocalDate from = value("travel_from", LocalDate::parse);
        LocalDate to = value("travel_to", LocalDate::parse);
        Fare fare = new Fare(
                place("origin"),
                place("dest"),
                value("cabin", Cabin::new),
                value("miles", Long::valueOf),
                value("taxes_brl", BigDecimal::new),
                value("trip", Trip::new),
                checked("travel_to", () -> new TravelDates(from, to)));
        return fare.isUnknown() ? null : fare;
    }

    private @Nullable Place place(String name) throws WrongField {
        String airport = value(name + "_airport", code -> code);
        String city = value(name + "_city", code -> code);
        return airport == null && city == null ? null : checked(name + "_airport", () -> new Place(airport, city));
    }

    private @Nullable Earning earning() throws WrongField {
        BigDecimal most = value("rate_max", BigDecimal::new);
        BigDecimal base = value("rate_base", BigDecimal::new);
        Currency unit = value("rate_unit", Currency::getInstance);
        List<String> shops = list("shops", shop -> shop);
        Earning earning = checked("rate_max", () -> new Earning(most, base, unit, shops));
        return earning.isUnknown() ? null : earning;
    }

    private @Nullable ClubPlan club() throws WrongField {
        String plan = value("plan", name -> name);
        BigDecimal price = value("monthly_price_brl", BigDecimal::new);
        ClubPlan club = checked("monthly_price_brl", () -> new ClubPlan(plan, price));
        return club.isUnknown() ? null : club;
    }

    private Map<String, String> evidence() {
        Map<String, String> evidence = new TreeMap<>();
        json.path("evidence")
                .properties()
                .forEach(field -> evidence.put(field.getKey(), field.getValue().asText()));
        return evidence;
    }

    private <T> T required(String field, Function<String, T> type) throws WrongField {
        T value = value(field, type);
        if (value == null) {
            throw new WrongField(field, "", null);
        }
        return value;
    }

    private <T> @Nullable T value(String field, Function<String, T> type) throws WrongField {
        JsonNode node = json.path(field);
        return node.isMissingNode() || node.isNull() ? null : checked(field, () -> type.apply(text(node)));
    }

    private <T> List<T> list(String field, Function<String, T> type) throws WrongField {
        List<T> list = new ArrayList<>();
        for (JsonNode node : json.path(field)) {
            list.add(checked(field, () -> type.apply(text(node))));
        }
        return list;
    }

    private static String text(JsonNode node) {
        return node.isNumber() ? node.decimalValue().toPlainString() : node.asText();
    }

    private interface Making<T> {
        T make();
    }

    private <T> T checked(String field, Making<T> making) throws WrongField {
        try {
            return making.make();
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new WrongField(field, json.path(field).toString(), e);
        }
    }
}
