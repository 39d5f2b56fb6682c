package org.milesbot.cli.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.milesbot.cli.jar.FatJar;
import org.milesbot.cli.jar.LastingPort;
import org.milesbot.notify.testing.BotApiServer;
import org.milesbot.notify.testing.Fault;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.DatabaseAddress;
import org.milesbot.store.db.Migrations;
import redis.embedded.RedisServer;

/** Everything that milesbot deals with: two machines, a PostgreSQL, a Redis, a Telegram, blogs and people. */
final class World implements AutoCloseable {

    private static final int BLOGS = 8;
    private static final int DATABASE_MEGABYTES = 700;
    private static final int HOME_MEGABYTES = 100;

    private final List<AutoCloseable> parts = new ArrayList<>();
    private final Optional<Elsewhere> elsewhere;
    private final Optional<JumpingClock> clock;
    private final List<SmallDisk> disks;
    private final RoughPostgres postgres;
    private final RedisServer redis;
    private final BotApiServer telegram;
    private final Publisher publisher;
    private final Path folder;
    private final String hub;

    private World(Path folder, long seed) throws IOException {
        this.folder = folder;
        elsewhere = Elsewhere.open();
        elsewhere.ifPresent(parts::add);
        hub = elsewhere.map(Elsewhere::hub).orElse("127.0.0.1");
        clock = JumpingClock.open(folder);
        Path database = folder.resolve("postgres");
        Path homes = folder.resolve("homes");
        disks = new ArrayList<>();
        SmallDisk.open(database, DATABASE_MEGABYTES).ifPresent(disks::add);
        SmallDisk.open(homes, HOME_MEGABYTES).ifPresent(disks::add);
        parts.addAll(disks);
        postgres = new RoughPostgres(database, folder.resolve("tools"), hub);
        parts.add(postgres);
        redis = RedisServer.newRedisServer()
                .port(LastingPort.choose())
                .bind(hub)
                .setting("protected-mode no")
                .build();
        redis.start();
        parts.add(redis::stop);
        telegram = BotApiServer.start(new InetSocketAddress(hub, 0), BotApiServer.TOKEN);
        parts.add(telegram);
        publisher = new Publisher(hub, BLOGS, seed);
        parts.add(publisher);
        publisher.declare(folder.resolve("plugins"));
        try (Database own = postgres.database()) {
            new Migrations(own).ensureCurrent();
        }
        misbehave(0.03, seed);
    }

    private void misbehave(double share, long seed) {
        telegram.byChance(
                share,
                seed,
                new Fault.SlowDown(1),
                new Fault.Page(502),
                new Fault.Cut(false, false),
                new Fault.Cut(true, false),
                new Fault.Slow(Duration.ofMillis(300)));
    }

    /** From now on Telegram does as it should. */
    void behave() {
        misbehave(0, 0);
    }

    static World open(Path folder, long seed) {
        try {
            return new World(folder, seed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who is told of which campaign: one in three follows some banks only, one in seventeen has muted a programme. */
    static boolean isDue(long person, Publisher.Offer offer) {
        return (person % 17 != 0 || !offer.program().equals("smiles"))
                && (person % 3 != 0 || someBanks().contains(offer.origin()));
    }

    private static List<String> someBanks() {
        return IntStream.range(0, Publisher.MOST / 2)
                .mapToObj(number -> new Publisher.Offer(number).origin())
                .distinct()
                .toList();
    }

    /** People with these numbers, all of whom are known already. */
    void inhabit(int people) {
        try (Database database = postgres.database()) {
            database.useTransaction(open -> {
                open.execute(
                        "insert into app_user (telegram_id, created_at, welcomed_at)"
                                + " select number, now(), now() from generate_series(1, ?) as number",
                        people);
                open.execute("insert into user_config (user_id, threshold) select id, 0 from app_user");
                open.execute(
                        "update user_config set origins = string_to_array(?, ',') where user_id in"
                                + " (select id from app_user where telegram_id % 3 = 0)",
                        String.join(",", someBanks()));
                open.execute("insert into user_program (user_id, program, muted_until)"
                        + " select id, 'smiles', 'infinity' from app_user where telegram_id % 17 = 0");
                open.execute("insert into event_cursor (consumer, last_id) values ('notify', 0)");
            });
        }
    }

    /** The jar on this machine. */
    FatJar here() {
        return jar("here");
    }

    /** The jar on the other machine, or as if it were there. */
    FatJar there() {
        FatJar jar = jar("there");
        return elsewhere.map(other -> jar.startedBy(other.program())).orElse(jar);
    }

    private FatJar jar(String machine) {
        try {
            Path home = Files.createDirectories(folder.resolve("homes").resolve(machine));
            DatabaseAddress address = postgres.address();
            String password = URLEncoder.encode(Objects.requireNonNull(address.password()), StandardCharsets.UTF_8);
            FatJar jar = new FatJar(home)
                    .with(
                            "DATABASE_URL",
                            "postgresql://" + address.user() + ":" + password + "@" + address.server() + "/"
                                    + address.database())
                    .with("MILESBOT_SCHEMA", RoughPostgres.schema())
                    .with("REDIS_URL", "redis://" + hub + ":" + redis.ports().get(0))
                    .with("TELEGRAM_BOT_TOKEN", BotApiServer.TOKEN)
                    .with("MILESBOT_TELEGRAM_URL", telegram.url().toString())
                    .with("MILESBOT_SEND_RATE", "200")
                    .with("MILESBOT_SEND_LEASE", "10s")
                    .with("MILESBOT_WEB_PORT", "0")
                    .with("MILESBOT_FETCH_ALLOW_PRIVATE", "*")
                    .with("MILESBOT_FETCH_DELAY", "20ms")
                    .with("MILESBOT_FETCH_TIMEOUT", "5s")
                    .with("MILESBOT_PLUGINS_DIR", folder.resolve("plugins").toString())
                    .with("PLUGINS_ENABLED", Publisher.PLUGIN);
            return clock.map(jumping -> jumping.before(jar)).orElse(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void restartRedis() {
        try {
            redis.stop();
            redis.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RoughPostgres postgres() {
        return postgres;
    }

    Optional<Elsewhere> elsewhere() {
        return elsewhere;
    }

    Optional<JumpingClock> clock() {
        return clock;
    }

    /** That of the database and that of the machines' own files; none where they cannot be made. */
    List<SmallDisk> disks() {
        return disks;
    }

    BotApiServer telegram() {
        return telegram;
    }

    Publisher publisher() {
        return publisher;
    }

    /** The first column of what a query finds. */
    List<String> rows(String sql) {
        try (Database database = postgres.database()) {
            return database.with(
                    open -> open.createQuery(sql).mapTo(String.class).list());
        }
    }

    @Override
    public void close() {
        for (int i = parts.size() - 1; i >= 0; i--) {
            try {
                parts.get(i).close();
            } catch (Exception e) {
                System.err.println("not closed in order: " + e);
            }
        }
    }
}
