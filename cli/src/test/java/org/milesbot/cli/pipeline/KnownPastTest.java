package org.milesbot.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.forecast.history.Campaign;
import org.milesbot.forecast.history.Confidence;
import org.milesbot.forecast.history.Outage;
import org.milesbot.forecast.history.SeriesKey;

final class KnownPastTest {

    private static final LocalDate ORIGIN = LocalDate.of(2026, 11, 20);
    private static final ProgramId SMILES = new ProgramId("smiles");

    @Test
    void countsDaysWithoutAScrapeAsUnwatched() {
        KnownPast past = past(null, "2026-11-10", "2026-11-11", "2026-11-14", "2026-11-19");

        assertThat(past.history().outages())
                .containsExactly(
                        outage("2026-11-12", "2026-11-13"),
                        outage("2026-11-15", "2026-11-18"),
                        outage("2026-11-20", "2026-11-20"));
        assertThat(past.watch().since()).isEqualTo("2026-11-10");
        assertThat(past.watch().blindSince()).isEqualTo("2026-11-20");
    }

    @Test
    void countsTheDaysFromAnImportToTheFirstScrapeAsUnwatched() {
        KnownPast past = past("2026-10-02", "2026-11-19", "2026-11-20");

        assertThat(past.history().outages()).containsExactly(outage("2026-10-03", "2026-11-18"));
        assertThat(past.watch().blindSince()).isNull();
    }

    @Test
    void isBlindAfterAnImportThatNoScrapeFollowed() {
        assertThat(past("2026-10-02").history().outages()).containsExactly(outage("2026-10-03", "2026-11-20"));
        assertThat(past("2026-10-02").watch().since()).isNull();
        assertThat(past("2026-12-31").history().outages()).isEmpty();
    }

    @Test
    void doesNotTakeAnImportForWatching() {
        KnownPast past = past("2026-11-18", "2026-11-10", "2026-11-20");

        assertThat(past.history().outages()).containsExactly(outage("2026-11-11", "2026-11-19"));
    }

    @Test
    void knowsOfNoOutageWithoutImportAndScrape() {
        assertThat(past(null).history().outages()).isEmpty();
        assertThat(past(null).history().watchedSince()).isEmpty();
    }

    @Test
    void watchesWhateverHadACampaignSinceTheFirstScrape() {
        Map<SeriesKey, LocalDate> since = past(null, "2026-11-10").history().watchedSince();

        assertThat(since)
                .containsOnlyKeys(SeriesKey.of(SMILES), new SeriesKey(SMILES, new OriginId("livelo")))
                .containsValue(LocalDate.of(2026, 11, 10));
    }

    private static KnownPast past(@Nullable String importedUntil, String... watched) {
        SortedSet<LocalDate> days =
                new TreeSet<>(Stream.of(watched).map(LocalDate::parse).toList());
        Campaign campaign = new Campaign(
                SMILES,
                new TreeSet<>(List.of(new OriginId("livelo"))),
                Percent.of(80),
                null,
                ORIGIN.minusDays(3),
                ORIGIN,
                Confidence.EXACT);
        return KnownPast.of(
                List.of(campaign), days, Optional.ofNullable(importedUntil).map(LocalDate::parse), ORIGIN);
    }

    private static Outage outage(String from, String to) {
        return new Outage(LocalDate.parse(from), LocalDate.parse(to));
    }
}
