package org.milesbot.store.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Gain;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.promo.Window;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.source.SourceId;
import org.milesbot.store.dedupe.Dedupe;
import org.milesbot.store.promo.Samples;
import org.milesbot.store.promo.Sighted;
import org.milesbot.store.promo.Sightings;
import org.milesbot.store.run.RunEnd;
import org.milesbot.store.run.RunOutcome;
import org.milesbot.store.run.Runs;
import org.milesbot.store.score.ScoreRule;
import org.milesbot.store.testing.TestDatabase;

class PastCampaignsTest {

    private static final Instant NOW = at("2026-11-20", "12:00");

    private TestDatabase test;
    private PastCampaigns past;
    private int announcements;

    @BeforeEach
    void open() {
        test = TestDatabase.migrated();
        past = new PastCampaigns(test.database());
    }

    @AfterEach
    void close() {
        test.close();
    }

    private static Instant at(String day, String time) {
        return LocalDate.parse(day)
                .atTime(LocalTime.parse(time))
                .atZone(Zones.SAO_PAULO)
                .toInstant();
    }

    private static Promo bonus(
            String program, String origin, int percent, @Nullable String start, @Nullable String end) {
        return Promo.builder(PromoKind.TRANSFER_BONUS, new ProgramId(program))
                .origins(List.of(new OriginId(origin)))
                .bonus(Bonus.of(Percent.of(percent), Percent.of(20)))
                .window(new Window(moment(start), moment(end)))
                .build();
    }

    private static @Nullable Moment moment(@Nullable String day) {
        return day == null ? null : Moment.parse(day);
    }

    private void tell(String source, Promo promo, Instant publishedAt) {
        new Sightings(test.database())
                .store(
                        "blogs",
                        1,
                        NOW,
                        List.of(new Sighted(
                                "a" + announcements++,
                                Samples.sighting(promo, new SourceId(source), Provenance.BLOG, publishedAt))));
    }

    private void settle() {
        new Dedupe(test.database(), Duration.ofDays(7), ScoreRule.DEFAULT).settle(NOW, true, step -> {});
    }

    private List<String> knownBy(Instant until, String... programs) {
        Set<ProgramId> wanted = Stream.of(programs).map(ProgramId::new).collect(Collectors.toSet());
        return past.knownBy(until, wanted).stream()
                .map(one -> String.join(
                        " ",
                        one.program().value(),
                        one.origins().toString(),
                        one.bonus().highest() + "/" + one.bonus().base(),
                        one.start() + ".." + one.end(),
                        one.announcedOn().toString()))
                .toList();
    }

    @Test
    void tellsTheHighestOfThoseThatShareTheirDaysWhereverTheyComeFrom() {
        tell("passageiro", bonus("smiles", "livelo", 80, "2026-03-05", "2026-03-09"), at("2026-03-05", "23:30"));
        tell("passageiro", bonus("smiles", "itau", 40, "2026-03-05", "2026-03-09"), at("2026-03-05", "10:00"));
        tell("passageiro", bonus("azul", "itau", 100, "2026-01-01", null), at("2026-01-02", "10:00"));
        tell("passageiro", bonus("azul", "itau", 90, "2025-01-01", null), at("2025-01-02", "10:00"));
        settle();

        assertThat(past.heights(at("2026-01-01", "00:00"), NOW))
                .extracting(one -> one.program() + " " + one.bonus().highest() + " " + one.start() + ".." + one.end()
                        + " " + one.announcedOn())
                .containsExactly("azul 100 2026-01-01..null 2026-01-02", "smiles 80 2026-03-05..2026-03-09 2026-03-05");
        assertThat(past.heights(NOW.minusSeconds(1), NOW)).isEmpty();
    }

