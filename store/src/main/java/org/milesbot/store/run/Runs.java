package org.milesbot.store.run;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.StorableText;
import org.milesbot.store.metric.MetricLog;

/** Keeps one row for each run of a job. A run that was killed stays without an end. */
public final class Runs {

    private final Database database;

    public Runs(Database database) {
        this.database = database;
    }

    /**
     * Notes that a run begins.
     *
     * @param plugin for which plug-in, or null if the job is not one plug-in's
     * @return the run's id
     */
    public long begin(String job, @Nullable String plugin, Instant startedAt) {
        return database.with(open -> open.createQuery("""
                        insert into run (job, plugin, started_at)
                        values (:job, :plugin, :startedAt)
                        returning id
                        """)
                .bind("job", job)
                .bind("plugin", plugin)
                .bind("startedAt", startedAt)
                .mapTo(Long.class)
                .one());
    }

    /** Notes how a run ended. Now and then, those that have ended are added to the totals of what was counted. */
    public void end(long id, RunEnd end) {
        database.with(open -> open.createUpdate("""
                        update run
                        set ended_at = greatest(started_at, cast(:endedAt as timestamptz)),
                            outcome = :outcome,
                            counts = (
                                select coalesce(jsonb_object_agg(name, number), '{}')
                                from unnest(:names, :numbers) as counted (name, number)),
                            bytes = :bytes,
                            error = :error,
                            visits = cast(:visits as jsonb)
                        where id = :id
                        """)
                .bind("endedAt", end.endedAt())
                .bind("outcome", end.outcome().name().toLowerCase(Locale.ROOT))
                .bindArray("names", String.class, List.copyOf(end.counts().keySet()))
                .bindArray("numbers", Long.class, List.copyOf(end.counts().values()))
                .bind("bytes", end.bytes())
                .bind("error", end.error() == null ? null : StorableText.clean(end.error()))
                .bind("visits", VisitsJson.of(end.visits()))
                .bind("id", id)
                .execute());
        if (id % MetricLog.FOLD_AFTER == 0) {
            database.useTransaction(MetricLog::fold);
        }
    }

    /**
     * When the last run of a job began that counts. One without an end is under way, or was killed: then the work is due
     * again, and whoever takes the lock does it. Only once, so that what kills every process is not tried without a pause.
     */
    public Optional<Instant> lastCounting(String job, @Nullable String plugin) {
        return database.with(open -> open.createQuery("""
                        select started_at
                        from (
                            select started_at, ended_at, row_number() over (order by id desc) as place
                            from run
                            where job = :job
                              and plugin is not distinct from :plugin
                            order by id desc
                            limit 2) newest
                        where ended_at is not null or place = 2
                        order by place
                        limit 1
                        """)
                .bind("job", job)
                .bind("plugin", plugin)
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(OffsetDateTime::toInstant));
    }

    /** When the last run of a plug-in's job began that went well. */
    public Optional<Instant> lastSucceeded(String job, String plugin) {
        return database.with(open -> open.createQuery("""
                        select started_at
                        from run
                        where job = :job
                          and plugin = :plugin
                          and ended_at is not null
                          and outcome = 'ok'
                        order by ended_at desc
                        limit 1
                        """)
                .bind("job", job)
                .bind("plugin", plugin)
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(OffsetDateTime::toInstant));
    }

    /** The newest run of each of some jobs that ever ran. */
    public List<LastRun> newest(List<String> jobs) {
        return database.with(open -> open.createQuery("""
                        select newest.*
                        from unnest(:jobs) with ordinality as wanted (job, place)
                        cross join lateral (
                            select job, started_at, outcome, error
                            from run
                            where run.job = wanted.job
                            order by id desc
                            limit 1) newest
                        order by place
                        """)
                .bindArray("jobs", String.class, jobs)
                .map((row, context) -> new LastRun(
                        row.getString("job"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getString("outcome"),
                        row.getString("error")))
                .list());
    }

    /** The last runs of all jobs, the newest first. */
    public List<PastRun> last(int limit) {
        return database.with(open -> open.createQuery("""
                        select job, plugin, started_at, ended_at, outcome, cast(counts as text) as counts, error
                        from run
                        order by id desc
                        limit :limit
                        """)
                .bind("limit", limit)
                .map((row, context) -> {
                    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
                    return new PastRun(
                            row.getString("job"),
                            row.getString("plugin"),
                            row.getObject("started_at", OffsetDateTime.class).toInstant(),
                            ended == null ? null : ended.toInstant(),
                            row.getString("outcome"),
                            row.getString("counts"),
                            row.getString("error"));
                })
                .list());
    }

    /**
     * Deletes what is of no more use of runs that ended before an instant: the last of each job, plug-in and day in
     * America/Sao_Paulo that went well stays, since it says that the day was watched.
     *
     * @return how many
     */
    public long thin(Instant before) {
        return database.with(open -> open.createUpdate("""
                        delete from run
                        where id in (
                            select id
                            from (
                                select id, outcome,
                                    row_number() over (
                                        partition by job, plugin, cast(ended_at at time zone :zone as date), outcome = 'failed'
                                        order by ended_at desc, id desc) as place
                                from run
                                where ended_at < :before
                                  and counted) old
                            where place > 1 or outcome = 'failed')
                           or (ended_at is null and started_at < :before)
                        """)
                .bind("zone", Zones.SAO_PAULO.getId())
                .bind("before", before)
                .execute());
    }
}
