package org.milesbot.plugin.rumours;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.storage.Storage;

/** The plug-in's own tables, as the operator and those who ask for their data see them. */
final class Lists {

    /** Who reported how many that were confirmed; {@code :who} stands for which chats. The late ones do not count. */
    static final String REPORTERS = """
            select chat_id, count(*) as reported,
                count(*) filter (where state = 'confirmed') as confirmed,
                count(*) filter (where state in ('confirmed', 'expired', 'dropped')) as decided,
                coalesce(round(100.0 * count(*) filter (where state = 'confirmed')
                    / nullif(count(*) filter (where state in ('confirmed', 'expired', 'dropped')), 0)), 0)::int as share,
                coalesce(round(avg(extract(epoch from ahead) / 3600) filter (where state = 'confirmed'), 1), 0)
                    as hours_ahead
            from (
                select chat_id, state,
                    (select min(announced_at) from offer where rumour_id = rumour.id) - reported_at as ahead
                from rumour
                where way = 'bot') as each
            where chat_id :who
            group by chat_id
            order by share desc, confirmed desc, reported desc, chat_id
            """;

    private static final String LISTED = """
            select rumour.id, reported_at, state, chat_id, way, told.offers
            from rumour
            cross join lateral (
                select json_agg(json_build_object('kind', kind, 'program', program, 'percent', percent,
                    'origins', origins, 'start', starts, 'end', ends, 'campaign', campaign_id,
                    'announced_at', announced_at, 'url', url) order by number) as offers
                from offer
                where rumour_id = rumour.id) as told
            """;

    private final Storage storage;

    Lists(Storage storage) {
        this.storage = storage;
    }

    /** A rumour as the operator sees it. */
    record Listed(
            long id,
            Instant reportedAt,
            String state,
            @Nullable Long chatId,
            String way,
            List<Offer> offers) {}

    /** One of those who report. */
    record ReporterRow(@Nullable Long chatId, int reported, int confirmed, int decided, int share, String hours) {}

    /** Rumours of a state, or of all if it is null, the newest first. */
    List<Listed> listed(@Nullable String state, int most) throws SQLException {
        return listed("cast(? as text) is null or state = ?", state, state, most);
    }

    /** The one of a number; empty if there is none. */
    List<Listed> listed(long id) throws SQLException {
        return listed("rumour.id = ?", id, 1);
    }

    private List<Listed> listed(String which, @Nullable Object... arguments) throws SQLException {
        return storage.inTransaction(connection -> {
            List<Listed> listed = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "select rumour.id, reported_at, state, chat_id, way, offers.* from rumour cross join lateral ("
                            + RumourTables.OFFERS + ") offers where (" + which + ") order by rumour.id desc limit ?")) {
                bind(select, arguments);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        listed.add(new Listed(
                                row.getLong("id"),
                                RumourTables.instant(row, "reported_at"),
                                row.getString("state"),
                                row.getObject("chat_id", Long.class),
                                row.getString("way"),
                                RumourTables.offers(row)));
                    }
                }
            }
            return listed;
        });
    }

    /** The same as JSON, an object each. */
    List<String> listedAsJson(@Nullable String state, int most) throws SQLException {
        return texts("select row_to_json(listed)::text from (" + LISTED + """
                where cast(? as text) is null or state = ?
                order by rumour.id desc
                limit ?) as listed
                """, state, state, most);
    }

    /** One with its words as JSON; empty if there is none of the number. */
    List<String> shownAsJson(long id) throws SQLException {
        return texts(
                "select row_to_json(shown)::text from (select listed.*, words, said_at, ended_at from (" + LISTED
                        + ") as listed join rumour using (id) where id = ?) as shown",
                id);
    }

    /** Its words, when it was said and where the campaign is told; empty if there is none of the number. */
    List<String> words(long id) throws SQLException {
        return texts("select words from rumour where id = ?", id);
    }

    /** Those who report, who is right most often first. */
    List<ReporterRow> reporters() throws SQLException {
        return storage.inTransaction(connection -> {
            List<ReporterRow> rows = new ArrayList<>();
            try (PreparedStatement select =
                            connection.prepareStatement(REPORTERS.replace(":who", "is not null or chat_id is null"));
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new ReporterRow(
                            row.getObject("chat_id", Long.class),
                            row.getInt("reported"),
                            row.getInt("confirmed"),
                            row.getInt("decided"),
                            row.getInt("share"),
                            row.getString("hours_ahead")));
                }
            }
            return rows;
        });
    }

    List<String> reportersAsJson() throws SQLException {
        return texts("select row_to_json(reporter)::text from ("
                + REPORTERS.replace(":who", "is not null or chat_id is null") + ") as reporter");
    }

    /** Ends one as untrue; false if there is none of the number that waits. */
    boolean drop(long id, Instant now) throws SQLException {
        return storage.inTransaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    update rumour
                    set state = 'dropped', ended_at = ?
                    where id = ?
                      and state = 'quarantined'
                    """)) {
                update.setObject(1, RumourTables.utc(now));
                update.setLong(2, id);
                return update.executeUpdate() > 0;
            }
        });
    }

    /** All that is kept of somebody as JSON; empty if nothing is. */
    List<String> export(long chatId, int most) throws SQLException {
        return texts("""
                select json_build_object('rumours', json_agg(own), 'is_cut', count(*) = ?)::text
                from (
                    select reported_at, said_at, state, ended_at, left(words, 2000) as words
                    from rumour
                    where chat_id = ?
                    order by id desc
                    limit ?) as own
                having count(*) > 0
                """, most, chatId, most);
    }

    /** What waits is deleted, what was decided loses the words and who said it; returns whether there was anything. */
    boolean forget(long chatId) throws SQLException {
        return storage.inTransaction(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(
                            "delete from rumour where chat_id = ? and state = 'quarantined'");
                    PreparedStatement update = connection.prepareStatement(
                            "update rumour set chat_id = null, words = '' where chat_id = ?")) {
                delete.setLong(1, chatId);
                update.setLong(1, chatId);
                return delete.executeUpdate() + update.executeUpdate() > 0;
            }
        });
    }

    private List<String> texts(String sql, @Nullable Object... arguments) throws SQLException {
        return storage.inTransaction(connection -> {
            List<String> texts = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                bind(select, arguments);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        texts.add(row.getString(1));
                    }
                }
            }
            return texts;
        });
    }

    private static void bind(PreparedStatement select, @Nullable Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            select.setObject(i + 1, arguments[i]);
        }
    }
}
