package org.milesbot.store.source;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.StorableText;
import org.milesbot.store.source.SourceState.Last;
import org.milesbot.store.source.Watch.News;
import org.milesbot.store.source.Watch.Step;

/**
 * Keeps how each source does. A visit that found nothing new writes nothing here: that it took place is in its run's row,
 * which is looked at as well. What a visit changes and the notice of it are written together or not at all.
 */
public final class SourceStates {

    /**
     * The newest visit of each source that a run tells of. Runs of the plug-in are gone through backwards, but no further
     * than twice the longest time between two visits: a source that the plug-in has no more is in none of them.
     */
    private static final String SELECT = """
            select state.plugin, state.source, state.outcome, state.visited_at, state.last_success,
                state.last_new_item, state.failures, state.next_check,
                extract(epoch from state.gap_median)::bigint as gap_median,
                extract(epoch from state.gap_p95)::bigint as gap_p95,
                state.busy_hours, state.trouble, state.muted,
                newest.visit ->> 'outcome' as newer_outcome,
                cast(newest.visit ->> 'at' as timestamptz) as newer_at,
                cast(newest.visit ->> 'next_check' as timestamptz) as newer_check
            from source_state as state
            left join lateral (
                select run.visits -> state.source as visit
                from run
                where run.job = 'scrape'
                  and run.plugin = state.plugin
                  and run.ended_at >= state.visited_at
                  and run.ended_at >= (
                    select max(ended_at) - interval '60 days'
                    from run as latest
                    where latest.job = 'scrape' and latest.plugin = state.plugin)
                  and jsonb_exists(run.visits, state.source)
                order by run.ended_at desc
                limit 1) as newest on true
            """;

    private final Database database;
    private final Watch watch;

    public SourceStates(Database database, WatchRules rules) {
        this.database = database;
        this.watch = new Watch(rules);
    }

    /** How all sources do that were ever visited or muted, by plug-in and name. */
    public Map<SourceKey, SourceState> all() {
        return database.with(open -> open.createQuery(SELECT + "order by plugin, source")
                .reduceResultSet(new LinkedHashMap<>(), (known, row, context) -> {
                    known.put(new SourceKey(row.getString("plugin"), row.getString("source")), state(row));
                    return known;
                }));
    }

    /**
     * How a source does before a visit.
     *
     * @param isCounted whether no item has come since the last visit, as one does that is kept by a visit that then dies
     */
    public record Before(SourceState state, boolean isCounted) {

        /** Of a source that was never visited. */
        public static final Before NEW = new Before(SourceState.NEW, true);
    }

    /** How some sources of a plug-in do, by name; those that were never visited or muted are not in it. */
    public Map<String, Before> of(String plugin, Collection<String> sources) {
        return database.with(open -> open.createQuery("""
                        select known.*,
                            exists (
                                select
                                from source_item
                                where source_item.source = known.source
                                  and seen_at > greatest(known.visited_at, known.newer_at)) as has_more
                        from (%s
                            where state.plugin = :plugin and state.source = any(:sources)) as known
                        """.formatted(SELECT))
                .bind("plugin", plugin)
                .bindArray("sources", String.class, List.copyOf(sources))
                .reduceResultSet(new HashMap<>(), (known, row, context) -> {
                    known.put(row.getString("source"), new Before(state(row), !row.getBoolean("has_more")));
                    return known;
                }));
    }

    private static SourceState find(Handle open, SourceKey key) {
        return open.createQuery(SELECT + "where state.plugin = :plugin and state.source = :source")
                .bind("plugin", key.plugin())
                .bind("source", key.source())
                .map((row, context) -> state(row))
                .findOne()
                .orElse(SourceState.NEW);
    }

    /**
     * Takes note of a visit.
     *
     * @return how the source does now, and what the operator is to be told
     */
    public Watched record(Visited visit) {
        return database.inTransaction(transaction -> {
            Seen seen = look(transaction, visit);
            if (!seen.step().isMaterial()) {
                return new Watched(seen.step().state(), 0, null);
            }
            // Alone from here on, so that numbers of notices become visible in their order.
            lock(transaction);
            Seen now = look(transaction, visit);
            write(transaction, visit.key(), now.step().state());
            return new Watched(now.step().state(), now.newItems(), Notices.put(transaction, visit, now.step()));
        });
    }

    /**
     * Takes note of a visit that kept nothing; the database is asked only if there is something to write.
     *
     * @param before how the source did when the visit began
     */
    public Watched recordQuiet(Visited visit, Before before) {
        Step step = watch.after(before.state(), visit, News.none(before.state()));
        return step.isMaterial() || !before.isCounted() ? record(visit) : new Watched(step.state(), 0, null);
    }

    /** A visit and what it changes. */
    private record Seen(Step step, int newItems) {}

