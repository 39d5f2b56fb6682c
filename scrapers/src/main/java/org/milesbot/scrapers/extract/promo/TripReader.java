package org.milesbot.scrapers.extract.promo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Trip;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.AmountMention;
import org.milesbot.scrapers.extract.mention.AmountMention.Unit;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.mention.Mentions;

/** Reads whether a price is of one way or of both. */
final class TripReader {

    /** The value of words such as "trechos": one way where nothing says otherwise. */
    private static final String LEG = "leg";

    private static final int BESIDE = 4;

    private final Mentions mentions;
    private final @Nullable Hit general;
    private final @Nullable Hit titled;
    private final boolean returns;

    TripReader(FareScope scope) {
        mentions = scope.scene().mentions();
        general = scope.general(clause -> plain(clause, null), Hit::value);
        titled = FareScope.first(scope.scene().title(), this::leg);
        returns = scope.scene().speaking().stream()
                .flatMap(clause -> mentions.hits().within(clause.from(), clause.to(), Sense.TRIP).stream())
                .anyMatch(hit -> hit.value().equals(Trip.ROUND_TRIP.value()));
    }

    static Trip of(Hit trip) {
        return trip.value().equals(LEG) ? Trip.ONE_WAY : new Trip(trip.value());
    }

    /** The words that tell it, or null if none do or they contradict each other. */
    @Nullable
    Hit read(List<Clause> own, AmountMention price) {
        Hit beside = beside(own.get(0), price);
        if (beside != null) {
            return beside;
        }
        Hit told = FareScope.first(own, clause -> plain(clause, price));
        told = told == null ? general : told;
        if (told != null || returns) {
            return told;
        }
        Hit leg = FareScope.first(own, this::leg);
        return leg == null ? titled : leg;
    }

    /** Right behind the price: "60.000 milhas o trecho", whatever else the sentence speaks of. */
    private @Nullable Hit beside(Clause clause, AmountMention price) {
        Hit next = mentions.hits().first(price.to(), Math.min(clause.to(), price.to() + BESIDE), Sense.TRIP);
        boolean own = next != null && !next.value().equals(LEG) && !isOfOther(clause, next, price);
        return own ? next : null;
    }

    /** What a clause says in words that leave no doubt; nothing where it speaks of money alone. */
    private @Nullable Hit plain(Clause clause, @Nullable AmountMention price) {
        List<Hit> hits = mentions.hits().within(clause.from(), clause.to(), Sense.TRIP).stream()
                .filter(hit -> !hit.value().equals(LEG))
                .filter(hit -> price == null || !isOfOther(clause, hit, price))
                .toList();
        boolean money = Lists.any(mentions.amounts(clause), amount -> amount.unit() == Unit.REAIS)
                && Lists.none(mentions.amounts(clause), amount -> amount.unit() == Unit.POINTS);
        return !money && hits.stream().map(Hit::value).distinct().count() == 1 ? hits.get(0) : null;
    }

    /** "90.000 pontos, ida e volta por 180.000": another price follows the words. */
    private boolean isOfOther(Clause clause, Hit hit, AmountMention price) {
        for (AmountMention amount : mentions.amounts(clause)) {
            boolean follows = amount.from() >= hit.to() && amount.from() - hit.to() <= BESIDE;
            boolean miles = amount.unit() != Unit.REAIS && amount.value().compareTo(FareScope.LEAST_MILES) >= 0;
            if (follows && miles && amount.value().compareTo(price.value()) != 0) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Hit leg(Clause clause) {
        return mentions.hits().first(clause.from(), clause.to(), Sense.TRIP);
    }
}
