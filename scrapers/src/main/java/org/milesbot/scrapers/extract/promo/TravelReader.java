package org.milesbot.scrapers.extract.promo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.TravelDates;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.mention.DateMention;
import org.milesbot.scrapers.extract.mention.Mentions;
import org.milesbot.scrapers.extract.text.WordSet;

/** Reads from one clause when one may fly: "voos entre 5 de março e 10 de junho", "viagens em maio". */
final class TravelReader {

    private static final Set<Sense> RIVALS = EnumSet.of(
            Sense.OFFER, Sense.TRANSFER, Sense.PURCHASE, Sense.CREDIT, Sense.VALIDITY, Sense.CONSULT, Sense.REDEEM);
    private static final WordSet UNTIL = WordSet.of("ate", "te", "until", "through", "hasta");
    private static final WordSet SINCE = WordSet.of("desde", "partir", "from", "since");
    private static final WordSet FILLERS =
            WordSet.of("o", "a", "os", "as", "dia", "dias", "de", "do", "da", "mes", "fim");
    private static final int MOST_FILLERS = 4;
    private static final int STALE_DAYS = 60;

    private final Mentions mentions;
    private final Scene scene;
    private final Clause clause;
    private final LocalDate published;

    /**
     * When one may fly and where that is told.
     *
     * @param dates the first and the last day
     * @param from the first token of the words
     * @param to the token after their last
     */
    record Travel(TravelDates dates, int from, int to) {}

    TravelReader(Scene scene, Clause clause) {
        this.scene = scene;
        this.mentions = scene.mentions();
        this.clause = clause;
        this.published = mentions.published();
    }

    /** All that the clause tells from its first day to its last, or null if it tells none. */
    @Nullable
    Travel read() {
        List<Stretch> stretches = stretches();
        Travel travel = null;
        int left = clause.from();
        for (Stretch stretch : stretches) {
            boolean told = isOfTravel(left, stretch.from()) || (travel != null && isPlain(left, stretch.from()));
            Travel ahead = told ? ahead(stretch) : null;
            if (ahead != null) {
                travel = travel == null ? ahead : joined(travel, ahead);
            }
            left = stretch.to();
        }
        return travel;
    }

    private List<Stretch> stretches() {
        List<Stretch> found = new ArrayList<>();
        for (ReadDate date : scene.dates(clause)) {
            DateMention mention = date.mention();
            if (date.role() == DateRole.OTHER && !mention.relative()) {
                LocalDate last = mention.last() == null ? mention.first() : mention.last();
                found.add(new Stretch(mention.from(), mention.to(), mention.first(), last, hasYear(mention)));
            }
        }
        found.addAll(new MonthGrammar(mentions, clause).read());
        found.sort(Comparator.comparing(Stretch::from));
        return found;
    }

    private boolean hasYear(DateMention mention) {
        for (int i = mention.from(); i < mention.to(); i++) {
            String form = mentions.tokens().get(i).form();
            boolean third = mentions.is(i - 1, "/") && mentions.is(i - 3, "/");
            boolean dotted = form.indexOf('.') != form.lastIndexOf('.');
            if (mentions.tokens().get(i).isNumber() && (form.length() == 4 || third || dotted)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the nearest word before that says what a date is of, says travel. */
    private boolean isOfTravel(int left, int to) {
        boolean travel = false;
        for (Hit hit : mentions.hits().within(left, to)) {
            if (hit.sense() == Sense.TRAVEL) {
                travel = !mentions.is(hit.from() - 1, "de") || !mentions.is(hit.from() - 2, "taxas");
            } else if (RIVALS.contains(hit.sense()) && !isFlight(hit)) {
                travel = false;
            }
        }
        return travel;
    }

    /** "passagens" and "voos" stand for redeeming elsewhere, but not against travel. */
    private boolean isFlight(Hit hit) {
        return hit.sense() == Sense.REDEEM && mentions.hits().startsAt(hit.from(), Sense.FLIGHT) != null;
    }

    private boolean isPlain(int left, int to) {
        return Lists.none(mentions.hits().within(left, to), hit -> RIVALS.contains(hit.sense()));
    }

    private @Nullable Travel ahead(Stretch stretch) {
        Bound bound = boundOf(stretch);
        LocalDate last = bound == Bound.FIRST ? stretch.first().plusDays(STALE_DAYS) : stretch.last();
        boolean past = last.isBefore(published);
        if (past && (stretch.dated() || last.plusYears(1).isBefore(published))) {
            return null;
        }
        LocalDate first = past ? stretch.first().plusYears(1) : stretch.first();
        LocalDate end = past ? stretch.last().plusYears(1) : stretch.last();
        TravelDates dates = new TravelDates(bound == Bound.LAST ? null : first, bound == Bound.FIRST ? null : end);
        return new Travel(dates, stretch.from(), stretch.to());
    }

    private enum Bound {
        BOTH,
        FIRST,
        LAST
    }

    private Bound boundOf(Stretch stretch) {
        int at = stretch.from() - 1;
        while (at > clause.from()
                && stretch.from() - at <= MOST_FILLERS
                && FILLERS.contains(mentions.tokens().get(at).form())) {
            at--;
        }
        String form = at < clause.from() ? "" : mentions.tokens().get(at).form();
        if (UNTIL.contains(form)) {
            return Bound.LAST;
        }
        return SINCE.contains(form) && stretch.isOne() ? Bound.FIRST : Bound.BOTH;
    }

    private static Travel joined(Travel one, Travel other) {
        LocalDate from = least(one.dates().from(), other.dates().from());
        LocalDate to = most(one.dates().to(), other.dates().to());
        if (from != null && to != null && to.isBefore(from)) {
            return one;
        }
        return new Travel(new TravelDates(from, to), one.from(), other.to());
    }

    private static @Nullable LocalDate least(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private static @Nullable LocalDate most(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
