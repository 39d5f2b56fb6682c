package org.milesbot.cli.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.cli.chart.Painter;
import org.milesbot.cli.config.Secret;
import org.milesbot.cli.config.Settings;
import org.milesbot.cli.plugin.Plugins;
import org.milesbot.store.redis.RedisProbe;

/** Looks at everything that milesbot stands on. */
public final class Doctor {

    private static final long LITTLE_DISK = 1L << 30;
    private static final int OLDEST_JAVA = 17;
    private static final Duration REDIS_PATIENCE = Duration.ofSeconds(3);

    private final Settings settings;
    private final Clock clock;
    private final Wiring wiring;

    /** A doctor for what these settings describe. */
    public Doctor(Settings settings, Clock clock, Wiring wiring) {
        this.settings = settings;
        this.clock = clock;
        this.wiring = wiring;
    }

    /** How a thing is. */
    public enum Health {
        /** As it should be. */
        OK,
        /** It works, but not well. */
        WARN,
        /** It does not work. */
        FAIL
    }

    /**
     * What was found.
     *
     * @param name what was looked at
     * @param health how it is
     * @param finding what was seen
     * @param remedy how to mend it, or null if there is nothing to mend
     */
    public record Check(
            String name,
            Health health,
            Text finding,
            @Nullable Text remedy) {}

    /** Looks at one thing after the other; a thing that is broken does not keep it from the next. */
    public List<Check> examine() {
        return List.of(
                java(),
                home(),
                disk(),
                guarded("database", this::database),
                guarded("redis", this::redis),
                guarded("plugins", this::plugins),
                pictures(),
                zone());
    }

    private static Check java() {
        int release = Runtime.version().feature();
        Text finding = say("java", Runtime.version().toString(), System.getProperty("java.vendor"));
        return release < OLDEST_JAVA
                ? new Check("java", Health.FAIL, finding, say("java.remedy", Integer.toString(OLDEST_JAVA)))
                : ok("java", finding);
    }

    private Check home() {
        Path home = settings.home().directory();
        try {
            Files.createDirectories(home);
            Files.delete(Files.createTempFile(home, "doctor", ".tmp"));
            return ok("home", say("home", home.toString()));
        } catch (IOException e) {
            return new Check("home", Health.FAIL, say("home.bad", home.toString()), say("home.remedy"));
        }
    }

    private Check disk() {
        Path home = settings.home().directory();
        long free = Files.isDirectory(home) ? home.toFile().getUsableSpace() : 0;
        Text finding = say("disk", free >> 20);
        return free < LITTLE_DISK
                ? new Check("disk", Health.WARN, finding, say("disk.remedy", home.toString()))
                : ok("disk", finding);
    }

    private Check database() {
        DatabaseCare care = wiring.databaseCare();
        care.migrate();
        DatabaseCare.Status status = care.status();
        return ok(
                "database",
                say(
                        "database",
                        String.valueOf(status.address()),
                        String.valueOf(status.version()),
                        status.schema(),
                        Integer.toString(status.schemaVersion())));
    }

    private Check redis() {
        Secret url = settings.services().redisUrl();
        return url == null
                ? ok("redis", say("redis.none"))
                : ok("redis", say("redis", RedisProbe.ping(url.value(), REDIS_PATIENCE)));
    }

    private Check plugins() {
        try (Plugins plugins = wiring.plugins()) {
            plugins.enabled().forEach(plugin -> {
                plugin.schedule();
                plugin.sources();
            });
            return ok(
                    "plugins",
                    say(
                            "plugins",
                            plugins.enabled().size(),
                            plugins.all().size(),
                            settings.plugins().directory().toString()));
        }
    }

    private static Check pictures() {
        return Painter.trouble()
                .map(none -> new Check("pictures", Health.WARN, say("pictures.none"), none.reason()))
                .orElseGet(() -> ok("pictures", say("pictures")));
    }

    private Check zone() {
        return ok(
                "clock",
                say(
                        "clock",
                        clock.instant()
                                .atZone(Zones.SAO_PAULO)
                                .toOffsetDateTime()
                                .toString(),
                        Zones.SAO_PAULO.getId()));
    }

    private static Check guarded(String name, Supplier<Check> check) {
        try {
            return check.get();
        } catch (MilesbotException e) {
            return new Check(name, Health.FAIL, e.text(), null);
        }
    }

    private static Check ok(String name, Text finding) {
        return new Check(name, Health.OK, finding, null);
    }

    private static Text say(String key, Object... arguments) {
        return Text.of(Doctor.class, "doctor." + key, arguments);
    }
}
