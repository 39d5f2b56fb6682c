package org.milesbot.store.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.StorableText;
import org.milesbot.store.source.Watch.Step;
import org.milesbot.store.source.Watch.Told;

/** What the operator is to be told of sources. Read by number: whoever keeps the last one misses none and reads none twice. */
public final class Notices {

    private static final String SELECT = """
            select id, plugin, source, kind, written_at, since, failures, outcome, problem
            from source_notice
            """;

    private static final int LONGEST_PROBLEM = 1_000;

    private final Database database;

    public Notices(Database database) {
        this.database = database;
    }

    /**
     * The notices after one, the oldest first.
     *
     * @param id the number of the last one that was read; 0 if none was
     */
    public List<SourceNotice> after(long id, int most) {
        return database.with(open -> open.createQuery(SELECT + "where id > :id order by id limit :most")
                .bind("id", id)
                .bind("most", most)
                .map((row, context) -> notice(row))
                .list());
    }

    /** The last notice of each source. */
    public Map<SourceKey, SourceNotice> newest() {
        return database.with(open -> open
                .createQuery("select distinct on (plugin, source)" + SELECT.substring("select".length())
                        + "order by plugin, source, id desc")
                .map((row, context) -> notice(row))
                .list()
                .stream()
                .collect(LinkedHashMap::new, (all, one) -> all.put(one.key(), one), Map::putAll));
    }

    static @Nullable SourceNotice put(Handle transaction, Visited visit, Step step) {
        Told told = step.told();
        if (told == null) {
            return null;
        }
        return transaction
                .createQuery("""
                        insert into source_notice (
                            plugin, source, kind, written_at, since, failures, outcome, problem)
                        values (:plugin, :source, :kind, :writtenAt, :since, :failures, :outcome, :problem)
                        returning id, plugin, source, kind, written_at, since, failures, outcome, problem
                        """)
                .bind("plugin", visit.key().plugin())
                .bind("source", visit.key().source())
                .bind("kind", told.kind().name().toLowerCase(Locale.ROOT))
                .bind("writtenAt", visit.at())
                .bind("since", told.since())
                .bind("failures", told.failures())
                .bind("outcome", StorableText.clean(visit.outcome()))
                .bind("problem", problem(visit.problem()))
                .map((row, context) -> notice(row))
                .one();
    }

    private static @Nullable String problem(@Nullable String words) {
        if (words == null) {
            return null;
        }
        return StorableText.clean(words.substring(0, Math.min(words.length(), LONGEST_PROBLEM)));
    }

    private static SourceNotice notice(ResultSet row) throws SQLException {
        OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
        return new SourceNotice(
                row.getLong("id"),
                new SourceKey(row.getString("plugin"), row.getString("source")),
                NoticeKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                since == null ? null : since.toInstant(),
                row.getInt("failures"),
                row.getString("outcome"),
                row.getString("problem"));
    }
}
