package org.milesbot.plugin.wallet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.storage.Migration;
import org.milesbot.api.storage.Storage;
import org.milesbot.plugin.wallet.Wallet.Balance;
import org.milesbot.plugin.wallet.Wallet.Holding;

/** The wallets in the plug-in's own tables. */
final class WalletTables {

    /** Balances and days of one person. */
    private static final int MOST = 200;

    private final Storage storage;

    WalletTables(Storage storage) {
        this.storage = storage;
    }

    static List<Migration> migrations() {
        return List.of(Migration.beside(WalletTables.class, "V001__wallet.sql"));
    }

    /** Whether there are tables here. */
    boolean areThere() {
        return storage.isAvailable();
    }

    /**
     * Takes in what people say, all of it or nothing.
     *
     * @param language in which who is new is warned
     * @throws MilesbotException of kind USAGE if somebody would have too much to be a person's wallet
     */
    void put(Map<Long, List<Entry>> said, Locale language, LocalDate today) throws SQLException {
        storage.inTransaction(connection -> {
            // In one order, so that two who write about the same people wait for each other and do not lock up.
            for (Map.Entry<Long, List<Entry>> each : new TreeMap<>(said).entrySet()) {
                put(connection, each.getKey(), each.getValue(), language, today);
            }
            return said.size();
        });
    }

    /** The language is that of the newest words of the person's own. */
    void speaks(long chatId, Locale language) throws SQLException {
        storage.inTransaction(connection -> update(
                connection, "update owner set language = ? where chat_id = ?", language.toLanguageTag(), chatId));
    }

    private static void put(Connection connection, long chatId, List<Entry> entries, Locale language, LocalDate today)
            throws SQLException {
        update(
                connection,
                "insert into owner (chat_id, language) values (?, ?) on conflict do nothing",
                chatId,
                language.toLanguageTag());
        for (Entry entry : entries) {
            if (entry.expires() == null) {
                putBalance(connection, chatId, entry, today);
            } else {
                putExpiry(connection, chatId, entry, entry.expires());
            }
        }
        if (count(connection, chatId) > MOST) {
            throw new MilesbotException(
                    ErrorKind.USAGE, Text.of(WalletTables.class, "wallet.full", Long.toString(chatId), MOST));
        }
    }

    /** A balance of today knows of what has expired before. */
    private static void putBalance(Connection connection, long chatId, Entry entry, LocalDate today)
            throws SQLException {
        update(connection, """
                insert into balance (chat_id, program, points, entered_on)
                values (?, ?, ?, ?)
                on conflict (chat_id, program) do update
                set points = excluded.points, entered_on = excluded.entered_on
                """, chatId, entry.program(), entry.points(), today);
        update(
                connection,
                "delete from expiry where chat_id = ? and program = ? and day < ?",
                chatId,
                entry.program(),
                today);
    }

    private static void putExpiry(Connection connection, long chatId, Entry entry, LocalDate day) throws SQLException {
        if (entry.points() == 0) {
            update(
                    connection,
                    "delete from expiry where chat_id = ? and program = ? and day = ?",
                    chatId,
                    entry.program(),
                    day);
            return;
        }
        update(connection, """
                insert into expiry (chat_id, program, day, points)
                values (?, ?, ?, ?)
                on conflict (chat_id, program, day) do update
                set points = excluded.points
                """, chatId, entry.program(), day, entry.points());
    }

    private static int count(Connection connection, long chatId) throws SQLException {
        try (PreparedStatement select = prepared(connection, """
                select (select count(*) from balance where chat_id = ?) + (select count(*) from expiry where chat_id = ?)
                """, chatId, chatId);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    /** What somebody holds; empty if they have said nothing. */
    Optional<Wallet> of(long chatId) throws SQLException {
        return read(chatId).stream().findFirst();
    }

    /** All wallets, by the number of the chat. */
    List<Wallet> all() throws SQLException {
        return read(null);
    }

    private List<Wallet> read(@Nullable Long chatId) throws SQLException {
        return storage.inTransaction(connection -> {
            Map<Long, Wallet> wallets = new TreeMap<>();
            try (PreparedStatement select = prepared(connection, """
                    select o.chat_id, o.language, h.program, h.points, h.entered_on, h.day
                    from owner o
                    join (
                        select chat_id, program, points, entered_on, null::date as day from balance
                        union all
                        select chat_id, program, points, null, day from expiry
                    ) h using (chat_id)
                    where ?::bigint is null or o.chat_id = ?
                    order by o.chat_id
                    """, chatId, chatId);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Locale language = Locale.forLanguageTag(row.getString("language"));
                    Wallet wallet = wallets.computeIfAbsent(
                            row.getLong("chat_id"), id -> new Wallet(id, language, new TreeMap<>()));
                    Holding before = wallet.programs().getOrDefault(row.getString("program"), Holding.NOTHING);
                    wallet.programs().put(row.getString("program"), with(before, row));
                }
            }
            return new ArrayList<>(wallets.values());
        });
    }

    private static Holding with(Holding before, ResultSet row) throws SQLException {
        LocalDate day = row.getObject("day", LocalDate.class);
        long points = row.getLong("points");
        return day == null
                ? before.with(new Balance(points, row.getObject("entered_on", LocalDate.class)))
                : before.with(day, points);
    }

    /** Forgets a programme of somebody's, or a day of it; whether there was anything. */
    boolean remove(long chatId, String program, @Nullable LocalDate day) throws SQLException {
        return storage.inTransaction(connection -> {
            int expiries = update(
                    connection,
                    "delete from expiry where chat_id = ? and program = ? and (?::date is null or day = ?)",
                    chatId,
                    program,
                    day,
                    day);
            int balances = day != null
                    ? 0
                    : update(connection, "delete from balance where chat_id = ? and program = ?", chatId, program);
            return expiries + balances > 0;
        });
    }

    /** Forgets somebody; whether anything was kept. */
    boolean forget(long chatId) throws SQLException {
        return storage.inTransaction(
                connection -> update(connection, "delete from owner where chat_id = ?", chatId) > 0);
    }

    /** All that is kept of somebody as a JSON object; empty if nothing is. */
    Optional<String> export(long chatId) throws SQLException {
        return storage.inTransaction(connection -> {
            try (PreparedStatement select = prepared(connection, """
                    select json_build_object(
                        'language', language,
                        'balances', (
                            select coalesce(json_agg(json_build_object(
                                'program', program, 'points', points, 'entered_on', entered_on) order by program), '[]')
                            from balance b where b.chat_id = o.chat_id),
                        'expiries', (
                            select coalesce(json_agg(json_build_object(
                                'program', program, 'points', points, 'day', day) order by day, program), '[]')
                            from expiry e where e.chat_id = o.chat_id),
                        'warnings', (
                            select coalesce(json_agg(json_build_object(
                                'program', program, 'day', day, 'days_before', days, 'made_at', made_at)
                                order by day, days desc, program), '[]')
                            from warning w where w.chat_id = o.chat_id))::text
                    from owner o
                    where chat_id = ?
                    """, chatId);
                    ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        });
    }

    private static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement update = prepared(connection, sql, values)) {
            return update.executeUpdate();
        }
    }

    /** A statement with its values; the caller closes it. */
    static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
