package org.milesbot.api.job;

/** After which of the host's own works a job runs; timers stay as they are. */
public enum JobPhase {
    /** After {@code milesbot scrape} has read the sources. */
    SCRAPE,
    /** After {@code milesbot dedupe} has settled which sightings are one campaign. */
    DEDUPE,
    /** After {@code milesbot forecast} has kept the night's forecasts. */
    FORECAST,
    /** After {@code milesbot notify} has sent what waited; what a job wants to tell is sent at once. */
    NOTIFY
}
