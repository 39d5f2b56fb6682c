package org.milesbot.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.store.testing.TestRedis;
import redis.clients.jedis.Jedis;

class RedisProbeTest {

    private static final Duration SHORT = Duration.ofSeconds(2);

    @Test
    void findsAServerThatAnswers() {
        URI redis = TestRedis.uri();

        assertThat(RedisProbe.ping(redis.toString(), SHORT)).isEqualTo(redis.getHost() + ":" + redis.getPort());
    }

    @Test
    void tellsAWrongPasswordWithoutRepeatingIt() {
        URI redis = TestRedis.uri();
        String account = "probe_" + Long.toHexString(System.nanoTime());
        String server = redis.getHost() + ":" + redis.getPort();
        try (Jedis admin = new Jedis(redis)) {
            admin.aclSetUser(account, "on", ">right", "+ping");
            try {
                assertThat(RedisProbe.ping("redis://" + account + ":right@" + server, SHORT))
                        .isEqualTo(server);
                assertFails(
                        ErrorKind.CONFIGURATION,
                        () -> RedisProbe.ping("redis://" + account + ":s3cret@" + server, SHORT));
            } finally {
                admin.aclDelUser(account);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis://127.0.0.1:1/0", "redis://:s3cret@127.0.0.1:1", "rediss://:s3cret@127.0.0.1:1"})
    void tellsAServerThatDoesNotAnswer(String url) {
        assertFails(ErrorKind.EXTERNAL, () -> RedisProbe.ping(url, SHORT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost:6379", "http://localhost:6379", "redis://u:s3cret%zz@host", "redis://"})
    void tellsAnAddressThatIsNone(String url) {
        assertFails(ErrorKind.CONFIGURATION, () -> RedisProbe.ping(url, SHORT));
    }

    private static void assertFails(ErrorKind kind, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        MilesbotException.class,
                        error -> assertThat(error.kind()).isEqualTo(kind))
                .hasMessageContaining("REDIS_URL")
                .hasMessageNotContaining("s3cret");
    }
}
