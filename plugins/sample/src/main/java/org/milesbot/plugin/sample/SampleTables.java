package org.milesbot.plugin.sample;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.milesbot.api.job.SettledCampaign;
import org.milesbot.api.storage.Migration;
import org.milesbot.api.storage.Storage;

/** The plug-in's own tables: all of its SQL is here. Needs nothing but the JDK. */
final class SampleTables {

    private final Storage storage;

    SampleTables(Storage storage) {
        this.storage = storage;
    }

    /** A reminder that is due, and whose. */
    record Due(long id, long chatId, String words) {}

    static List<Migration> migrations() {
        return List.of(
                Migration.beside(SampleTables.class, "V001__reminders.sql"),
                Migration.beside(SampleTables.class, "V002__campaigns.sql"));
    }

    /** Whether there are tables here. */
    boolean areThere() {
        return storage.isAvailable();
    }

    void remember(long chatId, SampleReminder reminder) throws SQLException {
        storage.inTransaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into reminder (chat_id, day, words)
                    values (?, ?, ?)
                    on conflict do nothing
                    """)) {
                insert.setLong(1, chatId);
                insert.setObject(2, reminder.day());
                insert.setString(3, reminder.words());
                return insert.executeUpdate();
            }
        });
    }

    /** The reminders of a day. */
    List<Due> of(LocalDate day) throws SQLException {
        return storage.inTransaction(connection -> {
            List<Due> due = new ArrayList<>();
            try (PreparedStatement select =
                    connection.prepareStatement("select id, chat_id, words from reminder where day = ? order by id")) {
                select.setObject(1, day);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        due.add(new Due(row.getLong("id"), row.getLong("chat_id"), row.getString("words")));
                    }
                }
            }
            return due;
        });
    }

    /** All reminders of somebody as a JSON list, the newest day first; {@code []} if there is none. */
    String remindersOf(long chatId, int most) throws SQLException {
        return storage.inTransaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select coalesce(json_agg(json_build_object('day', day, 'words', words)), '[]')::text
                    from (select day, words from reminder where chat_id = ? order by day desc, id limit ?) as own
                    """)) {
                select.setLong(1, chatId);
                select.setInt(2, most);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getString(1);
                }
            }
        });
    }

    boolean forget(long chatId) throws SQLException {
        return storage.inTransaction(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from reminder where chat_id = ?")) {
                delete.setLong(1, chatId);
                return delete.executeUpdate() > 0;
            }
        });
    }

    /** Counts campaigns; of one that was counted before, it learns what it is now. */
    void see(List<SettledCampaign> campaigns) throws SQLException {
        storage.inTransaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into campaign_seen (id, program)
                    values (?, ?)
                    on conflict (id) do update
                    set program = excluded.program
                    """)) {
                for (SettledCampaign campaign : campaigns) {
                    insert.setObject(1, campaign.id());
                    insert.setString(2, campaign.promo().program().value());
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    /** How many campaigns were seen of each programme. */
    Map<String, Long> seen() throws SQLException {
        return storage.inTransaction(connection -> {
            Map<String, Long> seen = new TreeMap<>();
            try (PreparedStatement select = connection.prepareStatement(
                            "select program, count(*) from campaign_seen group by program");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    seen.put(row.getString(1), row.getLong(2));
                }
            }
            return seen;
        });
    }
}
