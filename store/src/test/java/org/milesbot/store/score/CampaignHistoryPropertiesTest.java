package org.milesbot.store.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.store.score.Campaign.Lower;

/** For every history: where a campaign stands is what a plain count gives, and nothing later changes it. */
final class CampaignHistoryPropertiesTest {

    private static final Instant FIRST = Instant.parse("2024-01-01T12:00:00Z");

    @Property
    void laterCampaignsNeverChangeAnEarlierStanding(@ForAll("histories") List<Campaign> campaigns) {
        List<Campaign> ordered = campaigns.stream()
                .sorted(Comparator.comparing(Campaign::announcedAt))
                .toList();
        CampaignHistory all = CampaignHistory.of(ordered);
        for (int i = 0; i < ordered.size(); i++) {
            CampaignHistory untilThen = CampaignHistory.of(ordered.subList(0, i + 1));

            assertThat(all.standing(ordered.get(i))).isEqualTo(untilThen.standing(ordered.get(i)));
        }
    }

    @Property
    void theOrderOfArrivalMakesNoDifference(@ForAll("histories") List<Campaign> campaigns, @ForAll Random random) {
        List<Campaign> shuffled = new ArrayList<>(campaigns);
        Collections.shuffle(shuffled, random);
        CampaignHistory one = CampaignHistory.of(campaigns);
        CampaignHistory other = CampaignHistory.of(shuffled);

        assertThat(campaigns)
                .allSatisfy(campaign -> assertThat(one.standing(campaign)).isEqualTo(other.standing(campaign)));
    }

    @Property
    void isWhatCountingGives(@ForAll("histories") List<Campaign> campaigns) {
        CampaignHistory history = CampaignHistory.of(campaigns);

        assertThat(campaigns).allSatisfy(campaign -> {
            Standing standing = history.standing(campaign);
            assertThat(standing.program()).isEqualTo(counted(campaigns, campaign, other -> true));
            if (campaign.origins().isEmpty()) {
                assertThat(standing.origin()).isNull();
            } else {
                assertThat(standing.origin())
                        .isEqualTo(counted(campaigns, campaign, other -> sameOrigin(campaign, other)));
            }
        });
    }

    private static boolean sameOrigin(Campaign one, Campaign other) {
        return other.origins().stream()
                .anyMatch(origin ->
                        origin.equals(OriginId.EVERY_BANK) || one.origins().contains(origin));
    }

    private static Ranking counted(List<Campaign> all, Campaign one, Predicate<Campaign> comparable) {
        List<Campaign> before = all.stream()
                .filter(other -> other.program().equals(one.program()))
                .filter(other -> other.announcedAt().isBefore(one.announcedAt()))
                .filter(comparable)
                .map(other -> asKnown(other, one.announcedAt()))
                .toList();
        Instant yearAgo =
                one.announcedAt().atZone(Zones.SAO_PAULO).minusYears(1).toInstant();
        List<Campaign> year = before.stream()
                .filter(other -> !other.announcedAt().isBefore(yearAgo))
                .toList();
        Instant last = before.stream()
                .filter(other -> other.percent().compareTo(one.percent()) >= 0)
                .map(Campaign::announcedAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
        long since = before.stream()
                .filter(other -> last == null || other.announcedAt().isAfter(last))
                .count();
        return new Ranking(
                rank(year, one),
                rank(before, one),
                last == null ? null : last.atZone(Zones.SAO_PAULO).toLocalDate(),
                (int) since);
    }

    /** As if the raises that were told from an instant on had never come. */
    private static Campaign asKnown(Campaign campaign, Instant at) {
        Percent known = campaign.percent();
        for (int i = campaign.lower().size() - 1; i >= 0; i--) {
            Lower lower = campaign.lower().get(i);
            known = lower.until().isBefore(at) ? known : lower.percent();
        }
        return new Campaign(campaign.program(), campaign.origins(), known, campaign.announcedAt());
    }

    private static Rank rank(List<Campaign> others, Campaign one) {
        long better = others.stream()
                .filter(other -> other.percent().compareTo(one.percent()) > 0)
                .count();
        return new Rank((int) better + 1, others.size() + 1);
    }

    @Provide
    Arbitrary<List<Campaign>> histories() {
        Arbitrary<ProgramId> programs = Arbitraries.of("smiles", "azul").map(ProgramId::new);
        Arbitrary<Set<OriginId>> origins = Arbitraries.of("livelo", "esfera", "itau", "*")
                .map(OriginId::new)
                .set()
                .ofMaxSize(3);
        Arbitrary<Percent> percents =
                Arbitraries.of("30", "60", "80", "80.5", "100").map(Percent::of);
        Arbitrary<Instant> fortnights =
                Arbitraries.integers().between(0, 60).map(fortnight -> FIRST.plusSeconds(14 * 86_400L * fortnight));
        Arbitrary<List<Lower>> lower = Combinators.combine(percents, fortnights)
                .as(Lower::new)
                .list()
                .ofMaxSize(2)
                .map(some ->
                        some.stream().sorted(Comparator.comparing(Lower::until)).toList());
        return Combinators.combine(programs, origins, percents, fortnights, lower)
                .as(Campaign::new)
                .list()
                .ofMaxSize(25);
    }
}
