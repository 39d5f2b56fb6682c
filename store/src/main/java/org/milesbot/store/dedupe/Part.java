package org.milesbot.store.dedupe;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A part of what a promo says that is taken from one sighting as a whole, and the fields that it is kept in. */
public enum Part {
    /** The heading, the address and the source. */
    HEAD,
    /** Who gives. */
    ORIGINS,
    /** The percentages, who gets which, and the bounds. */
    BONUS,
    /** The first moment. */
    START,
    /** The last moment. */
    END,
    /** The flight, the earning or the subscription. */
    TERMS;

    private static final List<String> TERMS_FIELDS = List.of(
            "origin_airport",
            "origin_city",
            "dest_airport",
            "dest_city",
            "cabin",
            "miles",
            "taxes_brl",
            "trip",
            "travel_from",
            "travel_to",
            "rate_max",
            "rate_base",
            "rate_unit",
            "shops",
            "plan",
            "monthly_price_brl");

    /** The names of its fields in JSON and in the evidence. */
    public List<String> fields() {
        return switch (this) {
            case HEAD -> List.of();
            case ORIGINS -> List.of("origins");
            case BONUS -> List.of("bonus_pct", "base_pct", "tiers", "min_points", "cap_points", "gain");
            case START -> List.of("start");
            case END -> List.of("end");
            case TERMS -> TERMS_FIELDS;
        };
    }

    /** Its name as it is kept and printed. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The parts that have evidence, given the fields that have. */
    static Set<Part> provenBy(Set<String> evidence) {
        Set<Part> proven = EnumSet.noneOf(Part.class);
        for (Part part : values()) {
            if (!Collections.disjoint(part.fields(), evidence)) {
                proven.add(part);
            }
        }
        return proven;
    }
}
