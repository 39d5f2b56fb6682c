package org.milesbot.scrapers.source;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Slugs;
import org.milesbot.api.source.CheckInterval;
import org.milesbot.api.source.Provenance;

/**
 * One row of the table: a place that is watched.
 *
 * @param id its name, unique over all plug-ins
 * @param provenance how near it is to the programmes
 * @param format the form it publishes in
 * @param addresses where to begin
 * @param links what the whole address of a campaign page looks like; for forms that lead to pages
 * @param content the CSS selector of the element that holds a campaign's text; for forms that lead to pages
 * @param check how often it may be visited; null for what is usual for its provenance
 */
record SourceRow(
        String id,
        Provenance provenance,
        SourceFormat format,
        List<URI> addresses,
        @Nullable Pattern links,
        @Nullable String content,
        @Nullable CheckRow check) {

    SourceRow {
        Slugs.require("source", Objects.requireNonNull(id, "id is missing"));
        Objects.requireNonNull(provenance, "provenance is missing");
        Objects.requireNonNull(format, "format is missing");
        addresses = List.copyOf(Objects.requireNonNull(addresses, "addresses are missing"));
        if (addresses.isEmpty() || !addresses.stream().allMatch(SourceRow::isWeb)) {
            throw new IllegalArgumentException("addresses must be one or more of the form https://host/path");
        }
        boolean saysWhichPages = links != null && content != null;
        boolean saysNothingOfPages = links == null && content == null;
        if (format.leadsToPages() ? !saysWhichPages : !saysNothingOfPages) {
            throw new IllegalArgumentException(
                    "links and content belong to the formats sitemap and index, both of them");
        }
    }

    CheckInterval checkInterval() {
        return check == null ? CheckInterval.usual(provenance) : check.interval();
    }

    Pattern requiredLinks() {
        return Objects.requireNonNull(links, "links is missing");
    }

    String requiredContent() {
        return Objects.requireNonNull(content, "content is missing");
    }

    private static boolean isWeb(URI address) {
        return "https".equals(address.getScheme()) && address.getHost() != null;
    }
}
