package org.milesbot.notify.message;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.milesbot.api.promo.Fare;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.Promo;

/** The text of a message about a bonus and a seat that are cheap together. */
final class ComboPhrases {

    private final Phrases phrases;
    private final TimePhrases time;
    private final OfferPhrases words;

    ComboPhrases(Phrases phrases, TimePhrases time, OfferPhrases words) {
        this.phrases = phrases;
        this.time = time;
        this.words = words;
    }

    Html of(ComboTelling telling, Set<String> tiers) {
        Promo bonus = telling.bonus().promo();
        Promo seat = telling.seat().promo();
        Fare fare = Objects.requireNonNull(seat.fare(), "a combo has a seat");
        PersonalBonus personal = LetterPhrases.personal(bonus, tiers);
        LetterPhrases letters = new LetterPhrases(phrases, time, words);
        return Html.join(
                "\n\n",
                List.of(
                        heading(fare),
                        Html.lines(
                                phrases.say("combo.seat", price(fare, seat), words.flight(fare)),
                                time.travel(fare.travel()).asSentence(),
                                phrases.say("combo.open.seat", open(telling.seat())),
                                letters.link(telling.seat())),
                        Html.lines(
                                phrases.say("combo.bonus", words.heading(bonus, personal)),
                                words.personal(bonus, personal),
                                words.conditions(bonus.bonus(), personal),
                                phrases.say("combo.open.bonus", open(telling.bonus())),
                                letters.link(telling.bonus())),
                        arithmetic(bonus, fare, personal)));
    }

    private Html heading(Fare fare) {
        Html route = words.route(fare);
        return route.isEmpty() ? phrases.say("combo.heading.none") : phrases.say("combo.heading", route);
    }

    private Html price(Fare fare, Promo seat) {
        return phrases.say("combo.price", whole(miles(fare)), words.name(seat.program()));
    }

    private Html open(Offer offer) {
        return time.open(offer.promo().window(), offer.publishedAt());
    }

    private Html arithmetic(Promo bonus, Fare fare, PersonalBonus personal) {
        Percent possible = personal.possible();
        if (possible == null) {
            return phrases.say("combo.unknown");
        }
        Percent sure = personal.sure();
        if (sure == null) {
            return path(bonus, fare, possible, "combo.path.up_to");
        }
        ComboPath settled = ComboPath.of(miles(fare), sure, bonus.bonus());
        ComboPath hoped = ComboPath.of(miles(fare), possible, bonus.bonus());
        Html first = path(bonus, fare, sure, "combo.path");
        return settled.points() == hoped.points()
                ? first
                : Html.join("\n\n", List.of(first, path(bonus, fare, possible, "combo.path.up_to")));
    }

    private Html path(Promo bonus, Fare fare, Percent percent, String key) {
        long miles = miles(fare);
        Html origin = bonus.origins().isEmpty() ? Html.NONE : words.oneOrigin(bonus);
        return Html.lines(
                phrases.say(key, phrases.percent(percent)),
                new ComboSteps(phrases)
                        .of(
                                ComboPath.of(miles, percent, bonus.bonus()),
                                miles,
                                origin,
                                words.name(bonus.program()),
                                words.route(fare)));
    }

    private static long miles(Fare fare) {
        return Objects.requireNonNull(fare.miles(), "a combo's seat has a price");
    }

    private Html whole(long points) {
        return new Html(phrases.whole(points));
    }
}
