package org.milesbot.plugin.rumours;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.api.job.SettledCampaign;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.storage.Storage;
import org.milesbot.plugin.rumours.Intake.End;
import org.milesbot.plugin.rumours.Intake.Found;
import org.milesbot.plugin.rumours.Intake.Reporter;
import org.milesbot.plugin.rumours.Intake.Taken;

/** The plug-in's own tables, as the bot and the jobs use them. */
final class RumourTables {

    /** What sources announced so long before a rumour is not what it is about, unless it is known to be open still. */
    private static final Duration BEFORE = Duration.ofDays(7);

    /** Days that differ by no more are the same: "starts on Monday" is often a day off. */
    private static final int DAYS_OFF = 3;

    /** Longer than any rumour waits for them. */
    private static final Duration CAMPAIGNS_KEPT = Duration.ofDays(90);

    private static final Duration WORDS_KEPT = Duration.ofDays(90);

    /**
     * The campaign behind each rumour that waits, or behind one of them. Of several, one that was announced after the rumour
     * counts, since who reports may be ahead of one and behind another.
     */
    private static final String CONFIRM = """
            with found as (
                select distinct on (rumour.id) rumour.id, offer.number, campaign.id as campaign_id,
                    campaign.announced_at, campaign.title, campaign.url,
                    campaign.announced_at > rumour.reported_at as is_ahead
                from rumour
                join offer on offer.rumour_id = rumour.id
                join campaign on campaign.program = offer.program
                    and campaign.kind = offer.kind
                    and campaign.percent = offer.percent
                where rumour.state = 'quarantined'
                  and (cast(? as bigint) is null or rumour.id = ?)
                  and (offer.origins = '{}' or campaign.origins = '{}' or '*' = any(offer.origins)
                       or '*' = any(campaign.origins) or offer.origins && campaign.origins)
                  and (offer.starts is null or campaign.starts is null or abs(offer.starts - campaign.starts) <= ?)
                  and (offer.ends is null or campaign.ends is null or offer.ends - campaign.ends <= ?)
                  and (campaign.ends is null or campaign.ends >= rumour.reported_on)
                  and (campaign.announced_at >= rumour.reported_at - cast(? as interval)
                       or campaign.ends >= rumour.reported_on)
                  and campaign.announced_at <= rumour.reported_at + make_interval(days => ?)
                order by rumour.id, is_ahead desc, campaign.announced_at, offer.number),
            named as (
                update offer
                set campaign_id = found.campaign_id, announced_at = found.announced_at, title = found.title,
                    url = found.url
                from found
                where offer.rumour_id = found.id
                  and offer.number = found.number)
            update rumour
            set state = case when found.is_ahead then 'confirmed' else 'late' end, ended_at = ?
            from found
            where rumour.id = found.id
            returning found.is_ahead, found.title, found.url, found.announced_at
            """;

    /** All offers of a rumour as text arrays, in the order of their numbers. */
    static final String OFFERS = """
            select array_agg(kind order by number) as kinds, array_agg(program order by number) as programs,
                array_agg(percent order by number) as percents,
                array_agg(array_to_string(origins, ',') order by number) as origins,
                array_agg(coalesce(starts::text, '') order by number) as starts,
                array_agg(coalesce(ends::text, '') order by number) as ends,
                min(announced_at) as announced_at, min(title) as title, min(url) as url
            from offer
            where offer.rumour_id = rumour.id
            """;

    private final Storage storage;

    RumourTables(Storage storage) {
        this.storage = storage;
    }

    /**
     * What was reported.
     *
     * @param mark what is the same for the same text, in hexadecimal digits
     */
    record NewRumour(Reporter reporter, ChatLines.Said said, String mark, Instant at) {}

    /** A rumour as its reporter sees it. */
    record Told(LocalDate on, String state, List<Offer> offers) {}

    /** A rumour that was confirmed, and by what. */
    record Thanks(long id, long chatId, Locale language, Instant reportedAt, List<Offer> offers, Found found) {}

    /**
     * What somebody's rumours came to.
     *
     * @param decided all but those that wait and those that were late
     * @param share how many in a hundred were confirmed
     * @param hours by how much they were ahead, on average
     */
    record Credit(int confirmed, int decided, int share, BigDecimal hours) {}

    /** Whether there are tables here. */
    boolean areThere() {
        return storage.isAvailable();
    }

