package org.milesbot.cli.web.read;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.milesbot.api.Zones;
import org.milesbot.api.web.WebRequest;
import org.milesbot.cli.output.ProgramNames;
import org.milesbot.cli.pipeline.ForecastRecord;
import org.milesbot.store.db.Database;
import org.milesbot.store.dedupe.Dossiers;
import org.milesbot.store.forecast.Forecasts;
import org.milesbot.store.forecast.PastCampaigns;
import org.milesbot.store.promo.AwardFares;
import org.milesbot.store.promo.PromoFilter;
import org.milesbot.store.promo.PromoRow;
import org.milesbot.store.promo.Promos;
import org.milesbot.store.promo.SimilarPromos;
import org.milesbot.store.score.RememberedCampaigns;
import org.milesbot.store.score.ScoreRule;
import org.milesbot.store.search.Search;
import org.milesbot.store.search.SearchIndex;

/**
 * What pages and interfaces read from. Safe for use by several threads.
 *
 * @param database by which all is read
 * @param promos the promos that are kept
 * @param rule how scores are worked out
 * @param names what people call programmes and banks
 * @param index what is searched
 * @param clock the time
 */
public record Shelf(
        Database database, Promos promos, ScoreRule rule, ProgramNames names, SearchIndex index, Clock clock) {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final Duration SEARCHED = Duration.ofSeconds(5);

    /** A shelf that reads all of it anew each time. */
    public Shelf(Database database, ScoreRule rule, ProgramNames names, Clock clock) {
        this(database, new Promos(database), rule, names, new SearchIndex(Duration.ZERO, clock), clock);
    }

    /**
     * A shelf that takes the past as it was a minute ago, since what promos are compared with changes little meanwhile, and
     * what is searched as it was some seconds ago.
     */
    public static Shelf remembering(Database database, ScoreRule rule, ProgramNames names, Clock clock) {
        RememberedCampaigns past = new RememberedCampaigns(REMEMBERED, clock);
        SearchIndex index = new SearchIndex(SEARCHED, clock);
        return new Shelf(database, Promos.remembering(database, past), rule, names, index, clock);
    }

    /** The promos that pass a filter. */
    public List<PromoRow> promos(PromoFilter filter, Instant now) {
        return promos.list(filter, rule, now);
    }

    /** Finds campaigns among all that ever were. */
    public Search search() {
        return new Search(database, promos, index);
    }

    /** What promos can be held against. */
    public SimilarPromos similar() {
        return new SimilarPromos(database);
    }

    /** What flights cost in miles. */
    public AwardFares fares() {
        return new AwardFares(database);
    }

    /** All there is to say of campaigns. */
    public Dossiers dossiers() {
        return new Dossiers(database);
    }

    /** What is foretold. */
    public Forecasts forecasts() {
        return new Forecasts(database);
    }

    /** How right it was. */
    public ForecastRecord record() {
        return new ForecastRecord(past(), forecasts());
    }

    /** The transfer bonuses of the past. */
    public PastCampaigns past() {
        return new PastCampaigns(database);
    }

    /** The day that somebody asks on, in America/Sao_Paulo. */
    public static LocalDate today(WebRequest request) {
        return LocalDate.ofInstant(request.at(), Zones.SAO_PAULO);
    }
}
