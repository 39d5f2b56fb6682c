package org.milesbot.api.forecast;

import java.util.List;
import org.milesbot.api.Text;

/**
 * Something that a plug-in knows of the pace at which transfer bonuses come. What it says stands beside the host's own forecast,
 * named as the plug-in's opinion, and is scored when the days have passed; the host's numbers stay what they are.
 */
public interface ForecastSignal {

    /** The most signals that a plug-in may have. */
    int MOST = 20;

    /** The longest title. */
    int LONGEST_TITLE = 100;

    /** Its name: unique in the plug-in, of the form {@code [a-z][a-z0-9_]*}. Its scores are kept under it, so it stays the same. */
    String id();

    /** What people read as its name: plain text of at most {@value #LONGEST_TITLE} characters. */
    Text title();

    /**
     * What it thinks of the forecast that is being made. Asked at the first forecast of a day, in at most 30 seconds; what it says
     * then stays for that day. It says nothing of days past, since nobody could tell whether that was known then: it may go by
     * what was known at the end of {@link SignalQuestion#asOf}, and by nothing later.
     *
     * @return at most one for each series that is asked about; for those of which it has no opinion, none
     * @throws Exception if it cannot say; the host reports it, and the forecast is made without it
     */
    List<PaceOpinion> opinions(SignalQuestion question) throws Exception;
}
