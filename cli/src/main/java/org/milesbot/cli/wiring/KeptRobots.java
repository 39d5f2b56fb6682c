package org.milesbot.cli.wiring;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.fetch.RobotsMemory;
import org.milesbot.store.db.Database;
import org.milesbot.store.source.RobotsTexts;

/** Remembers what sites say in their robots.txt by means of the database, which is read once, when the first is asked for. */
final class KeptRobots implements RobotsMemory {

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
            known = texts().since(clock.instant().minus(KEPT), RobotsTxt::new);
        }
        return Optional.ofNullable(known.remove(robots));
    }

    @Override
    public void keep(URI robots, RobotsTxt said) {
        texts().put(robots, said.text(), said.at());
    }

    private RobotsTexts texts() {
        return new RobotsTexts(database.get());
    }
}
