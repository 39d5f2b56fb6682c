package org.milesbot.scrapers.extract;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.milesbot.api.source.Announcement;

/** Texts that tempt a reader to go on for ever. How long they take is for the benchmark; here they only have to end. */
final class OddTextTest {

    private static final int LENGTH = 1_000_000;
    private static final Duration FOR_EVER = Duration.ofMinutes(1);
    private static final Instant PUBLISHED = Instant.parse("2025-12-29T15:00:00Z");

    private final PromoExtractor extractor = new PromoExtractor();

    @ParameterizedTest
    @EnumSource
    void endsWhateverTheBody(OddText text) {
        read(new Announcement("odd", "Smiles com 80% de bônus da Livelo", text.ofLength(LENGTH), null, PUBLISHED));
    }

    @ParameterizedTest
    @EnumSource
    void endsWhateverTheTitle(OddText text) {
        read(new Announcement("odd", text.ofLength(LENGTH), "<p>Até 12/03</p>", null, PUBLISHED));
    }

    private void read(Announcement announcement) {
        assertTimeoutPreemptively(FOR_EVER, () -> extractor.extract(announcement))
                .forEach(PromoPromises::check);
    }
}
