package org.milesbot.store.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.store.score.Campaign.Lower;

final class CampaignHistoryTest {

    private static final ProgramId SMILES = new ProgramId("smiles");

    private final List<Campaign> campaigns = new ArrayList<>();

    private static Campaign campaign(ProgramId program, String day, String percent, String... origins) {
        return new Campaign(
                program,
                Stream.of(origins).map(OriginId::new).collect(Collectors.toSet()),
                Percent.of(percent),
                LocalDate.parse(day).atTime(9, 0).atZone(Zones.SAO_PAULO).toInstant());
    }

    private static Campaign smiles(String day, String percent, String... origins) {
        return campaign(SMILES, day, percent, origins);
    }

    private Ranking ranking(Campaign campaign) {
        return CampaignHistory.of(campaigns).standing(campaign).program();
    }

    private Ranking origin(Campaign campaign) {
        return Objects.requireNonNull(
                CampaignHistory.of(campaigns).standing(campaign).origin());
    }

    private void add(String day, String percent, String... origins) {
        campaigns.add(smiles(day, percent, origins));
    }

    @Test
    void ranksByPercentageWithinTwelveMonthsAndEver() {
        add("2024-05-01", "120");
        add("2025-03-10", "100");
        add("2025-12-01", "90");
        add("2026-02-01", "70");
        add("2026-06-01", "60");
        add("2026-09-01", "80");

        Ranking ranking = ranking(smiles("2026-11-20", "85"));

        assertThat(ranking).isEqualTo(new Ranking(new Rank(2, 5), new Rank(4, 7), LocalDate.of(2025, 12, 1), 3));
        assertThat(ranking.year().isTelling()).isTrue();
        assertThat(ranking.standsOut()).isTrue();
    }

    @Test
    void countsTheDayTwelveMonthsAgo() {
        add("2025-11-20", "100");
        add("2025-11-19", "100");

        assertThat(ranking(smiles("2026-11-20", "80")).year()).isEqualTo(new Rank(2, 2));
    }

    @Test
    void countsARaiseFromTheDayItWasTold() {
        add("2026-01-01", "70");
        add("2026-02-01", "70");
        Campaign raised = smiles("2026-03-01", "100");
        Instant told = smiles("2026-03-05", "100").announcedAt();
        campaigns.add(new Campaign(
                SMILES,
                raised.origins(),
                raised.percent(),
                raised.announcedAt(),
                List.of(new Lower(Percent.of(80), told))));

        Ranking meanwhile = ranking(smiles("2026-03-04", "90"));
        Ranking atTheSameInstant = ranking(smiles("2026-03-05", "90"));
        Ranking afterwards = ranking(smiles("2026-03-06", "90"));

        assertThat(meanwhile.isRecord()).isTrue();
        assertThat(atTheSameInstant).isEqualTo(meanwhile);
        assertThat(afterwards).isEqualTo(new Ranking(new Rank(2, 4), new Rank(2, 4), LocalDate.of(2026, 3, 1), 0));
    }

    @Test
    void sharesAPlaceBetweenTheSamePercentages() {
        add("2026-01-01", "100");
        add("2026-02-01", "80");
        add("2026-03-01", "80.0");
        add("2026-04-01", "70");

        assertThat(ranking(smiles("2026-05-01", "80"))).satisfies(ranking -> {
            assertThat(ranking.ever()).isEqualTo(new Rank(2, 5));
            assertThat(ranking.lastAsGood()).isEqualTo("2026-03-01");
        });
        assertThat(ranking(smiles("2026-05-01", "75")).ever()).isEqualTo(new Rank(4, 5));
    }

    @Test
    void tellsARecordFromOneThatIsEqualled() {
        add("2025-01-01", "100");
        add("2026-01-01", "60");
        add("2026-02-01", "70");

        Ranking more = ranking(smiles("2026-05-01", "100.5"));
        Ranking same = ranking(smiles("2026-05-01", "100"));
        Ranking less = ranking(smiles("2026-05-01", "99"));

        assertThat(more.isRecord()).isTrue();
        assertThat(more.equalsRecord()).isFalse();
        assertThat(more.lastAsGood()).isNull();
        assertThat(same.isRecord()).isFalse();
        assertThat(same.equalsRecord()).isTrue();
        assertThat(same.lastAsGood()).isEqualTo("2025-01-01");
        assertThat(less.isRecord()).isFalse();
        assertThat(less.equalsRecord()).isFalse();
    }

    @Test
    void doesNotSpeakOfARecordAmongThree() {
        add("2026-01-01", "60");
        add("2026-02-01", "70");

        Ranking ranking = ranking(smiles("2026-05-01", "100"));

        assertThat(ranking.ever()).isEqualTo(new Rank(1, 3));
        assertThat(ranking.isTelling()).isFalse();
        assertThat(ranking.isRecord()).isFalse();
    }

    @Test
    void comparesWithNothingWhereNothingWasBefore() {
        assertThat(ranking(smiles("2026-05-01", "100")))
                .isEqualTo(new Ranking(new Rank(1, 1), new Rank(1, 1), null, 0));
    }

    @Test
    void leavesOtherProgrammesOut() {
        campaigns.add(campaign(new ProgramId("azul"), "2026-01-01", "150"));

        assertThat(ranking(smiles("2026-05-01", "100")).ever()).isEqualTo(new Rank(1, 1));
    }

    @Test
    void knowsNothingOfWhatCameAtTheSameInstantOrLater() {
        add("2026-05-01", "150");
        add("2026-06-01", "150");

        assertThat(ranking(smiles("2026-05-01", "100")).ever()).isEqualTo(new Rank(1, 1));
    }

    @Test
    void comparesWithCampaignsOfAnOriginInCommonOrOfEveryBank() {
        add("2026-01-01", "100", "livelo", "itau");
        add("2026-02-01", "100", "esfera");
        add("2026-03-01", "100", "*");
        add("2026-04-01", "100");

        assertThat(origin(smiles("2026-05-01", "80", "livelo")).ever()).isEqualTo(new Rank(3, 3));
        assertThat(origin(smiles("2026-05-01", "80", "esfera", "itau")).ever()).isEqualTo(new Rank(4, 4));
        assertThat(origin(smiles("2026-05-01", "80", "*")).ever()).isEqualTo(new Rank(2, 2));
        assertThat(ranking(smiles("2026-05-01", "80", "*")).ever()).isEqualTo(new Rank(5, 5));
    }

    @Test
    void hasNoRankByOriginWhereTheOriginIsUnknown() {
        add("2026-01-01", "100", "livelo");

        assertThat(CampaignHistory.of(campaigns)
                        .standing(smiles("2026-05-01", "80"))
                        .origin())
                .isNull();
    }

    @Test
    void comparesOriginsAsSetsWhateverTheirOrder() {
        add("2026-01-01", "100", "livelo", "itau");

        assertThat(origin(new Campaign(
                                SMILES,
                                Set.of(new OriginId("itau"), new OriginId("livelo")),
                                Percent.of(80),
                                LocalDate.of(2026, 5, 1)
                                        .atStartOfDay(Zones.SAO_PAULO)
                                        .toInstant()))
                        .ever())
                .isEqualTo(new Rank(2, 2));
    }
}
