package org.milesbot.forecast.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;

final class CampaignsTest {

    private static final List<Confidence> CONFIDENCES = List.of(Confidence.values());

    private static int distinct(Campaign... told) {
        return Campaigns.distinct(List.of(told)).size();
    }

    @Test
    void fillsInTheDayThatIsNotTold() {
        List<DatedCampaign> found = Campaigns.distinct(List.of(
                Told.partial("smiles", "livelo", 80, "2026-03-10", null),
                Told.partial("azul", "livelo", 80, null, "2026-03-10")));
        assertThat(found)
                .extracting(DatedCampaign::start, DatedCampaign::end)
                .containsExactlyInAnyOrder(
                        tuple(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 12)),
                        tuple(LocalDate.of(2026, 3, 8), LocalDate.of(2026, 3, 10)));
    }

    @Test
    void joinsWhatOverlaps() {
        List<DatedCampaign> found = Campaigns.distinct(List.of(
                Told.exact("smiles", "livelo", 80, "2026-03-10", "2026-03-15"),
                Told.exact("smiles", "livelo|esfera", 100, "2026-03-14", "2026-03-20")));
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.start()).isEqualTo("2026-03-10");
            assertThat(one.end()).isEqualTo("2026-03-20");
            assertThat(one.bonus()).isEqualTo(Percent.of(100));
            assertThat(one.origins()).containsExactly(new OriginId("esfera"), new OriginId("livelo"));
        });
    }

    @Test
    void keepsApartWhatDiffersByMuch() {
        assertThat(distinct(
                        Told.exact("smiles", "livelo", 60, "2026-03-10", "2026-03-15"),
                        Told.exact("smiles", "livelo", 100, "2026-03-10", "2026-03-15")))
                .isEqualTo(2);
        assertThat(distinct(
                        Told.exact("smiles", "livelo", 80, "2026-03-10", "2026-03-11"),
                        Told.exact("smiles", "esfera", 80, "2026-03-10", "2026-03-11")))
                .isEqualTo(2);
        assertThat(distinct(
                        Told.exact("smiles", "livelo", 80, "2026-03-10", "2026-03-11"),
                        Told.exact("azul", "livelo", 80, "2026-03-10", "2026-03-11")))
                .isEqualTo(2);
    }

    @Test
    void joinsNeighbouringStartsAsFarAsTheyAreKnown() {
        assertThat(distinct(
                        Told.exact("smiles", "livelo", 80, "2026-03-10", "2026-03-10"),
                        Told.exact("smiles", "livelo", 80, "2026-03-13", "2026-03-13")))
                .isEqualTo(1);
        assertThat(distinct(
                        Told.exact("smiles", "livelo", 80, "2026-03-10", "2026-03-10"),
                        Told.exact("smiles", "livelo", 80, "2026-03-15", "2026-03-15")))
                .isEqualTo(2);
        assertThat(distinct(
                        Told.exact("smiles", "livelo", 80, "2026-03-10", "2026-03-10"),
                        Told.partial("smiles", "livelo", 80, null, "2026-03-17")))
                .isEqualTo(1);
    }

    @Test
    void holdsAnOfferForEveryBankAndOneForABankTogetherOnlyIfTheyAreAlike() {
        assertThat(distinct(
                        Told.exact("smiles", "*", 80, "2026-03-10", "2026-03-15"),
                        Told.exact("smiles", "livelo", 90, "2026-03-12", "2026-03-15")))
                .isEqualTo(1);
        assertThat(distinct(
                        Told.exact("smiles", "*", 80, "2026-03-10", "2026-03-15"),
                        Told.exact("smiles", "livelo", 100, "2026-03-12", "2026-03-15")))
                .isEqualTo(2);
        assertThat(distinct(
                        Told.exact("smiles", "*", 80, "2026-03-10", "2026-03-15"),
                        Told.exact("smiles", "livelo", 80, "2026-03-14", "2026-03-15")))
                .isEqualTo(2);
    }

    @Test
    void prefersDaysThatWereStated() {
        List<DatedCampaign> found = Campaigns.distinct(List.of(
                Told.campaign("smiles", "livelo", 80, LocalDate.of(2026, 3, 9), null, Confidence.APPROX),
                Told.exact("smiles", "livelo", 80, "2026-03-10", "2026-03-15")));
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.start()).isEqualTo("2026-03-10");
            assertThat(one.known()).isEqualTo(new DatedCampaign.Known(true, true));
        });
    }

    @Test
    void doesNotDependOnTheOrder() {
        List<Campaign> told = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 120; i++) {
            LocalDate start = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(90));
            told.add(Told.campaign(
                    "smiles",
                    List.of("*", "livelo", "esfera", "livelo|itau").get(random.nextInt(4)),
                    50 + 10L * random.nextInt(6),
                    start,
                    start.plusDays(random.nextInt(6)),
                    CONFIDENCES.get(random.nextInt(3))));
        }
        List<DatedCampaign> expected = Campaigns.distinct(told);
        for (int i = 0; i < 10; i++) {
            Collections.shuffle(told, random);
            assertThat(Campaigns.distinct(told)).isEqualTo(expected);
        }
    }

    @Test
    void givesACampaignForEveryBankToEachRouteOfTheProgramme() {
        List<Series> routes = Series.routes(Campaigns.distinct(List.of(
                Told.exact("smiles", "*", 80, "2026-01-10", "2026-01-15"),
                Told.exact("smiles", "livelo", 80, "2026-03-10", "2026-03-15"),
                Told.exact("smiles", "itau|livelo", 80, "2026-05-10", "2026-05-15"),
                Told.exact("azul", "*", 80, "2026-05-10", "2026-05-15"))));
        assertThat(routes)
                .extracting(
                        route -> route.key().toString(),
                        route -> route.campaigns().size())
                .containsExactly(tuple("itau>smiles", 2), tuple("livelo>smiles", 3));
    }
}
