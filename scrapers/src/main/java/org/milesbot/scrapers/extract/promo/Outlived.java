package org.milesbot.scrapers.extract.promo;

import java.util.List;
import org.milesbot.scrapers.extract.lexicon.Sense;

/** Finds single days that an end told elsewhere outlives. */
final class Outlived {

    private final Scene scene;

    Outlived(Scene scene) {
        this.scene = scene;
    }

    /** "Oferta de terça" in a title, over a body that says until when. */
    boolean holds(ReadDate date, List<ReadDate> dates) {
        boolean named = date.clause().isTitle()
                && date.mention().relative()
                && date.mention().last() == null
                && scene.mentions().hits().startsAt(date.mention().from(), Sense.TODAY) == null;
        return isOfOtherEntry(date, dates) || (named && endsLater(date, dates));
    }

    private boolean endsLater(ReadDate date, List<ReadDate> dates) {
        return Lists.any(
                dates,
                other -> other.role() == DateRole.END
                        && !other.clause().isTitle()
                        && !other.mention().relative()
                        && !WindowReader.isFarOff(scene, other)
                        && other.mention().first().isAfter(date.mention().first()));
    }

    /** "Esfera > Azul: 100%, fecha hoje" and, in an entry below, "Kabum na Livelo, só hoje". */
    private boolean isOfOtherEntry(ReadDate date, List<ReadDate> dates) {
        boolean passing = date.mention().relative()
                && date.mention().last() == null
                && scene.percents(date.clause()).isEmpty()
                && !scene.names(date.clause()).isEmpty();
        return passing
                && Lists.any(
                        dates,
                        other -> other.role() == DateRole.END
                                && other.clause().block() != date.clause().block()
                                && Lists.any(scene.percents(other.clause()), ReadPercent::isTransferBonus));
    }
}
