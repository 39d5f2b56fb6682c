package org.milesbot.store.metric;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.milesbot.store.db.Database;

/**
 * Totals since the beginning, over all processes of an installation. They never go backwards, whatever is deleted of the rows
 * that they were counted from.
 *
 * <p>Alerts are counted in the transaction in which they end. A run is counted where it lies, so that one which found nothing
 * new writes no row but its own, and is added to the totals together with others later on. Both are read in one statement:
 * each run is seen in one place and once.
 */
public final class MetricLog {

    /** So many runs at most wait to be added to the totals; reading them takes a few milliseconds. */
    public static final int FOLD_AFTER = 32;

    private static final String FORECAST = "forecast_";

    private static final String ADD = """
            on conflict (name, labels) do update
            set value = metric_log.value + excluded.value
            """;

    private final Database database;

    public MetricLog(Database database) {
        this.database = database;
    }

    /** All of them. */
    static List<Total> read(Handle open) {
        return open.createQuery("""
                        select name, labels, case when name like '%\\_at' then max(value) else sum(value) end as value
                        from (
                            select name, labels, value
                            from metric_log
                            union all
                            select name, labels, value
                            from run_metric
                            where not counted) kept
                        group by name, labels
                        order by name, labels
                        """).map(Total.ROW).list();
    }

    /** All of them. */
    public List<Total> all() {
        return database.with(MetricLog::read);
    }

    /**
     * Adds the runs that have ended to the totals, unless another process is at it. One at a time, also of those that delete
     * runs: they would wait for each other's rows.
     */
    public static void fold(Handle transaction) {
        boolean alone = transaction
                .createQuery("select pg_try_advisory_xact_lock(cast('metric_log'::regclass as oid)::bigint)")
                .mapTo(Boolean.class)
                .one();
        if (alone) {
            transaction.createQuery("""
                            with taken as (
                                update run
                                set counted = true
                                where ended_at is not null
                                  and not counted
                                returning id)
                            select keep_metrics_of(array_agg(id))::text
                            from taken
                            """).mapTo(String.class).list();
        }
    }

    /**
     * Counts alerts that have ended. At the end of a transaction, because others wait for it.
     *
     * @param state how: {@code sent}, {@code expired} or {@code dead}
     * @param reasons of each of them, why it was to be sent
     */
    public static void countAlerts(Handle transaction, String state, Collection<String> reasons) {
        if (!reasons.isEmpty()) {
            transaction
                    .createUpdate("""
                            insert into metric_log (name, labels, value)
                            select 'alerts_' || :state, array[reason], count(*)
                            from unnest(:reasons) as reason
                            group by reason
                            order by reason
                            """ + ADD)
                    .bind("state", state)
                    .bindArray("reasons", String.class, reasons)
                    .execute();
        }
    }

    /** Counts that a plug-in failed at something else than a scrape, whose failures its run tells. */
    public void countPluginError(String plugin) {
        database.with(open -> open.createUpdate(
                        "insert into metric_log (name, labels, value) values ('plugin_errors', array[:plugin], 1)"
                                + ADD)
                .bind("plugin", plugin)
                .execute());
    }

    /**
     * Keeps how right the forecasts were, in place of what was known of that.
     *
     * @param scores with names that begin with {@code forecast_}
     */
    public void keepForecastScores(List<Total> scores) {
        database.useTransaction(transaction -> {
            transaction.execute("delete from metric_log where starts_with(name, ?)", FORECAST);
            scores.forEach(score -> transaction
                    .createUpdate("insert into metric_log (name, labels, value) values (:name, :labels, :value)")
                    .bind("name", FORECAST + score.name())
                    .bindArray("labels", String.class, score.labels())
                    .bind("value", score.value())
                    .execute());
        });
    }
}
