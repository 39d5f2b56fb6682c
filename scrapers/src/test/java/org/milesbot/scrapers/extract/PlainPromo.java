package org.milesbot.scrapers.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.Promo;

/** A promo as the score sees it: kind, programme, and those other fields that are known, as text. */
record PlainPromo(String kind, String program, Map<String, String> fields) {

    static final List<String> TRANSFER = List.of("origins", "bonus_pct", "base_pct", "start", "end");
    private static final List<String> SALE = List.of("bonus_pct", "start", "end");
    private static final List<String> FARE = List.of("start", "end", "miles", "origin_airport", "dest_airport");
    private static final List<String> OTHER = List.of("start", "end");

    /** The fields that are compared for its kind. */
    List<String> compared() {
        return switch (kind) {
            case "transfer_bonus" -> TRANSFER;
            case "points_purchase", "internal_transfer" -> SALE;
            case "award_fare" -> FARE;
            default -> OTHER;
        };
    }

    @Nullable
    String field(String name) {
        return fields.get(name);
    }

    static PlainPromo of(JsonNode row) {
        Map<String, String> fields = new TreeMap<>();
        List<String> origins = new ArrayList<>();
        row.path("origins").forEach(origin -> origins.add(origin.asText()));
        put(
                fields,
                "origins",
                origins.isEmpty() ? null : origins.stream().sorted().toList());
        for (String number : List.of("bonus_pct", "base_pct", "miles")) {
            put(
                    fields,
                    number,
                    row.hasNonNull(number)
                            ? plain(new BigDecimal(row.get(number).asText()))
                            : null);
        }
        for (String date : List.of("start", "end")) {
            put(fields, date, row.hasNonNull(date) ? row.get(date).asText().substring(0, 10) : null);
        }
        for (String airport : List.of("origin_airport", "dest_airport")) {
            put(fields, airport, row.hasNonNull(airport) ? row.get(airport).asText() : null);
        }
        return new PlainPromo(row.get("kind").asText(), row.get("program").asText(), fields);
    }

    static PlainPromo of(Promo promo) {
        Map<String, String> fields = new TreeMap<>();
        put(
                fields,
                "origins",
                promo.origins().isEmpty()
                        ? null
                        : promo.origins().stream().map(OriginId::value).sorted().toList());
        put(fields, "bonus_pct", digits(promo.bonus().highest()));
        put(fields, "base_pct", digits(promo.bonus().base()));
        put(fields, "start", day(promo.window().start()));
        put(fields, "end", day(promo.window().end()));
        if (promo.fare() != null) {
            put(fields, "miles", promo.fare().miles());
            put(fields, "origin_airport", promo.fare().originAirport());
            put(fields, "dest_airport", promo.fare().destAirport());
        }
        return new PlainPromo(promo.kind().value(), promo.program().value(), fields);
    }

    private static @Nullable String digits(@Nullable Percent percent) {
        return percent == null ? null : plain(percent.value());
    }

    private static @Nullable String day(@Nullable Moment moment) {
        return moment == null ? null : moment.date().toString();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static void put(Map<String, String> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }
}
