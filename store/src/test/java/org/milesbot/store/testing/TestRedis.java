package org.milesbot.store.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import org.testcontainers.containers.GenericContainer;
import redis.embedded.RedisServer;

/**
 * Decides once a JVM which real Redis the tests use, and says which: the one of MILESBOT_TEST_REDIS_URL, else one in
 * Docker if it answers, else an embedded one.
 */
public final class TestRedis {

    private static final int USUAL_PORT = 6379;

    private TestRedis() {}

    private static final class Found {
        static final URI ADDRESS = find();
    }

    /** The Redis that all tests of this JVM share. */
    public static URI uri() {
        return Found.ADDRESS;
    }

    private static URI find() {
        String given = System.getenv("MILESBOT_TEST_REDIS_URL");
        if (given != null && !given.isBlank()) {
            TestServer.say("Redis of MILESBOT_TEST_REDIS_URL");
            return URI.create(given);
        }
        return TestServer.dockerAnswers() ? container() : embedded();
    }

    @SuppressWarnings("resource") // Docker's own watchman removes it when the JVM ends.
    private static URI container() {
        GenericContainer<?> container = new GenericContainer<>("redis:7-alpine").withExposedPorts(USUAL_PORT);
        container.start();
        TestServer.say("Redis in Docker");
        return URI.create("redis://" + container.getHost() + ":" + container.getMappedPort(USUAL_PORT));
    }

    /** Ends with the JVM. */
    private static URI embedded() {
        try {
            RedisServer server = RedisServer.newRedisServer()
                    .port(freePort())
                    .bind("127.0.0.1")
                    .build();
            server.start();
            TestServer.say("embedded Redis");
            return URI.create("redis://127.0.0.1:" + server.ports().get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
