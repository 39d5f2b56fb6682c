package org.milesbot.scrapers.source;

import java.net.URI;
import java.util.List;
import org.milesbot.api.source.CheckInterval;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.source.Reading;
import org.milesbot.api.source.Source;
import org.milesbot.api.source.SourceId;
import org.milesbot.scrapers.page.Format;

/** A row of the table at work. */
record BuiltinSource(
        SourceId id, Provenance provenance, List<URI> addresses, CheckInterval checkInterval, Format format)
        implements Source {

    static BuiltinSource of(SourceRow row) {
        return new BuiltinSource(
                new SourceId(row.id()),
                row.provenance(),
                row.addresses(),
                row.checkInterval(),
                row.format().reader(row));
    }

    @Override
    public Reading read(Page page) {
        return format.read(page);
    }
}
