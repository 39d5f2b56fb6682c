package org.milesbot.scrapers.declared;

import java.net.URI;
import java.util.List;
import org.milesbot.api.source.CheckInterval;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.source.Reading;
import org.milesbot.api.source.Source;
import org.milesbot.api.source.SourceId;
import org.milesbot.scrapers.page.Format;

/** A declared source at work. */
record DeclaredSource(
        SourceId id, Provenance provenance, List<URI> addresses, CheckInterval checkInterval, Format format)
        implements Source {

    DeclaredSource {
        addresses = List.copyOf(addresses);
    }

    @Override
    public Reading read(Page page) {
        return format.read(page);
    }
}
