package org.milesbot.scrapers.extract.promo;

import java.util.List;
import org.milesbot.api.promo.Promo;

/** Reads the promos of one kind. */
interface KindReader {

    /** The promos of the kind that an announcement offers. */
    List<Promo> read(Scene scene, Topic topic);
}