    @Test
    void tellsEachCampaignOnceAndTheOldestFirst() {
        tell("passageiro", bonus("smiles", "livelo", 80, "2026-03-05", "2026-03-09"), at("2026-03-05", "23:30"));
        tell("mestre", bonus("smiles", "livelo", 80, null, "2026-03-09"), at("2026-03-06", "10:00"));
        tell("passageiro", bonus("azul", "*", 90, null, null), at("2025-12-01", "00:10"));
        tell("passageiro", bonus("azul", "itau", 100, "2026-01-01", null), at("2026-01-02", "10:00"));
        settle();

        assertThat(knownBy(NOW))
                .containsExactly(
                        "azul [*] 90/20 null..null 2025-12-01",
                        "azul [itau] 100/20 2026-01-01..null 2026-01-02",
                        "smiles [livelo] 80/20 2026-03-05..2026-03-09 2026-03-05");
        assertThat(past.knownBy(NOW, Set.of()).get(0).url()).isEqualTo("https://example.org/smiles");
        assertThat(knownBy(NOW, "smiles", "tap")).hasSize(1);
        assertThat(knownBy(NOW, "tap")).isEmpty();
    }

    @Test
    void knowsNothingThatWasAnnouncedLater() {
        tell("passageiro", bonus("smiles", "livelo", 80, "2026-03-05", "2026-03-09"), at("2026-03-04", "10:00"));
        settle();

        assertThat(knownBy(at("2026-03-04", "09:59"))).isEmpty();
        assertThat(knownBy(at("2026-03-04", "10:00"))).hasSize(1);
    }

    @Test
    void leavesOutWhatIsNoCampaignOrNotSettled() {
        tell("passageiro", bonus("smiles", "livelo", 80, "2026-03-05", null), at("2026-03-05", "10:00"));
        tell("passageiro", Samples.purchase(Gain.BONUS), at("2026-03-05", "10:00"));
        tell("passageiro", bonus("tap", "livelo", 80, "2026-03-05", null), at("2026-03-05", "10:00"));
        settle();
        test.database()
                .useTransaction(open -> open.execute("update promo set state = 'withdrawn' where program = 'tap'"));
        tell("passageiro", bonus("azul", "livelo", 80, "2026-03-05", null), at("2026-03-05", "10:00"));

        assertThat(knownBy(NOW)).containsExactly("smiles [livelo] 80/20 2026-03-05..null 2026-03-05");
    }

    @Test
    void leavesOutAnEndThatWasProbablyMisread() {
        tell("passageiro", bonus("smiles", "livelo", 80, "2026-03-05", "2027-03-09"), at("2026-03-05", "10:00"));
        settle();

        assertThat(knownBy(NOW)).containsExactly("smiles [livelo] 80/20 2026-03-05..null 2026-03-05");
    }

    private void run(String job, Instant endedAt, RunOutcome outcome) {
        Runs runs = new Runs(test.database());
        long run = runs.begin(job, "blogs", endedAt.minusSeconds(60));
        runs.end(run, RunEnd.of(endedAt, outcome, Map.of(), 0, null));
    }

    @Test
    void knowsOnWhichDaysSomebodyWatched() {
        run("scrape", at("2026-11-18", "23:50"), RunOutcome.PARTIAL);
        run("scrape", at("2026-11-16", "00:10"), RunOutcome.OK);
        run("scrape", at("2026-11-16", "12:10"), RunOutcome.OK);
        run("scrape", at("2026-11-17", "12:10"), RunOutcome.FAILED);
        run("dedupe", at("2026-11-15", "12:10"), RunOutcome.OK);
        new Runs(test.database()).begin("scrape", "blogs", at("2026-11-14", "12:00"));
        run("scrape", at("2026-11-21", "12:10"), RunOutcome.OK);

        assertThat(past.watchedDays(NOW)).containsExactly(LocalDate.parse("2026-11-16"), LocalDate.parse("2026-11-18"));
    }

    @Test
    void knowsHowFarTheImportedHistoryGoes() {
        assertThat(past.importedUntil()).isEmpty();
        tell("passageiro", bonus("smiles", "livelo", 80, "2026-11-05", null), at("2026-11-05", "10:00"));
        assertThat(past.importedUntil()).isEmpty();

        tell(PastCampaigns.IMPORTED, bonus("smiles", "itau", 80, "2026-03-05", null), at("2026-03-05", "12:00"));
        assertThat(past.importedUntil()).contains(LocalDate.parse("2026-03-05"));

        tell(PastCampaigns.IMPORTED, bonus("azul", "itau", 80, null, "2026-04-09"), at("2026-03-31", "12:00"));
        assertThat(past.importedUntil()).contains(LocalDate.parse("2026-04-09"));
    }
}
