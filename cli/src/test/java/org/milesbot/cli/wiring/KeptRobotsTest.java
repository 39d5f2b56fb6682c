package org.milesbot.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.source.Body;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.scrapers.fetch.RobotsMemory;
import org.milesbot.scrapers.fetch.RobotsMemory.RobotsTxt;
import org.milesbot.store.testing.TestDatabase;

class KeptRobotsTest {

    private static final URI BLOG = URI.create("https://blog.example.org/robots.txt");
    private static final URI SHOP = URI.create("https://shop.example.org/robots.txt");

    private final SettableClock clock = SettableClock.at("2026-11-21T12:00:00Z");

    @Test
    void remembersFromProcessToProcessUntilItIsToldToForget() {
        try (TestDatabase test = TestDatabase.migrated()) {
            RobotsTxt said = new RobotsTxt(Body.of("Allow: /"), clock.instant());
            new KeptRobots(test::database, clock).keep(BLOG, said);
            assertThat(new KeptRobots(test::database, clock).recall(BLOG)).contains(said);
            assertThat(new KeptRobots(test::database, clock).recall(SHOP)).isEmpty();

            new KeptRobots(test::database, clock).forget(BLOG);
            assertThat(new KeptRobots(test::database, clock).recall(BLOG)).isEmpty();
        }
    }

    @Test
    void letsGoOfWhatIsADayOldWhenItKeepsMore() {
        try (TestDatabase test = TestDatabase.migrated()) {
            RobotsMemory robots = new KeptRobots(test::database, clock);
            robots.keep(BLOG, new RobotsTxt(Body.of(""), clock.instant()));
            clock.advance(Duration.ofDays(1));
            robots.keep(SHOP, new RobotsTxt(Body.of(""), clock.instant()));

            List<String> kept = test.database()
                    .with(open -> open.createQuery("select address from robots")
                            .mapTo(String.class)
                            .list());
            assertThat(kept).containsExactly(SHOP.toString());
        }
    }

    @Test
    void remembersNothingWhenTheDatabaseIsAway() {
        RobotsMemory robots = new KeptRobots(
                () -> {
                    throw new MilesbotException(ErrorKind.EXTERNAL, Text.plain("the database is away"));
                },
                clock);

        robots.keep(BLOG, new RobotsTxt(Body.of(""), clock.instant()));
        robots.forget(BLOG);

        assertThat(robots.recall(BLOG)).isEmpty();
    }
}