    private Seen look(Handle open, Visited visit) {
        String source = visit.key().source();
        SourceState before = find(open, visit.key());
        Last last = before.visit();
        int count = SourceItems.countAfter(open, source, last == null ? null : last.at());
        if (count == 0 && last != null) {
            return new Seen(watch.after(before, visit, News.none(before)), 0);
        }
        List<Instant> items = SourceItems.newest(open, source);
        News news = new News(count, items.isEmpty() ? null : items.get(0), Rhythm.of(items));
        return new Seen(watch.after(before, visit, news), count);
    }

    private static void lock(Handle transaction) {
        transaction.createQuery("""
                        select pg_advisory_xact_lock(
                            hashtextextended('milesbot/' || current_schema() || '/source_state', 0))::text
                        """).mapTo(String.class).one();
    }

    /** Leaves alone whether it is muted, which is not a visit's to say. */
    private static void write(Handle transaction, SourceKey key, SourceState state) {
        Last last = Objects.requireNonNull(state.visit(), "a state after a visit has one");
        Rhythm rhythm = state.rhythm();
        transaction
                .createUpdate("""
                        insert into source_state (
                            plugin, source, outcome, visited_at, last_success, last_new_item, failures, next_check,
                            gap_median, gap_p95, busy_hours, trouble)
                        values (
                            :plugin, :source, :outcome, :visitedAt, :lastSuccess, :lastNewItem, :failures, :nextCheck,
                            make_interval(secs => cast(:median as double precision)),
                            make_interval(secs => cast(:longest as double precision)), :busyHours, :trouble)
                        on conflict (plugin, source) do update
                        set outcome = excluded.outcome,
                            visited_at = excluded.visited_at,
                            last_success = excluded.last_success,
                            last_new_item = excluded.last_new_item,
                            failures = excluded.failures,
                            next_check = excluded.next_check,
                            gap_median = excluded.gap_median,
                            gap_p95 = excluded.gap_p95,
                            busy_hours = excluded.busy_hours,
                            trouble = excluded.trouble
                        """)
                .bind("plugin", key.plugin())
                .bind("source", key.source())
                .bind("outcome", StorableText.clean(last.outcome()))
                .bind("visitedAt", last.at())
                .bind("lastSuccess", state.lastSuccess())
                .bind("lastNewItem", state.lastNewItem())
                .bind("failures", state.failures())
                .bind("nextCheck", last.nextCheck())
                .bind("median", seconds(rhythm.median()))
                .bind("longest", seconds(rhythm.longest()))
                .bindArray("busyHours", Integer.class, List.copyOf(rhythm.busyHours()))
                .bind(
                        "trouble",
                        state.trouble() == null ? null : state.trouble().name().toLowerCase(Locale.ROOT))
                .execute();
    }

    /** Lets the operator hear nothing more of a source, or hear of it again. */
    public void mute(SourceKey key, boolean muted) {
        database.with(open -> open.createUpdate("""
                        insert into source_state (plugin, source, muted)
                        values (:plugin, :source, :muted)
                        on conflict (plugin, source) do update
                        set muted = excluded.muted
                        """)
                .bind("plugin", key.plugin())
                .bind("source", key.source())
                .bind("muted", muted)
                .execute());
    }

    private static SourceState state(ResultSet row) throws SQLException {
        SourceState kept = new SourceState(
                last(row, "visited_at", "outcome", "next_check"),
                instant(row, "last_success"),
                instant(row, "last_new_item"),
                row.getInt("failures"),
                new Rhythm(duration(row, "gap_median"), duration(row, "gap_p95"), hours(row.getArray("busy_hours"))),
                row.getString("trouble") == null
                        ? null
                        : Trouble.valueOf(row.getString("trouble").toUpperCase(Locale.ROOT)),
                row.getBoolean("muted"));
        Last newer = last(row, "newer_at", "newer_outcome", "newer_check");
        Last known = kept.visit();
        if (newer == null || known == null || !newer.at().isAfter(known.at())) {
            return kept;
        }
        return kept.confirmedBy(newer);
    }

    private static @Nullable Last last(ResultSet row, String at, String outcome, String next) throws SQLException {
        Instant visited = instant(row, at);
        return visited == null
                ? null
                : new Last(visited, row.getString(outcome), Objects.requireNonNull(instant(row, next), next));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable Duration duration(ResultSet row, String column) throws SQLException {
        long seconds = row.getLong(column);
        return row.wasNull() ? null : Duration.ofSeconds(seconds);
    }

    private static Set<Integer> hours(Array hours) throws SQLException {
        return Set.of((Integer[]) hours.getArray());
    }

    private static @Nullable Long seconds(@Nullable Duration duration) {
        return duration == null ? null : Long.valueOf(duration.toSeconds());
    }
}
