package org.milesbot.api.source;

import java.util.List;
import org.milesbot.api.promo.Promo;

/** Reads promos out of announcements. Deterministic, offline, and safe for use by several threads. */
public interface Extractor {

    /**
     * The promos that an announcement offers; empty if it offers none. Never throws for what the text says.
     */
    List<Promo> extract(Announcement announcement);
}
