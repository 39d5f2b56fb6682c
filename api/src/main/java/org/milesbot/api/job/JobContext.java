package org.milesbot.api.job;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.fare.FareChange;
import org.milesbot.api.source.Sighting;

/**
 * What a job is told.
 *
 * @param now when it runs
 * @param lastSuccess when the last run began that went well, or null if none has
 * @param sightings in the phase SCRAPE the promos that this run saw for the first time, {@value #MOST} at most; else none
 * @param campaigns in the phase DEDUPE the campaigns that began or changed since the last success, or, without one, in the last
 *     30 days: the newest change first, {@value #MOST} at most. Some of them may have been told before; else none
 * @param fares in the phase SCRAPE the fares of days to come that are new, gone or have other seats since the last success,
 *     whoever asked for them, or, without one, all that there are: the newest change first, {@value #MOST_FARES} at most. Some of
 *     them may have been told before; else none
 * @param forecasts in the phase FORECAST the newest forecast of each programme, {@value #MOST} at most; else none
 */
public record JobContext(
        Instant now,
        @Nullable Instant lastSuccess,
        List<Sighting> sightings,
        List<SettledCampaign> campaigns,
        List<FareChange> fares,
        List<ProgramForecast> forecasts) {

    /** How many sightings and how many campaigns there are at most. */
    public static final int MOST = 1_000;

    /** How many fares there are at most. One answer of a provider has a hundred and more. */
    public static final int MOST_FARES = 20_000;

    /** Copies the lists. */
    public JobContext {
        Objects.requireNonNull(now, "now is null");
        sightings = List.copyOf(sightings);
        campaigns = List.copyOf(campaigns);
        fares = List.copyOf(fares);
        forecasts = List.copyOf(forecasts);
    }

    /** Without fares and forecasts. */
    public JobContext(
            Instant now, @Nullable Instant lastSuccess, List<Sighting> sightings, List<SettledCampaign> campaigns) {
        this(now, lastSuccess, sightings, campaigns, List.of(), List.of());
    }

    /** Without anything new. */
    public static JobContext at(Instant now, @Nullable Instant lastSuccess) {
        return new JobContext(now, lastSuccess, List.of(), List.of());
    }
}
