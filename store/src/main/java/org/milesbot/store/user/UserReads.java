package org.milesbot.store.user;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.ProgramId;

/** Reads people with all that belongs to them: four statements, however many they are. */
final class UserReads {

    private static final String SELECT = """
            select person.id, role, telegram_id, name, created_at, welcomed_at, disabled_at, disabled_why,
                language, channel, threshold, min_bonus, kinds, programs, origins, tiers, zone, quiet_from, quiet_to,
                urgent_passes, digest, digest_at, level_new, level_raised, level_extended, level_ending, level_combo, ai
            from app_user as person
            left join user_config as config on config.user_id = person.id
            """;

    private UserReads() {}

    static Optional<User> byId(Handle open, long id) {
        return whole(open, open.createQuery(SELECT + "where person.id = :id").bind("id", id)).stream()
                .findFirst();
    }

    static List<User> byTelegram(Handle open, Collection<Long> telegramIds) {
        return whole(open, open.createQuery(SELECT + """
                        where role = 'member'
                          and telegram_id = any(:ids)
                        order by person.id
                        """).bindArray("ids", Long.class, List.copyOf(telegramIds)));
    }

    /** Somebody whom nobody else changes until the transaction ends. */
    static Optional<User> locked(Handle transaction, long telegramId) {
        return transaction
                .createQuery("""
                        select id
                        from app_user
                        where role = 'member'
                          and telegram_id = :telegramId
                        for no key update
                        """)
                .bind("telegramId", telegramId)
                .mapTo(Long.class)
                .findOne()
                .flatMap(id -> byId(transaction, id));
    }

    static List<User> list(Handle open, UserFilter filter, long afterId, int limit) {
        return whole(
                open,
                open.createQuery(SELECT + """
                        where person.id > :after
                          and role = :role
                          and (cast(:disabled as boolean) is null or (disabled_at is not null) = :disabled)
                          and (cast(:program as text) is null
                            or coalesce(cardinality(programs), 0) = 0
                            or programs @> array[cast(:program as text)])
                        order by person.id
                        limit :limit
                        """)
                        .bind("after", afterId)
                        .bind("role", filter.role().slug())
                        .bind("disabled", filter.disabled())
                        .bind(
                                "program",
                                filter.program() == null
                                        ? null
                                        : filter.program().value())
                        .bind("limit", limit));
    }

    /** A person's own row, before the rows of other tables are put to it. */
    private record Row(long id, Role role, long telegramId, String name, Since since, UserConfig config) {}

    private static List<User> whole(Handle open, Query query) {
        List<Row> rows = query.map((row, context) -> row(row)).list();
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Long> ids = rows.stream().map(Row::id).toList();
        Map<Long, Map<ProgramId, ProgramChoice>> programs = programs(open, ids);
        Map<Long, List<UserRoute>> routes = routes(open, ids);
        Map<Long, Map<UUID, Instant>> reminders = reminders(open, ids);
        return rows.stream()
                .map(row -> new User(
                        row.id(),
                        row.role(),
                        new Profile(
                                row.telegramId(),
                                row.name(),
                                row.since(),
                                row.config(),
                                programs.getOrDefault(row.id(), Map.of()),
                                routes.getOrDefault(row.id(), List.of()),
                                reminders.getOrDefault(row.id(), Map.of()))))
                .toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                UserRows.named(Role.class, row.getString("role")),
                row.getLong("telegram_id"),
                row.getString("name"),
                UserRows.since(row),
                row.getString("language") == null ? UserConfig.DEFAULT : UserRows.config(row));
    }

    private static Map<Long, Map<ProgramId, ProgramChoice>> programs(Handle open, List<Long> ids) {
        return open.createQuery("""
                        select user_id, program, min_bonus, muted_until
                        from user_program
                        where user_id = any(:ids)
                        """)
                .bindArray("ids", Long.class, ids)
                .reduceResultSet(new HashMap<>(), (all, row, context) -> {
                    all.computeIfAbsent(row.getLong("user_id"), id -> new HashMap<>())
                            .put(
                                    new ProgramId(row.getString("program")),
                                    new ProgramChoice(
                                            UserRows.percent(row, "min_bonus"), UserRows.instant(row, "muted_until")));
                    return all;
                });
    }

    private static Map<Long, List<UserRoute>> routes(Handle open, List<Long> ids) {
        return open.createQuery("""
                        select id, user_id, origins, dests, cabin, max_miles, travel_from, travel_to
                        from user_route
                        where user_id = any(:ids)
                        order by id
                        """)
                .bindArray("ids", Long.class, ids)
                .reduceResultSet(new HashMap<>(), (all, row, context) -> {
                    all.computeIfAbsent(row.getLong("user_id"), id -> new ArrayList<>())
                            .add(UserRows.route(row));
                    return all;
                });
    }

    private static Map<Long, Map<UUID, Instant>> reminders(Handle open, List<Long> ids) {
        return open.createQuery("""
                        select user_id, promo_id, asked_at
                        from user_reminder
                        where user_id = any(:ids)
                        """)
                .bindArray("ids", Long.class, ids)
                .reduceResultSet(new HashMap<>(), (all, row, context) -> {
                    all.computeIfAbsent(row.getLong("user_id"), id -> new LinkedHashMap<>())
                            .put(
                                    row.getObject("promo_id", UUID.class),
                                    row.getObject("asked_at", OffsetDateTime.class)
                                            .toInstant());
                    return all;
                });
    }

    static Set<String> unknownZones(Handle open, Collection<String> zones) {
        // Asking for the zones costs the server a look at hundreds of files; most people live in this one.
        if (zones.stream().allMatch(Zones.SAO_PAULO.getId()::equals)) {
            return Set.of();
        }
        return new TreeSet<>(open.createQuery("""
                        select zone
                        from unnest(:zones) as zone
                        except
                        select name
                        from pg_timezone_names
                        """)
                .bindArray("zones", String.class, List.copyOf(zones))
                .mapTo(String.class)
                .list());
    }

    static UserCounts counts(Handle open, Instant now) {
        return open.createQuery("""
                        select count(*) as everybody,
                            count(*) filter (where created_at > :lately) as fresh,
                            count(*) filter (where disabled_at is not null) as disabled
                        from app_user
                        where role = 'member'
                        """)
                .bind("lately", now.minus(Duration.ofDays(7)))
                .map((row, context) ->
                        new UserCounts(row.getLong("everybody"), row.getLong("fresh"), row.getLong("disabled")))
                .one();
    }
}
