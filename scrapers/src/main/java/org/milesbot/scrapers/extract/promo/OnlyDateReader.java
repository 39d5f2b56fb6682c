package org.milesbot.scrapers.extract.promo;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;

/** Finds the last day of an offer where nothing says which day that is, but only one is told at all. */
final class OnlyDateReader {

    private static final int FEW_WORDS = 9;

    private static final Set<Sense> OF_OFFERS =
            EnumSet.of(Sense.BONUS, Sense.OFFER, Sense.TRANSFER, Sense.PURCHASE, Sense.END, Sense.ENDS, Sense.NOW);

    private final Scene scene;

    OnlyDateReader(Scene scene) {
        this.scene = scene;
    }

    /**
     * "Na sexta, dia 12, adeus bônus": the only day to come that is told of an offer, in whatever words, is mostly its
     * last, unless that was moved.
     */
    @Nullable
    ReadDate read(List<ReadDate> dates) {
        ReadDate only = null;
        boolean open = Lists.any(scene.body(), clause -> scene.has(clause, Sense.NO_END));
        for (ReadDate date : open || scene.speaksOf(Sense.EXTENDED) ? List.<ReadDate>of() : dates) {
            if (!mayBeLast(date)) {
                continue;
            }
            if (only != null && !only.mention().first().equals(date.mention().first())) {
                return null;
            }
            only = date;
        }
        return only;
    }

    private boolean tellsOfOffer(Clause clause) {
        return clause.to() - clause.from() <= FEW_WORDS
                || !scene.percents(clause).isEmpty()
                || Lists.any(OF_OFFERS, sense -> scene.has(clause, sense));
    }

    private boolean mayBeLast(ReadDate date) {
        return date.untold()
                && scene.speaks(date.clause())
                && tellsOfOffer(date.clause())
                && !date.clause().isTitle()
                && !date.mention().relative()
                && date.mention().first().isAfter(scene.mentions().published())
                && !WindowReader.isFarOff(scene, date);
    }
}
