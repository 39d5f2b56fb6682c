package org.milesbot.api.source;

import java.net.URI;
import java.util.List;
import org.milesbot.api.promo.Promo;

/**
 * A place that is watched. The host fetches its addresses, keeps every answer, and hands it here to be read; a better
 * reader can so read the kept answers again without the network. All methods are safe for use by several threads.
 */
public interface Source {

    /** Its name, unique over all plug-ins. */
    SourceId id();

    /** How near it is to the programmes it reports on. */
    Provenance provenance();

    /** The absolute http or https addresses to begin with; at least one. */
    List<URI> addresses();

    /** How often it may be visited; by default what suits most sources of its provenance. */
    default CheckInterval checkInterval() {
        return CheckInterval.usual(provenance());
    }

    /**
     * Reads a page that came from one of the addresses or from a link of an earlier reading. Without side effects: the
     * same page gives the same reading.
     *
     * @throws org.milesbot.api.MilesbotException of kind DATA if the page is not of the expected form
     */
    Reading read(Page page);

    /**
     * The promos of one announcement. By default the host's extractor reads them out of the text; a source whose
     * announcements are structured overrides this.
     */
    default List<Promo> promos(Announcement announcement, Extractor extractor) {
        return extractor.extract(announcement);
    }
}
