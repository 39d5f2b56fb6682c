package org.milesbot.cli.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.milesbot.api.web.WebHandler;
import org.milesbot.api.web.WebReply;
import org.milesbot.api.web.WebRoute;

/** Pages of plug-ins that come, change and go while the server listens. */
class GuestsTest {

    private final AtomicReference<EndpointTable> present = new AtomicReference<>(new EndpointTable(List.of()));
    private final Listening server = Listening.with(work -> work.accept(present.get()));

    @AfterEach
    void stop() {
        server.close();
    }

    private static WebHandler saying(String word) {
        return request -> WebReply.html(word, Duration.ofHours(1));
    }

    private void showing(WebRoute... routes) {
        present.set(new EndpointTable(
                List.of(routes).stream().map(route -> Endpoint.of(route, "one")).toList()));
    }

    private HttpResponse<String> get(String path) {
        return server.get(path);
    }

    @Test
    void answersByThoseOfTheMoment() {
        assertThat(get("/p/one").statusCode()).isEqualTo(404);

        showing(WebRoute.get("/", saying("first")));
        assertThat(get("/p/one").body()).isEqualTo("first");

        showing(WebRoute.get("/", saying("second")));
        assertThat(get("/p/one").body())
                .as("though the first reply is still fresh")
                .isEqualTo("second");

        showing();
        assertThat(get("/p/one").statusCode()).isEqualTo(404);
        assertThat(get("/p/one").body()).contains("<p>");
    }

    @Test
    void aReplyIsKeptForAsLongAsThePlugInStays() {
        int[] asked = new int[1];
        showing(WebRoute.get("/", request -> WebReply.html("number " + ++asked[0], Duration.ofHours(1))));

        assertThat(List.of(get("/p/one").body(), get("/p/one").body())).containsExactly("number 1", "number 1");
    }

    @Test
    void findsPathsAndWaysOfAskingAsTheServerItselfDoes() {
        showing(
                WebRoute.get(
                        "/seat/{row}/{letter}",
                        request -> WebReply.html(
                                request.parts().get("row") + request.parts().get("letter"), Duration.ZERO)),
                WebRoute.get("/seat/{name}", saying("of a name")),
                WebRoute.post("/seat", saying("booked")));

        assertThat(get("/p/one/seat/12/A").body()).isEqualTo("12A");
        assertThat(get("/p/one/seat/%C3%A1/A").body()).isEqualTo("áA");
        assertThat(get("/p/one/seat/x/").body()).isEqualTo("of a name");
        assertThat(get("/p/one/seat").statusCode()).isEqualTo(404);
        assertThat(server.post("/p/one/seat", "", "Sec-Fetch-Site", "same-origin")
                        .body())
                .isEqualTo("booked");
        HttpRequest.Builder head = HttpRequest.newBuilder(server.at("/p/one/seat/x"));
        assertThat(server.send(head.method("HEAD", HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
        HttpRequest.Builder put = HttpRequest.newBuilder(server.at("/p/one/seat/x"));
        assertThat(server.send(put.PUT(HttpRequest.BodyPublishers.noBody())).statusCode())
                .isEqualTo(405);
    }

    @Test
    void whatIsBeingAnsweredEndsWithThoseItBeganWith()
            throws InterruptedException, ExecutionException, TimeoutException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        showing(WebRoute.get("/", request -> {
            begun.countDown();
            assertThat(gate.await(20, TimeUnit.SECONDS)).isTrue();
            return WebReply.html("first", Duration.ofHours(1));
        }));
        CompletableFuture<String> slow =
                CompletableFuture.supplyAsync(() -> get("/p/one").body(), work -> new Thread(work).start());
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

        showing(WebRoute.get("/", saying("second")));
        assertThat(get("/p/one").body()).isEqualTo("second");
        gate.countDown();

        assertThat(slow.get(20, TimeUnit.SECONDS)).isEqualTo("first");
        assertThat(get("/p/one").body())
                .as("the reply that came late is not kept for the others")
                .isEqualTo("second");
    }
}