    Storage storage() {
        return storage;
    }

    int reportedOn(long chatId, LocalDate day) throws SQLException {
        return storage.inTransaction(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select count(*) from rumour where chat_id = ? and reported_on = ?")) {
                select.setLong(1, chatId);
                select.setObject(2, day);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        });
    }

    /** Keeps a rumour, unless it is there, and says at once whether a source has announced it already. */
    Taken keep(NewRumour rumour, List<Offer> offers, int days) throws SQLException {
        return storage.inTransaction(connection -> {
            Long id = insert(connection, rumour);
            if (id == null) {
                return new Taken(End.TWICE, offers, null);
            }
            insert(connection, id, offers);
            return confirmed(connection, id, days, rumour.at()).stream()
                    .findFirst()
                    .map(found -> new Taken(End.LATE, offers, found))
                    .orElseGet(() -> new Taken(End.KEPT, offers, null));
        });
    }

    private static @Nullable Long insert(Connection connection, NewRumour rumour) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into rumour (chat_id, way, language, words, mark, said_at, reported_at, reported_on)
                values (?, ?, ?, ?, decode(?, 'hex'), ?, ?, ?)
                on conflict on constraint rumour_once do nothing
                returning id
                """)) {
            insert.setObject(1, rumour.reporter().chatId());
            insert.setString(2, rumour.reporter().way());
            insert.setString(3, rumour.reporter().language().getLanguage());
            insert.setString(4, rumour.said().words().replace("\0", ""));
            insert.setString(5, rumour.mark());
            insert.setObject(6, utc(rumour.said().at()));
            insert.setObject(7, utc(rumour.at()));
            insert.setObject(8, LocalDate.ofInstant(rumour.at(), Zones.SAO_PAULO));
            try (ResultSet row = insert.executeQuery()) {
                return row.next() ? row.getLong(1) : null;
            }
        }
    }

    private static void insert(Connection connection, long rumour, List<Offer> offers) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into offer (rumour_id, number, kind, program, percent, origins, starts, ends)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            for (int i = 0; i < offers.size(); i++) {
                insert.setLong(1, rumour);
                insert.setInt(2, i + 1);
                bind(connection, insert, 3, offers.get(i));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void bind(Connection connection, PreparedStatement insert, int from, Offer offer)
            throws SQLException {
        insert.setString(from, offer.kind());
        insert.setString(from + 1, offer.program());
        insert.setBigDecimal(from + 2, offer.percent().value());
        insert.setArray(
                from + 3, connection.createArrayOf("text", offer.origins().toArray()));
        insert.setObject(from + 4, offer.starts());
        insert.setObject(from + 5, offer.ends());
    }

    /** Learns what sources have announced; of what was known before, what it is now. */
    void learn(List<SettledCampaign> campaigns, Instant now) throws SQLException {
        storage.inTransaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                            insert into campaign (
                                id, kind, program, percent, origins, starts, ends, title, url, announced_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            on conflict (id) do update
                            set kind = excluded.kind, program = excluded.program, percent = excluded.percent,
                                origins = excluded.origins, starts = excluded.starts, ends = excluded.ends,
                                title = excluded.title, url = excluded.url, announced_at = excluded.announced_at
                            """);
                    PreparedStatement forget =
                            connection.prepareStatement("delete from campaign where announced_at < ?")) {
                for (SettledCampaign campaign : campaigns) {
                    Optional<Offer> offer = Offer.of(campaign.promo());
                    if (offer.isPresent()) {
                        insert.setObject(1, campaign.id());
                        bind(connection, insert, 2, offer.get());
                        insert.setString(8, campaign.title());
                        insert.setString(9, campaign.url().toString());
                        insert.setObject(10, utc(campaign.announcedAt()));
                        insert.addBatch();
                    }
                }
                insert.executeBatch();
                forget.setObject(1, utc(now.minus(CAMPAIGNS_KEPT)));
                return forget.executeUpdate();
            }
        });
    }

    /** Ends what a source has announced, after the rumour or before. Returns how many rumours that are. */
    int decide(int days, Instant now) throws SQLException {
        return storage.inTransaction(
                connection -> confirmed(connection, null, days, now).size());
    }

    private static List<Found> confirmed(Connection connection, @Nullable Long rumour, int days, Instant now)
            throws SQLException {
        List<Found> all = new ArrayList<>();
        try (PreparedStatement update = connection.prepareStatement(CONFIRM)) {
            update.setObject(1, rumour);
            update.setObject(2, rumour);
            update.setInt(3, DAYS_OFF);
            update.setInt(4, DAYS_OFF);
            update.setString(5, BEFORE.toString());
            update.setInt(6, days);
            update.setObject(7, utc(now));
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    all.add(found(row));
                }
            }
        }
        return all;
    }

    static Found found(ResultSet row) throws SQLException {
        return new Found(row.getString("title"), row.getString("url"), instant(row, "announced_at"));
    }

    /** Ends what nobody confirmed in time, and forgets the words of what ended long ago. Returns how many expired. */
    int expire(int days, Instant now) throws SQLException {
        return storage.inTransaction(connection -> {
            try (PreparedStatement expire = connection.prepareStatement("""
                            update rumour
                            set state = 'expired', ended_at = ?
                            where state = 'quarantined'
                              and reported_at < ?
                            """);
                    PreparedStatement forget = connection.prepareStatement(
                            "update rumour set words = '' where ended_at < ? and words <> ''")) {
                expire.setObject(1, utc(now));
                expire.setObject(2, utc(now.minus(Duration.ofDays(days))));
                forget.setObject(1, utc(now.minus(WORDS_KEPT)));
                forget.executeUpdate();
                return expire.executeUpdate();
            }
        });
    }

    /** What was confirmed since an instant and somebody is to be thanked for. */
    List<Thanks> confirmedSince(Instant since, int most) throws SQLException {
        return storage.inTransaction(connection -> {
            List<Thanks> thanks = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "select rumour.id, chat_id, language, reported_at, offers.* from rumour cross join lateral ("
                            + OFFERS
                            + """
                            ) offers
                            where state = 'confirmed'
                              and chat_id is not null
                              and ended_at >= ?
                            order by rumour.id
                            limit ?
                            """)) {
                select.setObject(1, utc(since));
                select.setInt(2, most);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        thanks.add(new Thanks(
                                row.getLong("id"),
                                row.getLong("chat_id"),
                                Locale.forLanguageTag(row.getString("language")),
                                instant(row, "reported_at"),
                                offers(row),
                                found(row)));
                    }
                }
            }
            return thanks;
        });
    }

    /** Somebody's own, the newest first. */
    List<Told> toldBy(long chatId, int most) throws SQLException {
        return storage.inTransaction(connection -> {
            List<Told> told = new ArrayList<>();
            try (PreparedStatement select =
                    connection.prepareStatement("select reported_on, state, offers.* from rumour cross join lateral ("
                            + OFFERS + ") offers where chat_id = ? order by rumour.id desc limit ?")) {
                select.setLong(1, chatId);
                select.setInt(2, most);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        told.add(new Told(
                                row.getObject("reported_on", LocalDate.class), row.getString("state"), offers(row)));
                    }
                }
            }
            return told;
        });
    }

    /** The offers that {@link #OFFERS} selects. */
    static List<Offer> offers(ResultSet row) throws SQLException {
        String[] kinds = (String[]) row.getArray("kinds").getArray();
        String[] programs = (String[]) row.getArray("programs").getArray();
        BigDecimal[] percents = (BigDecimal[]) row.getArray("percents").getArray();
        String[] origins = (String[]) row.getArray("origins").getArray();
        String[] starts = (String[]) row.getArray("starts").getArray();
        String[] ends = (String[]) row.getArray("ends").getArray();
        List<Offer> offers = new ArrayList<>();
        for (int i = 0; i < kinds.length; i++) {
            List<String> from = origins[i].isEmpty() ? List.of() : List.of(origins[i].split(","));
            offers.add(new Offer(kinds[i], programs[i], new Percent(percents[i]), from, day(starts[i]), day(ends[i])));
        }
        return offers;
    }

    private static @Nullable LocalDate day(String written) {
        return written.isEmpty() ? null : LocalDate.parse(written);
    }

    Credit credit(long chatId) throws SQLException {
        return storage.inTransaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(Lists.REPORTERS.replace(":who", "= ?"))) {
                select.setLong(1, chatId);
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? new Credit(
                                    row.getInt("confirmed"),
                                    row.getInt("decided"),
                                    row.getInt("share"),
                                    row.getBigDecimal("hours_ahead"))
                            : new Credit(0, 0, 0, BigDecimal.ZERO);
                }
            }
        });
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
