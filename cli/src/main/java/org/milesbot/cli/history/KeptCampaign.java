package org.milesbot.cli.history;

import java.time.LocalDate;
import org.milesbot.forecast.history.Campaign;
import org.milesbot.forecast.history.Confidence;
import org.milesbot.store.forecast.PastCampaign;

/** What a history says of a campaign that is kept. */
public final class KeptCampaign {

    private KeptCampaign() {}

    /**
     * The campaign with the days that were told. One whose first day nobody told was open when it was announced, and counts
     * from then on; if it was announced on its last day or later, its last day is all that is known.
     */
    public static Campaign of(PastCampaign kept) {
        LocalDate start = kept.start();
        LocalDate end = kept.end();
        Confidence confidence = start == null || end == null ? Confidence.PARTIAL : Confidence.EXACT;
        if (start == null && (end == null || kept.announcedOn().isBefore(end))) {
            start = kept.announcedOn();
            confidence = Confidence.APPROX;
        }
        return new Campaign(
                kept.program(),
                kept.origins(),
                kept.bonus().highest(),
                kept.bonus().base(),
                start,
                end,
                confidence);
    }
}
