package org.milesbot.plugin.weekly;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.job.ProgramForecast;
import org.milesbot.api.job.SettledCampaign;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.storage.Migration;
import org.milesbot.api.storage.Storage;

/** The plug-in's own tables: all of its SQL is here. */
final class WeeklyTables {

    /** As many as milesbot can be asked about at once. */
    private static final int MOST_CAMPAIGNS = 1_000;

    private static final int KEPT_DAYS = 30;

    /** What is unlikely in a month is no news. */
    private static final int LEAST_MONTH = 10;

    private final Storage storage;

    WeeklyTables(Storage storage) {
        this.storage = storage;
    }

    static List<Migration> migrations() {
        return List.of(Migration.beside(WeeklyTables.class, "V001__weekly.sql"));
    }

    /** Whether there are tables here. */
    boolean areThere() {
        return storage.isAvailable();
    }

    /** Takes in campaigns that give a percentage, and forgets old ones; of one that is known it learns what it is now. */
    void learn(List<SettledCampaign> campaigns, Instant now) throws SQLException {
        storage.inTransaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into campaign (id, program, percent, ends, title, url, published_at)
                    values (?, ?, ?, ?, ?, ?, ?)
                    on conflict (id) do update
                    set program = excluded.program, percent = excluded.percent, ends = excluded.ends,
                        title = excluded.title, url = excluded.url, published_at = excluded.published_at
                    """)) {
                for (SettledCampaign campaign : campaigns) {
                    Percent highest = campaign.promo().bonus().highest();
                    if (highest == null) {
                        continue;
                    }
                    Moment end = campaign.promo().window().end();
                    bind(
                            insert,
                            campaign.id(),
                            campaign.promo().program().value(),
                            highest.value(),
                            end == null ? null : end.date(),
                            campaign.title(),
                            campaign.url().toString(),
                            at(campaign.publishedAt()));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            return update(
                    connection,
                    "delete from campaign where published_at < ?",
                    at(now.minus(Duration.ofDays(KEPT_DAYS))));
        });
    }

    /** What was forecast before is of no use any more. */
    void foresee(List<ProgramForecast> forecasts) throws SQLException {
        storage.inTransaction(connection -> {
            update(connection, "delete from forecast");
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into forecast (program, as_of, week, month, bonus) values (?, ?, ?, ?, ?)")) {
                for (ProgramForecast forecast : forecasts) {
                    Percent bonus = forecast.typicalBonus();
                    bind(
                            insert,
                            forecast.program().value(),
                            forecast.asOf(),
                            forecast.within7Days().value(),
                            forecast.within30Days().value(),
                            bonus == null ? null : bonus.value());
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    /** The campaigns that were published since an instant, the newest first. */
    List<Campaign> campaigns(Instant since) throws SQLException {
        return storage.inTransaction(connection -> {
            List<Campaign> campaigns = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "select * from campaign where published_at >= ? order by published_at desc limit ?")) {
                bind(select, at(since), MOST_CAMPAIGNS);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        campaigns.add(campaign(row));
                    }
                }
            }
            return campaigns;
        });
    }

    private static Campaign campaign(ResultSet row) throws SQLException {
        return new Campaign(
                row.getObject("id", UUID.class),
                row.getString("program"),
                row.getBigDecimal("percent"),
                row.getObject("ends", LocalDate.class),
                row.getString("title"),
                row.getString("url"),
                row.getObject("published_at", OffsetDateTime.class).toInstant());
    }

    /** What is likely enough to be told, the likeliest first. */
    List<Outlook> outlooks(LocalDate since, int most) throws SQLException {
        return storage.inTransaction(connection -> {
            List<Outlook> outlooks = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "select * from forecast where as_of >= ? and month >= ? order by month desc, week desc, program limit ?")) {
                bind(select, since, LEAST_MONTH, most);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        BigDecimal bonus = row.getBigDecimal("bonus");
                        outlooks.add(new Outlook(
                                row.getString("program"),
                                row.getObject("as_of", LocalDate.class),
                                row.getBigDecimal("week"),
                                row.getBigDecimal("month"),
                                bonus));
                    }
                }
            }
            return outlooks;
        });
    }

    /** Somebody wants the digest, or wants it at another hour. */
    void subscribe(long chatId, Locale language, Slot slot, Instant now) throws SQLException {
        storage.inTransaction(connection -> update(
                connection,
                """
                insert into subscription (chat_id, language, weekday, hour, since)
                values (?, ?, ?, ?, ?)
                on conflict (chat_id) do update
                set language = excluded.language, weekday = excluded.weekday, hour = excluded.hour, since = excluded.since
                """,
                chatId,
                language.toLanguageTag(),
                slot.weekday().getValue(),
                slot.hour(),
                at(now)));
    }

    /** Whether somebody had it. */
    boolean unsubscribe(long chatId) throws SQLException {
        return storage.inTransaction(
                connection -> update(connection, "delete from subscription where chat_id = ?", chatId) > 0);
    }

    Optional<Subscription> subscription(long chatId) throws SQLException {
        return subscriptions(chatId).stream().findFirst();
    }

    List<Subscription> subscriptions() throws SQLException {
        return subscriptions(null);
    }

    private List<Subscription> subscriptions(@Nullable Long chatId) throws SQLException {
        return storage.inTransaction(connection -> {
            List<Subscription> subscriptions = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "select * from subscription where ?::bigint is null or chat_id = ? order by chat_id")) {
                bind(select, chatId, chatId);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        subscriptions.add(subscription(row));
                    }
                }
            }
            return subscriptions;
        });
    }

    private static Subscription subscription(ResultSet row) throws SQLException {
        OffsetDateTime madeAt = row.getObject("made_at", OffsetDateTime.class);
        return new Subscription(
                row.getLong("chat_id"),
                Locale.forLanguageTag(row.getString("language")),
                new Slot(DayOfWeek.of(row.getInt("weekday")), row.getInt("hour")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("slot", LocalDate.class),
                madeAt == null ? null : madeAt.toInstant());
    }

    /** Writes down for which days digests are made; of those that were made before, the first time counts. */
    void made(List<Made> digests, Instant now) throws SQLException {
        storage.inTransaction(connection -> {
            for (Made digest : digests) {
                update(
                        connection,
                        "update subscription set slot = ?, made_at = ? where chat_id = ? and slot is distinct from ?",
                        digest.slot(),
                        at(now),
                        digest.chatId(),
                        digest.slot());
            }
            return digests.size();
        });
    }

    /** A digest for a day. */
    record Made(long chatId, LocalDate slot) {}

    /** All that is kept of somebody as a JSON object; empty if nothing is. */
    Optional<String> export(long chatId) throws SQLException {
        return storage.inTransaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select json_build_object('language', language, 'weekday', weekday, 'hour', hour, 'since', since,
                        'last_digest', slot)::text
                    from subscription
                    where chat_id = ?
                    """)) {
                bind(select, chatId);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
                }
            }
        });
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            bind(update, values);
            return update.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
