package org.milesbot.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.milesbot.api.Zones;
import org.milesbot.api.source.Body;
import org.milesbot.api.source.FetchRequest;
import org.milesbot.api.source.FetchResult;
import org.milesbot.api.source.Validators;

class FakesTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final URI KNOWN = URI.create("https://www.example.org/known");

    private final SettableClock clock = SettableClock.at(NOON);
    private final CannedFetcher fetcher = new CannedFetcher(clock);

    @Test
    void theClockStandsStillUntilItIsTold() {
        assertThat(clock.instant()).isEqualTo(NOON);
        clock.advance(Duration.ofHours(3));
        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofHours(3)));
        clock.show(Instant.EPOCH);
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void theClockOfAnotherZoneShowsTheSameInstantLaterToo() {
        Clock utc = clock.withZone(ZoneOffset.UTC);
        clock.advance(Duration.ofMinutes(1));

        assertThat(clock.getZone()).isEqualTo(Zones.SAO_PAULO);
        assertThat(utc.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(utc.instant()).isEqualTo(clock.instant());
    }

    @Test
    void theFetcherGivesWhatWasPutInAsOfTheClock() {
        fetcher.answer(KNOWN, "text/plain; charset=utf-8", "Promoção");

        FetchResult result = fetcher.fetch(FetchRequest.of(KNOWN));

        assertThat(result).isInstanceOfSatisfying(FetchResult.Fetched.class, fetched -> {
            assertThat(fetched.page().text()).isEqualTo("Promoção");
            assertThat(fetched.page().fetchedAt()).isEqualTo(NOON);
            assertThat(fetched.body()).isEqualTo(Body.of("Promoção"));
        });
    }

    @Test
    void theFetcherKnowsNothingElseAndKeepsWhatWasAsked() {
        FetchRequest request =
                new FetchRequest(URI.create("https://www.example.org/unknown"), new Validators("\"1\"", null));
        fetcher.answer(KNOWN, new FetchResult.NotModified());

        assertThat(fetcher.fetch(request)).isEqualTo(new FetchResult.Gone(404));
        assertThat(fetcher.fetch(FetchRequest.of(KNOWN))).isEqualTo(new FetchResult.NotModified());
        assertThat(fetcher.requests()).containsExactly(request, FetchRequest.of(KNOWN));
    }

    @Test
    void bodiesAreCopiedOnTheWayInAndOut() {
        byte[] bytes = {1, 2, 3};
        Body body = Body.of(bytes);
        bytes[0] = 9;
        body.toBytes()[1] = 9;

        assertThat(body.toBytes()).containsExactly(1, 2, 3);
        assertThat(body.size()).isEqualTo(3);
    }
}
