package org.milesbot.notify.message;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.OriginId;
import org.milesbot.notify.message.Compared.Place;

/**
 * Whether a transfer bonus is a good one, in so few words that they fit on a phone: its places in its programme and among
 * those from its origin, of 12 months and of all, and whether it is a record or the best since a day.
 */
final class StandingPhrases {

    private final Phrases phrases;
    private final TimePhrases time;
    private final OfferPhrases words;

    StandingPhrases(Phrases phrases, TimePhrases time, OfferPhrases words) {
        this.phrases = phrases;
        this.time = time;
        this.words = words;
    }

    /** Both at once. Empty for what is not compared. */
    Html of(Offer offer) {
        return Html.join(" · ", List.of(program(offer), origin(offer)));
    }

    /** Where it stands in its programme. Empty for what is not compared. */
    Html program(Offer offer) {
        Goodness goodness = offer.goodness();
        if (goodness == null) {
            return Html.NONE;
        }
        Compared program = goodness.program();
        if (program.isRecord()) {
            return phrases.say("standing.record", places(program, false));
        }
        if (!program.equalsRecord()) {
            return Html.join(" · ", List.of(places(program, false), bestSince(program.bestSince())));
        }
        return program.bestSince() == null
                ? phrases.say("standing.equal", places(program, true))
                : phrases.say("standing.equal.since", time.month(program.bestSince()), places(program, true));
    }

    /** Where it stands among those from its origin. Empty for what is not compared, or is for every bank. */
    Html origin(Offer offer) {
        Goodness goodness = offer.goodness();
        Compared origin = goodness == null ? null : goodness.origin();
        if (goodness == null || origin == null || offer.promo().origins().contains(OriginId.EVERY_BANK)) {
            return Html.NONE;
        }
        Html points = words.points(offer.promo());
        if (origin.isRecord()) {
            return phrases.say("standing.origin.record", points, places(origin, false));
        }
        if (origin.equalsRecord()) {
            return phrases.say("standing.origin.equal", points, places(origin, true));
        }
        LocalDate since = origin.bestSince();
        return Html.join(
                " · ",
                List.of(
                        phrases.say("standing.origin", points, places(origin, false)),
                        bestSince(
                                since == null || since.equals(goodness.program().bestSince()) ? null : since)));
    }

    private Html bestSince(@Nullable LocalDate since) {
        return since == null ? Html.NONE : phrases.say("standing.best_since", time.month(since));
    }

    /** Those of 12 months and of all; a first place that is shared is no "best". */
    private Html places(Compared compared, boolean isShared) {
        String first = isShared ? "standing.shared" : "standing.place";
        Place year = compared.year();
        Place ever = compared.ever();
        if (year == null) {
            return phrases.say(first + ".ever", ever.number(), ever.of());
        }
        return year.number() == ever.number()
                ? phrases.say(first + ".both", year.number(), year.of(), ever.of())
                : phrases.say(first + ".year_ever", year.number(), year.of(), ever.number(), ever.of());
    }
}
