package org.milesbot.store.forecast;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.store.db.Database;

/** Keeps every forecast that was made, so that it can be shown and held against what came. */
public final class Forecasts {

    private static final List<String> KEY = List.of("program", "origin", "origin_day", "model_version");

    private static final List<String> VALUES = List.of(
            "made_at",
            "next_1d_prob",
            "next_1d_prob_lo",
            "next_1d_prob_hi",
            "next_3d_prob",
            "next_3d_prob_lo",
            "next_3d_prob_hi",
            "next_7d_prob",
            "next_7d_prob_lo",
            "next_7d_prob_hi",
            "next_30d_prob",
            "next_30d_prob_lo",
            "next_30d_prob_hi",
            "next_90d_prob",
            "next_90d_prob_lo",
            "next_90d_prob_hi",
            "curve",
            "plain_7d_prob",
            "plain_30d_prob",
            "baseline_7d_prob",
            "baseline_30d_prob",
            "climatology_7d_prob",
            "climatology_30d_prob",
            "pooled_7d_prob",
            "pooled_30d_prob",
            "omega_full",
            "signals",
            "median_wait_days",
            "window_from",
            "window_to",
            "typical_bonus",
            "bonus_q10",
            "bonus_q90",
            "base_q10",
            "base_q50",
            "base_q90",
            "campaigns",
            "confidence",
            "readiness",
            "drivers",
            "announced_start",
            "running_until",
            "last_start",
            "last_end",
            "gap_days");

    private static final String COLUMNS =
            Stream.concat(KEY.stream(), VALUES.stream()).collect(Collectors.joining(", "));

    private static final String SAVE = "insert into promo_forecast (" + COLUMNS + ") select " + COLUMNS + """
             from jsonb_populate_recordset(null::promo_forecast, cast(:rows as jsonb))
            on conflict on constraint promo_forecast_once do update set
            """
            + VALUES.stream().map(name -> name + " = excluded." + name).collect(Collectors.joining(", "));

    private final Database database;

    public Forecasts(Database database) {
        this.database = database;
    }

    /** Keeps forecasts in one transaction: all or none. One of the same series, day and model takes the other's place. */
    public void save(List<StoredForecast> forecasts) {
        if (!forecasts.isEmpty()) {
            database.useTransaction(transaction -> transaction
                    .createUpdate(SAVE)
                    .bind("rows", ForecastRows.toJson(forecasts))
                    .execute());
        }
    }

    /**
     * The newest forecast of each series, by programme, those from anywhere before those from an origin.
     *
     * @param programs only of these; of all if empty
     * @param origin only from here, or null for all series
     */
    public List<StoredForecast> latest(Collection<ProgramId> programs, @Nullable OriginId origin) {
        return database.with(open -> open.createQuery("select distinct on (program, origin) " + COLUMNS + """
                         from promo_forecast
                        where (cardinality(cast(:programs as text[])) = 0 or program = any(:programs))
                          and (cast(:origin as text) is null or origin = :origin)
                        order by program, origin nulls first, origin_day desc, made_at desc, id desc
                        """)
                .bindArray(
                        "programs",
                        String.class,
                        programs.stream().map(ProgramId::value).toList())
                .bind("origin", origin == null ? null : origin.value())
                .map(ForecastMapper.INSTANCE)
                .list());
    }

    /** All forecasts with what was known at the end of these days, the first and the last included; oldest first. */
    public List<StoredForecast> of(LocalDate first, LocalDate last) {
        return found(null, first, last);
    }

    /** Those of routes, or those of programmes. */
    public List<StoredForecast> of(boolean ofRoutes, LocalDate first, LocalDate last) {
        return found(ofRoutes, first, last);
    }

    private List<StoredForecast> found(@Nullable Boolean ofRoutes, LocalDate first, LocalDate last) {
        return database.with(open -> open.createQuery("select " + COLUMNS + """
                         from promo_forecast
                        where origin_day between :first and :last
                          and (cast(:ofRoutes as boolean) is null or (origin is not null) = :ofRoutes)
                        order by origin_day, program, origin nulls first, model_version
                        """)
                .bind("ofRoutes", ofRoutes)
                .bind("first", first)
                .bind("last", last)
                .map(ForecastMapper.INSTANCE)
                .list());
    }
}
