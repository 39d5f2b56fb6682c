package org.milesbot.store.redis;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** Asks a Redis whether it is there and lets us in. */
public final class RedisProbe {

    private static final int USUAL_PORT = 6379;

    private RedisProbe() {}

    /**
     * Enters, pings and leaves.
     *
     * @param url {@code redis://user:password@host:port/0}, or {@code rediss://} for TLS
     * @param timeout the longest wait for the connection, and for each answer
     * @return host and port of the server that answered
     * @throws MilesbotException of kind CONFIGURATION if the address is wrong or Redis does not let us in, EXTERNAL if it
     *     does not answer
     */
    public static String ping(String url, Duration timeout) {
        URI address = parse(url);
        String server = address.getHost() + ":" + (address.getPort() < 0 ? USUAL_PORT : address.getPort());
        try (Jedis redis = connect(url, timeout)) {
            redis.ping();
            return server;
        } catch (JedisAccessControlException e) {
            throw refused(server, e);
        } catch (JedisDataException e) {
            throw isRefusal(e) ? refused(server, e) : silent(server, e);
        } catch (JedisException | IllegalArgumentException e) {
            throw silent(server, e);
        }
    }

    /** A connection that is made when it is first used. */
    static Jedis connect(String url, Duration timeout) {
        return new Jedis(withPort(parse(url)), (int) timeout.toMillis());
    }

    private static URI parse(String url) {
        try {
            URI address = URI.create(url.strip());
            String scheme = Objects.requireNonNullElse(address.getScheme(), "").toLowerCase(Locale.ROOT);
            if (address.getHost() != null && (scheme.equals("redis") || scheme.equals("rediss"))) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // It quotes the address, which may hold a password: it is left behind.
            throw wrong();
        }
        throw wrong();
    }

    /** The client takes no address without a port. */
    private static URI withPort(URI address) {
        String user = address.getRawUserInfo() == null ? "" : address.getRawUserInfo() + "@";
        String path = Objects.requireNonNullElse(address.getRawPath(), "");
        return address.getPort() > 0
                ? address
                : URI.create(address.getScheme() + "://" + user + address.getHost() + ":" + USUAL_PORT + path);
    }

    private static boolean isRefusal(JedisDataException error) {
        String said = Objects.requireNonNullElse(error.getMessage(), "");
        return said.startsWith("NOAUTH") || said.startsWith("WRONGPASS") || said.startsWith("ERR AUTH");
    }

    private static MilesbotException wrong() {
        return new MilesbotException(ErrorKind.CONFIGURATION, Text.of(RedisProbe.class, "wrong-address"));
    }

    private static MilesbotException refused(String server, Exception cause) {
        return new MilesbotException(ErrorKind.CONFIGURATION, Text.of(RedisProbe.class, "refused", server), cause);
    }

    private static MilesbotException silent(String server, Exception cause) {
        String reason =
                Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
        return new MilesbotException(ErrorKind.EXTERNAL, Text.of(RedisProbe.class, "silent", server, reason), cause);
    }
}
