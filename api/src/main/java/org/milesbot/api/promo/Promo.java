package org.milesbot.api.promo;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an announcement offers, normalised. Made by {@link #builder}; the record may gain components, the builder keeps
 * working.
 *
 * @param kind what sort of offer it is
 * @param program where the points, miles or fare are to be had; for a transfer the taker
 * @param origins where the points come from, in order; empty if it does not apply or is not told
 * @param bonus how much it gives and within which bounds
 * @param window when it is open
 * @param fare the flight, for kinds that have one, else null
 * @param earning what purchases at shops pay, for kinds that have it, else null
 * @param club the subscription, for kinds that have one, else null
 * @param evidence the words each field was read from, by the field's name in JSON ({@code bonus_pct}, {@code end} …)
 */
public record Promo(
        PromoKind kind,
        ProgramId program,
        SortedSet<OriginId> origins,
        Bonus bonus,
        Window window,
        @Nullable Fare fare,
        @Nullable Earning earning,
        @Nullable ClubPlan club,
        SortedMap<String, String> evidence) {

    /** Copies the collections. */
    public Promo {
        Objects.requireNonNull(kind, "kind is null");
        Objects.requireNonNull(program, "program is null");
        Objects.requireNonNull(bonus, "bonus is null");
        Objects.requireNonNull(window, "window is null");
        origins = Collections.unmodifiableSortedSet(new TreeSet<>(origins));
        evidence = Collections.unmodifiableSortedMap(new TreeMap<>(evidence));
    }

    /** A builder of a promo of which only kind and programme are known. */
    public static Builder builder(PromoKind kind, ProgramId program) {
        return new Builder(kind, program);
    }

    /** Gathers the fields of a promo. Not for use by several threads. */
    public static final class Builder {

        private final PromoKind kind;
        private final ProgramId program;
        private final SortedSet<OriginId> origins = new TreeSet<>();
        private final SortedMap<String, String> evidence = new TreeMap<>();
        private Bonus bonus = Bonus.NONE;
        private Window window = Window.UNKNOWN;
        private @Nullable Fare fare;
        private @Nullable Earning earning;
        private @Nullable ClubPlan club;

        private Builder(PromoKind kind, ProgramId program) {
            this.kind = kind;
            this.program = program;
        }

        /** Adds origins. */
        public Builder origins(Collection<OriginId> more) {
            origins.addAll(more);
            return this;
        }

        /** How much the promo gives; {@link Bonus#NONE} if never called. */
        public Builder bonus(Bonus value) {
            bonus = value;
            return this;
        }

        /** When the promo is open; {@link Window#UNKNOWN} if never called. */
        public Builder window(Window value) {
            window = value;
            return this;
        }

        /** The flight; null if never called. */
        public Builder fare(@Nullable Fare value) {
            fare = value;
            return this;
        }

        /** What purchases pay; null if never called. */
        public Builder earning(@Nullable Earning value) {
            earning = value;
            return this;
        }

        /** The subscription; null if never called. */
        public Builder club(@Nullable ClubPlan value) {
            club = value;
            return this;
        }

        /** Keeps the words that a field was read from, under the field's name in JSON. */
        public Builder evidence(String field, String words) {
            evidence.put(field, words);
            return this;
        }

        /** Keeps the words of several fields. */
        public Builder evidence(Map<String, String> words) {
            evidence.putAll(words);
            return this;
        }

        /** The promo with all that was gathered; the builder can go on gathering for another. */
        public Promo build() {
            return new Promo(kind, program, origins, bonus, window, fare, earning, club, evidence);
        }
    }
}
