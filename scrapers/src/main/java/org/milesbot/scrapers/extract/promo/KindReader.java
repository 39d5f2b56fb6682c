package org.milesbot.scrapers.extract.promo;

import java.util.List;
import org.milesbot.api.promo.Promo;

/** Reads the promos of one kind. */
interface KindReader {

    /** The promos of the kind that the title announces, with what the body tells of them. */
    List<Promo> fromTitle(Scene scene, Topic topic);

    /** The promos of the kind that only the body tells of; asked where no title announces any of any kind. */
    List<Promo> fromBody(Scene scene, Topic topic);
}
