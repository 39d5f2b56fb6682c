package org.milesbot.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.store.event.Announcer;
import org.milesbot.store.event.EventKind;
import org.milesbot.store.event.PromoEvent;
import org.milesbot.store.testing.TestRedis;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPubSub;

class RedisAnnouncerTest {

    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final UUID PROMO = UUID.fromString("3e648dab-376b-8a3c-b2f3-6668455fa62c");
    private static final PromoEvent CREATED =
            new PromoEvent(42, PROMO, EventKind.CREATED, "", null, Instant.EPOCH, Instant.EPOCH, false);

    @Test
    void tellsWhoeverListens() throws InterruptedException {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        CountDownLatch listening = new CountDownLatch(1);
        JedisPubSub ears = new JedisPubSub() {
            @Override
            public void onSubscribe(String channel, int channels) {
                listening.countDown();
            }

            @Override
            public void onMessage(String channel, String message) {
                heard.add(channel + " " + message);
            }
        };
        Thread listener = new Thread(() -> {
            try (Jedis redis = new Jedis(TestRedis.uri())) {
                redis.subscribe(ears, Announcer.CHANNEL);
            }
        });
        listener.start();
        assertThat(listening.await(20, TimeUnit.SECONDS)).isTrue();

        new RedisAnnouncer(TestRedis.uri().toString(), SHORT, "milesbot").announce(List.of(CREATED));

        await().atMost(Duration.ofSeconds(20)).until(() -> !heard.isEmpty());
        assertThat(heard)
                .containsExactly("promo_created {\"schema\":\"milesbot\",\"event\":42,\"promo\":\"" + PROMO + "\"}");
        ears.unsubscribe();
        listener.join();
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis://:s3cret@127.0.0.1:1", "redis://u:s3cret%zz@host"})
    void doesNotFailWhereNobodyAnswers(String url) {
        assertThatCode(() -> new RedisAnnouncer(url, SHORT, "milesbot").announce(List.of(CREATED)))
                .doesNotThrowAnyException();
    }
}
