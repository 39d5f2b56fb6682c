package org.milesbot.scrapers.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.source.FetchResult;
import org.milesbot.api.source.FetchResult.Failed;
import org.milesbot.api.source.FetchResult.Refused;

/** Servers that break HTTP itself, byte by byte. */
class HostileServerTest extends FetcherTest {

    /** Writes an answer, right or wrong. */
    private interface Script {
        void write(OutputStream out) throws IOException;
    }

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final AtomicInteger hangUps = new AtomicInteger();
    private ServerSocket socket = unbound();

    private static ServerSocket unbound() {
        try {
            return new ServerSocket();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void listen() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void hangUp() throws IOException {
        socket.close();
        thread.shutdownNow();
    }

    private FetchResult fetchFrom(Script script) {
        thread.execute(() -> serve(script));
        return fetch(URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/a"));
    }

    private void serve(Script script) {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                boolean robots = requestLine(connection.getInputStream()).contains("/robots.txt");
                OutputStream out = connection.getOutputStream();
                if (robots) {
                    write(out, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                } else {
                    script.write(out);
                }
            } catch (SocketException e) {
                hangUps.incrementAndGet();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void servePlainWords() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                write(connection.getOutputStream(), "HTTP/1.1 400 Bad Request\r\n\r\n");
                connection.shutdownOutput();
                connection.getInputStream().readAllBytes();
            } catch (IOException e) {
                hangUps.incrementAndGet();
            }
        }
    }

    private static String requestLine(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SSH-2.0-OpenSSH_9.2\r\n",
                "HTTP/1.1 abc\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nshort",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nhello\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\u001f\u008b"
            })
    void failsWithASentence(String answer) {
        FetchResult result = fetchFrom(out -> write(out, answer));
        assertThat(result).isInstanceOf(Failed.class);
        assertThat(((Failed) result).reason().in(Locale.ENGLISH)).startsWith("http://127.0.0.1:");
    }

    @Test
    void failsOnAHeadThatNeverEnds() {
        FetchResult result = fetchFrom(out -> {
            write(out, "HTTP/1.1 200 OK\r\n");
            for (int i = 0; i < 1_000_000; i++) {
                write(out, "X-" + i + ": " + "y".repeat(1000) + "\r\n");
            }
        });
        assertThat(result).isInstanceOf(Failed.class);
        await().until(() -> hangUps.get() > 0);
    }

    @Test
    void refusesABodyThatNeverEnds() {
        FetchResult result = fetchFrom(out -> {
            write(out, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
            for (int i = 0; i < 1_000_000; i++) {
                write(out, "y".repeat(1000));
            }
        });
        assertThat(result).isInstanceOf(Refused.class);
        await().until(() -> hangUps.get() > 0);
    }

    @Test
    void failsWhenTheSecureConnectionIsNone() {
        thread.execute(this::servePlainWords);
        FetchResult result = fetch(URI.create("https://127.0.0.1:" + socket.getLocalPort() + "/a"));
        assertThat(result).isInstanceOf(Failed.class);
        assertThat(((Failed) result).reason().in(Locale.ENGLISH)).contains("secure connection to 127.0.0.1 failed");
    }
}
