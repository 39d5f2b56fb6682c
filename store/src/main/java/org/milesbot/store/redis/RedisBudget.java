package org.milesbot.store.redis;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.MilesbotException;
import org.milesbot.store.alert.SendBudget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Keeps the budget on Redis. While Redis does not answer another budget takes its place; since it does so for all
 * processes, the budget is still one.
 */
public final class RedisBudget implements SendBudget, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RedisBudget.class);

    /**
     * In microseconds of Redis' own clock: takes turns of a length, none of them before so long from now (or ago, if below
     * zero), and returns how far off the first is. It is kept for longer than anybody is held.
     */
    private static final String SCRIPT = """
            local time = redis.call('TIME')
            local now = time[1] * 1000000 + time[2]
            local kept = tonumber(redis.call('GET', KEYS[1]) or '0')
            local first = math.max(kept, now + tonumber(ARGV[2]))
            local next = first + tonumber(ARGV[1])
            local seconds = 3600 + math.max(0, next - now) / 1000000
            redis.call('SET', KEYS[1], string.format('%.0f', next), 'EX', string.format('%.0f', seconds))
            return string.format('%.0f', first - now)
            """;

    private final String url;
    private final Duration timeout;
    private final String key;
    private final Rate rate;
    private final SendBudget otherwise;
    private @Nullable Jedis redis;
    private boolean isLost;

    /**
     * @param url {@code redis://user:password@host:port/0}, or {@code rediss://} for TLS
     * @param timeout the longest wait for the connection, and for each answer
     * @param schema of the installation, so that several on one Redis have a budget each
     * @param otherwise what takes its place while Redis does not answer
     */
    public RedisBudget(String url, Duration timeout, String schema, Rate rate, SendBudget otherwise) {
        this.url = url;
        this.timeout = timeout;
        this.key = "milesbot:" + schema + ":send_budget";
        this.rate = rate;
        this.otherwise = otherwise;
    }

    @Override
    public Turns reserve(int sends) {
        long step = micros(rate.step());
        return ask(
                open -> new Turns(run(open, step * sends, -step * rate.lateness()), rate.step()),
                () -> otherwise.reserve(sends));
    }

    @Override
    public void hold(Duration pause) {
        // Kept in both, so that losing Redis does not end it.
        otherwise.hold(pause);
        ask(open -> run(open, 0, micros(pause)), () -> pause);
    }

    private static long micros(Duration duration) {
        return TimeUnit.MICROSECONDS.convert(duration);
    }

    private Duration run(Jedis open, long taken, long earliest) {
        Object first = open.eval(SCRIPT, List.of(key), List.of(String.valueOf(taken), String.valueOf(earliest)));
        return Duration.of(Long.parseLong(String.valueOf(first)), ChronoUnit.MICROS);
    }

    private interface Instead<T> {
        T get();
    }

    private synchronized <T> T ask(Function<Jedis, T> question, Instead<T> instead) {
        try {
            if (redis == null) {
                redis = RedisProbe.connect(url, timeout);
            }
            T answer = question.apply(redis);
            isLost = false;
            return answer;
        } catch (JedisException | IllegalArgumentException | MilesbotException e) {
            if (!isLost) {
                // Its message may quote the address, which may hold a password.
                log.warn("no send budget on Redis: {}", e.getClass().getSimpleName());
            }
            isLost = true;
            close();
            return instead.get();
        }
    }

    @Override
    public synchronized void close() {
        if (redis != null) {
            redis.close();
            redis = null;
        }
    }
}
