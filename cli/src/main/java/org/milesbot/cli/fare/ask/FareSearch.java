package org.milesbot.cli.fare.ask;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.api.fare.FareProvider;
import org.milesbot.api.fare.FareQuery;
import org.milesbot.api.source.FetchRequest;
import org.milesbot.api.source.FetchResult.Fetched;
import org.milesbot.api.source.Fetcher;
import org.milesbot.api.source.SourceId;
import org.milesbot.api.source.Validators;
import org.milesbot.cli.fare.ask.FareAnswer.End;
import org.milesbot.cli.fare.ask.FareInquiry.Means;
import org.milesbot.store.capture.Captures;
import org.milesbot.store.capture.Contents;
import org.milesbot.store.capture.NewCapture;
import org.milesbot.store.db.Database;
import org.milesbot.store.fare.FareBudget;
import org.milesbot.store.fare.FareOutcome;
import org.milesbot.store.fare.FareQueries;
import org.milesbot.store.fare.FareQueries.Asking;
import org.milesbot.store.fare.FareSurvey;
import org.milesbot.store.fare.FareSurveys;
import org.milesbot.store.fare.Fares;
import org.milesbot.store.fare.StoredFare;
import org.milesbot.store.fare.WantedQuery;

/**
 * Puts questions to providers, each once for as long as its answer is fresh, whoever has it; keeps what they say, and lets
 * those know who wait for it. Several processes may do so at once.
 */
public final class FareSearch {

    /** Longer than any inquiry takes that is not stuck. */
    private static final Duration LEASE = Duration.ofMinutes(30);

    /** All that three programmes have of a continent comes to about so many pages. */
    private static final int MOST_OF_A_SURVEY = 250;

    /** Kept with the answers, which are not read again: what a seat cost then is told already. */
    private static final int READER_VERSION = 1;

    private final Fetcher fetcher;
    private final Patience patience;
    private final Clock clock;
    private final FareBudget budget;
    private final FareQueries queries;
    private final FareSurveys surveys;
    private final Fares fares;
    private final Listener listener;
    private final Captures captures;

    /** Whoever wants to know of fares. */
    @FunctionalInterface
    public interface Listener {
        /** These were told, and are kept. */
        void stored(List<StoredFare> fares, Instant now);
    }

    /**
     * @param fetcher the way to the network or to recordings
     * @param listener is told what is known now
     */
    public FareSearch(Fetcher fetcher, Database database, Listener listener, Patience patience, Clock clock) {
        this.fetcher = fetcher;
        this.patience = patience;
        this.clock = clock;
        this.listener = listener;
        budget = new FareBudget(database, clock);
        queries = new FareQueries(database, LEASE);
        surveys = new FareSurveys(database);
        fares = new Fares(database);
        captures = new Captures(database);
    }

    /**
     * Asks a provider what is due of some questions, in their order, until its rate allows no more or it fails.
     *
     * @param plugin the provider's plug-in, under whose name the answers are kept
     * @param most after how many questions it stops; those whose answer is fresh do not count
     * @param progress is told of each question that was dealt with, asked or not
     */
    public FareReport ask(
            String plugin, FareProvider provider, List<WantedQuery> wanted, int most, Consumer<WantedQuery> progress) {
        FareReport report = FareReport.NONE;
        for (WantedQuery query : wanted) {
            if (!report.isOver() && report.asked() < most && surveys.mayKnow(provider.id(), query)) {
                for (Asking asking : queries.take(provider.id(), List.of(query), clock.instant())) {
                    report = report.with(ask(plugin, provider, asking));
                }
            }
            progress.accept(query);
        }
        return report;
    }

    /** Keeps what a provider read of something that it was not asked for, such as a page that somebody saved. */
    FareReport keep(String provider, List<AwardFare> told) {
        Instant now = clock.instant();
        List<StoredFare> stored = fares.store(provider, told, now);
        listener.stored(stored, now);
        return FareReport.of(FareAnswer.unasked(told), stored);
    }

    /** Asks a provider which routes it knows, if that was long ago. */
    FareReport routes(String plugin, FareProvider provider) {
        return survey(
                plugin,
                provider,
                FareSurvey.ROUTES,
                provider::coverage,
                answer -> surveys.covers(provider.id(), answer.routes()));
    }

    /** Asks a provider for all that it has, if that was long ago. */
    FareReport sweep(String plugin, FareProvider provider) {
        LocalDate today = today();
        return survey(
                plugin, provider, FareSurvey.SWEEP, () -> provider.sweep(today, today.plusYears(1)), answer -> {});
    }

    private FareReport survey(
            String plugin,
            FareProvider provider,
            FareSurvey survey,
            Supplier<List<FetchRequest>> what,
            Consumer<FareAnswer> keeper) {
        if (!surveys.take(provider.id(), survey, clock.instant())) {
            return FareReport.NONE;
        }
        FareAnswer answer = inquiry(plugin, provider, MOST_OF_A_SURVEY).ask(what);
        Instant now = clock.instant();
        if (answer.end() == End.READ) {
            keeper.accept(answer);
        } else {
            surveys.failed(provider.id(), survey, now);
        }
        List<StoredFare> stored = fares.store(provider.id(), answer.fares(), now);
        listener.stored(stored, now);
        return FareReport.of(answer, stored);
    }

    private FareInquiry inquiry(String plugin, FareProvider provider, int mostRequests) {
        Means means =
                new Means(fetcher, budget, (answer, found) -> keep(plugin, provider, answer, found), patience, clock);
        return new FareInquiry(means, provider, mostRequests);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Zones.SAO_PAULO);
    }

    private FareReport ask(String plugin, FareProvider provider, Asking asking) {
        FareQuery query = asking.wanted().query(today());
        FareAnswer answer = inquiry(plugin, provider, FareInquiry.MOST_REQUESTS).ask(() -> provider.requests(query));
        Instant now = clock.instant();
        List<StoredFare> stored = fares.store(provider.id(), answer.fares(), now);
        if (answer.isWhole()) {
            fares.gone(provider.id(), query, asking.askedAt(), now);
        }
        queries.ended(asking, outcome(answer), answer.fares().size(), now);
        listener.stored(stored, now);
        return FareReport.of(answer, stored);
    }

    private static FareOutcome outcome(FareAnswer answer) {
        if (answer.end() == End.READ) {
            return answer.isWhole() ? FareOutcome.WHOLE : FareOutcome.PART;
        }
        return answer.fares().isEmpty() ? FareOutcome.FAILED : FareOutcome.PART;
    }

    private void keep(String plugin, FareProvider provider, Fetched answer, @Nullable Integer found) {
        captures.store(
                new NewCapture(
                        plugin,
                        new SourceId(provider.id()),
                        answer.page(),
                        answer.body(),
                        Validators.NONE,
                        READER_VERSION,
                        found),
                Contents.none(clock.instant()));
    }
}
