package org.milesbot.notify.message;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Promo;
import org.milesbot.notify.message.Compared.Place;

/**
 * Whether a transfer bonus is a good one, in so few words that they fit beside each other on a phone: where it stands in its
 * programme, and the one thing more that says most.
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

    /** Empty for what is not compared. */
    Html of(Offer offer) {
        Goodness goodness = offer.goodness();
        if (goodness == null) {
            return Html.NONE;
        }
        Compared program = goodness.program();
        Compared origin = goodness.origin();
        Html more = Stream.of(
                        recordOfOrigin(offer.promo(), program, origin),
                        bestSince(program),
                        placeOfOrigin(offer.promo(), program, origin))
                .filter(html -> !html.isEmpty())
                .findFirst()
                .orElse(Html.NONE);
        return Html.join(" · ", List.of(place(program), more));
    }

    private Html place(Compared program) {
        if (program.isRecord()) {
            return phrases.say("standing.record", program.ever().of());
        }
        if (program.equalsRecord()) {
            LocalDate since = program.bestSince();
            int of = program.ever().of();
            return since == null
                    ? phrases.say("standing.equal", of)
                    : phrases.say("standing.equal.since", time.month(since), of);
        }
        return program.year() == null ? say("standing.ever", program.ever()) : say("standing.year", program.year());
    }

    private Html bestSince(Compared program) {
        LocalDate since = program.bestSince();
        return since == null || program.isRecord() || program.equalsRecord()
                ? Html.NONE
                : phrases.say("standing.best_since", time.month(since));
    }

    /** A record of the programme is one of each of its origins, which goes without saying. */
    private Html recordOfOrigin(Promo promo, Compared program, @Nullable Compared origin) {
        if (origin == null || program.isRecord()) {
            return Html.NONE;
        }
        if (origin.isRecord()) {
            return phrases.say("standing.origin.record", words.points(promo));
        }
        return origin.equalsRecord() && !program.equalsRecord()
                ? phrases.say("standing.origin.equal", words.points(promo))
                : Html.NONE;
    }

    /** Where all that gave more took the same points, the place in the programme says as much. */
    private Html placeOfOrigin(Promo promo, Compared program, @Nullable Compared origin) {
        if (origin == null || !origin.ever().isBetterThan(program.ever())) {
            return Html.NONE;
        }
        Place inYear = origin.year();
        if (inYear == null || program.year() == null) {
            return say("standing.origin.ever", origin.ever(), words.points(promo));
        }
        return inYear.isBetterThan(program.year())
                ? say("standing.origin.year", inYear, words.points(promo))
                : Html.NONE;
    }

    private Html say(String key, Place place, Object... more) {
        return phrases.say(
                key,
                Stream.concat(Stream.of(place.number(), place.of()), Stream.of(more))
                        .toArray());
    }
}
