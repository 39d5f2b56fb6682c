package org.milesbot.cli.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.cli.output.ProgramNames;
import org.milesbot.cli.privacy.Privacy;
import org.milesbot.scrapers.extract.PromoExtractor;
import org.milesbot.store.score.ScoreRule;
import org.milesbot.store.testing.TestDatabase;

final class BuiltInCommandsTest {

    @Test
    void areKnownByAllTheirNames() {
        SettableClock clock = SettableClock.at("2026-11-21T12:00:00Z");
        try (TestDatabase database = TestDatabase.migrated()) {
            Workshop workshop = new Workshop(
                    database.database(),
                    ScoreRule.DEFAULT,
                    ProgramNames.known(),
                    new PromoExtractor(),
                    new Privacy(database.database(), List.of(), clock),
                    clock);

            assertThat(BuiltInCommands.NAMES)
                    .containsExactlyInAnyOrderElementsOf(BuiltInCommands.of(workshop, request -> List.of()).stream()
                            .flatMap(each -> Stream.concat(Stream.of(each.name()), each.aliases().stream()))
                            .toList());
        }
    }
}
