package org.milesbot.cli.wiring;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.MilesbotException;
import org.milesbot.scrapers.fetch.RobotsMemory;
import org.milesbot.store.db.Database;
import org.milesbot.store.source.RobotsTexts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers what sites say in their robots.txt by means of the database, which is read once, when the first is asked for. If the
 * database does not do its part, nothing is remembered and the sites are asked.
 */
final class KeptRobots implements RobotsMemory {

    private static final Logger log = LoggerFactory.getLogger(KeptRobots.class);
    private static final Duration KEPT = Duration.ofDays(1);

    private final Supplier<Database> database;
    private final Clock clock;
    /** What nobody has asked for yet; whoever asks keeps it from then on. */
    private @Nullable Map<URI, RobotsTxt> known;

    KeptRobots(Supplier<Database> database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<RobotsTxt> recall(URI robots) {
        if (known == null) {
            attempt(texts -> known = texts.since(clock.instant().minus(KEPT), RobotsTxt::new));
        }
        return Optional.ofNullable(known == null ? null : known.remove(robots));
    }

    @Override
    public void keep(URI robots, RobotsTxt said) {
        attempt(texts -> {
            texts.dropUntil(said.at().minus(KEPT));
            texts.put(robots, said.text(), said.at());
        });
    }

    @Override
    public void forget(URI robots) {
        attempt(texts -> texts.drop(robots));
    }

    private void attempt(Consumer<RobotsTexts> work) {
        try {
            work.accept(new RobotsTexts(database.get()));
        } catch (MilesbotException e) {
            log.debug("robots.txt is not remembered", e);
        }
    }
}
