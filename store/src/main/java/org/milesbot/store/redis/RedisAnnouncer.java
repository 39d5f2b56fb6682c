package org.milesbot.store.redis;

import java.time.Duration;
import java.util.List;
import org.milesbot.api.MilesbotException;
import org.milesbot.store.event.Announcer;
import org.milesbot.store.event.PromoEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/** Announces on a channel of Redis. */
public final class RedisAnnouncer implements Announcer {

    private static final Logger log = LoggerFactory.getLogger(RedisAnnouncer.class);

    private final String url;
    private final Duration timeout;
    private final String schema;

    /**
     * @param url {@code redis://user:password@host:port/0}, or {@code rediss://} for TLS
     * @param timeout the longest wait for the connection, and for each answer
     * @param schema the schema of the database that is told of
     */
    public RedisAnnouncer(String url, Duration timeout, String schema) {
        this.url = url;
        this.timeout = timeout;
        this.schema = schema;
    }

    @Override
    public void announce(List<PromoEvent> created) {
        if (created.isEmpty()) {
            return;
        }
        try (Jedis redis = RedisProbe.connect(url, timeout)) {
            created.forEach(event -> redis.publish(CHANNEL, Announcer.message(schema, event)));
        } catch (JedisException | IllegalArgumentException | MilesbotException e) {
            // Its message may quote the address, which may hold a password.
            log.warn(
                    "{} new promos were not announced on Redis: {}",
                    created.size(),
                    e.getClass().getSimpleName());
        }
    }
}
