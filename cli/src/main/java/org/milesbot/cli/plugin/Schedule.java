package org.milesbot.cli.plugin;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.cli.config.Quoted;

/**
 * When a plug-in's work is due: a cron expression of five fields in America/Sao_Paulo, or {@code hourly}, {@code daily},
 * {@code weekly}, {@code monthly}, with or without a leading {@code @}. Immutable.
 */
public final class Schedule {

    /** Safe for use by several threads. */
    private static final CronParser PARSER = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

    private static final Map<String, String> ALIASES = Map.of(
            "hourly", "0 * * * *",
            "daily", "0 0 * * *",
            "weekly", "0 0 * * 0",
            "monthly", "0 0 1 * *");
    private static final int LONGEST = 200;

    /** Those that were read: most plug-ins say one of a few, and reading it took a fifth of loading one that has no code. */
    private static final Map<String, Schedule> READ = new ConcurrentHashMap<>();

    private static final int MOST_READ = 500;
    private static final Instant ANY_TIME = Instant.parse("2026-01-01T00:00:00Z");

    private final String expression;
    private final ExecutionTime times;

    private Schedule(String expression, ExecutionTime times) {
        this.expression = expression;
        this.times = times;
    }

    /**
     * Reads an expression.
     *
     * @throws MilesbotException of kind CONFIGURATION, with accepted examples, if it is none or never comes
     */
    public static Schedule parse(String expression) {
        String words = expression.strip();
        Schedule known = READ.get(words);
        if (known != null) {
            return known;
        }
        Schedule read = read(words);
        if (READ.size() < MOST_READ) {
            READ.put(words, read);
        }
        return read;
    }

    private static Schedule read(String words) {
        String alias = words.startsWith("@") ? words.substring(1) : words;
        String cron = words.length() > LONGEST ? "" : ALIASES.getOrDefault(alias, words);
        try {
            Schedule schedule = new Schedule(words, ExecutionTime.forCron(PARSER.parse(cron)));
            if (schedule.next(ANY_TIME).isPresent()) {
                return schedule;
            }
        } catch (IllegalArgumentException e) {
            throw unreadable(words, e);
        }
        throw unreadable(words, null);
    }

    private static MilesbotException unreadable(String words, @Nullable Throwable cause) {
        return new MilesbotException(
                ErrorKind.CONFIGURATION, Text.of(Schedule.class, "schedule", Quoted.of(words)), cause);
    }

    /** The first time after an instant; empty if there is none any more. */
    public Optional<Instant> next(Instant after) {
        return times.nextExecution(after.atZone(Zones.SAO_PAULO)).map(time -> time.toInstant());
    }

    /**
     * Whether the work is due.
     *
     * @param lastRun when it was last begun, or null if never, in which case it is due
     */
    public boolean isDue(@Nullable Instant lastRun, Instant now) {
        return lastRun == null
                || next(lastRun).filter(time -> !time.isAfter(now)).isPresent();
    }

    /** The expression as the plug-in wrote it. */
    @Override
    public String toString() {
        return expression;
    }
}
