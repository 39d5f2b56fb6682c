package org.milesbot.notify.message;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.api.promo.Moment;
import org.milesbot.notify.message.FareTelling.Why;

/** The text of messages about seats for miles. */
final class FarePhrases {

    private static final int LAST_DAYS = 90;
    private static final int MOST_AIRLINES = 4;
    private static final int LONGEST_AIRLINE = 10;
    private static final Set<String> COLOURED = Set.of("smiles", "latam_pass", "azul", "tap", "livelo", "esfera");

    private final Phrases phrases;
    private final TimePhrases time;
    private final OfferPhrases words;

    FarePhrases(Phrases phrases, TimePhrases time, OfferPhrases words) {
        this.phrases = phrases;
        this.time = time;
        this.words = words;
    }

    Html heading(int count) {
        return phrases.say("fares.heading", count);
    }

    /** How many cheap seats are not told for want of room. */
    Html more(int count) {
        return count == 0 ? Html.NONE : phrases.say("fares.more", count);
    }

    /** A seat alone: what and where, when and how, why. */
    Html alone(FareTelling telling) {
        return Html.lines(phrases.say("fare.heading", route(telling.fare())), body(telling));
    }

    /** The same as one of several. */
    Html block(int number, FareTelling telling) {
        return Html.lines(
                phrases.say("fare.item", number, route(telling.fare())),
                body(telling),
                link(telling.fare().link()));
    }

    private Html body(FareTelling telling) {
        AwardFare fare = telling.fare();
        return Html.lines(
                Html.join(" · ", List.of(program(fare), price(fare))),
                Html.join(" · ", List.of(time.moment(Moment.of(fare.date())), cabin(fare), stops(fare), seats(fare)))
                        .asSentence(),
                Html.join("; ", List.of(ceiling(telling.why()), low(telling.why()), cheap(telling.why())))
                        .asSentence(),
                compared(fare, telling.why().median()).asSentence());
    }

    private Html route(AwardFare fare) {
        return phrases.say("route", fare.origin(), fare.destination());
    }

    private Html program(AwardFare fare) {
        String slug = fare.program().value();
        Html colour = phrases.say("fare.colour." + (COLOURED.contains(slug) ? slug : "other"));
        return phrases.say("fare.program", colour, words.name(fare.program()));
    }

    private Html price(AwardFare fare) {
        BigDecimal taxes = fare.taxesBrl();
        String miles = phrases.whole(fare.miles());
        return taxes == null
                ? phrases.say("fare.price", miles)
                : phrases.say("fare.price.taxes", miles, phrases.money(taxes));
    }

    private Html cabin(AwardFare fare) {
        return words.cabin(fare.cabin());
    }

    private Html stops(AwardFare fare) {
        Html airlines = Html.join(
                ", ",
                fare.airlines().stream()
                        .limit(MOST_AIRLINES)
                        .map(code -> Html.escaped(code, LONGEST_AIRLINE))
                        .toList());
        Integer stops = fare.stops();
        Html way = stops == null ? Html.NONE : phrases.say("fare.stops", stops);
        return airlines.isEmpty() ? way : Html.join(" ", List.of(way, phrases.say("fare.airlines", airlines)));
    }

    private Html seats(AwardFare fare) {
        return fare.seats() == null ? Html.NONE : phrases.say("fare.seats", fare.seats());
    }

    private Html ceiling(Why why) {
        return why.ceiling() == null ? Html.NONE : phrases.say("fare.why.ceiling", phrases.whole(why.ceiling()));
    }

    private Html low(Why why) {
        return why.previousLow() == null
                ? Html.NONE
                : phrases.say("fare.why.low", why.historyDays(), phrases.whole(why.previousLow()));
    }

    /** What is a new low is cheap without saying. */
    private Html cheap(Why why) {
        return why.isCheap() && why.previousLow() == null
                ? phrases.say("fare.why.cheap", Math.min(LAST_DAYS, why.historyDays()))
                : Html.NONE;
    }

    private Html compared(AwardFare fare, @Nullable Long median) {
        if (median == null) {
            return Html.NONE;
        }
        long percent = BigDecimal.valueOf(Math.abs(median - fare.miles()) * 100)
                .divide(BigDecimal.valueOf(median), 0, RoundingMode.HALF_UP)
                .longValueExact();
        String side = percent == 0 ? "same" : fare.miles() < median ? "below" : "above";
        return phrases.say("fare.median." + side, phrases.whole(percent), phrases.whole(median));
    }

    private Html link(@Nullable URI link) {
        return Optional.ofNullable(link)
                .flatMap(WebLink::of)
                .map(url -> phrases.say("fare.link", url))
                .orElse(Html.NONE);
    }
}
