package org.milesbot.cli.output;

import java.util.List;
import org.milesbot.api.source.Announcement;
import org.milesbot.cli.pipeline.AnnouncementFile;
import org.milesbot.scrapers.extract.Explanation;

/**
 * An announcement and how it was read.
 *
 * @param announcement the announcement
 * @param published where its time of publication was taken from
 * @param explanation how it was read
 */
public record ExplainedAnnouncement(
        Announcement announcement, AnnouncementFile.Taken published, Explanation explanation) {

    List<ReportedPromo> promos() {
        return explanation.promos().stream()
                .map(promo -> ReportedPromo.of(announcement, promo))
                .toList();
    }
}
