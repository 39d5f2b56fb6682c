package org.milesbot.notify.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.milesbot.notify.message.Offers.bonus;
import static org.milesbot.notify.message.Offers.card;
import static org.milesbot.notify.message.Offers.club;
import static org.milesbot.notify.message.Offers.everyone;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.Tier;

final class PersonalBonusTest {

    private static PersonalBonus of(Bonus bonus, String... held) {
        Set<OriginId> origins = Set.of(new OriginId("livelo"), new OriginId("itau"));
        return PersonalBonus.of(
                bonus, Offers.SMILES, origins, Arrays.stream(held).collect(Collectors.toSet()));
    }

    private static void assertRange(PersonalBonus personal, @Nullable Integer sure, @Nullable Integer possible) {
        assertThat(personal.sure()).isEqualTo(sure == null ? null : Percent.of(sure));
        assertThat(personal.possible()).isEqualTo(possible == null ? null : Percent.of(possible));
    }

    @Test
    void givesTheTierThatThePersonHolds() {
        Tier club = club(80, "Clube Smiles");
        PersonalBonus personal = of(bonus(80, 60, club), "smiles:club");

        assertRange(personal, 80, 80);
        assertThat(personal.tier()).isEqualTo(club);
        assertThat(personal.others()).isEqualTo(Percent.of(60));
        assertThat(personal.better()).isEmpty();
        assertThat(personal.isSettled()).isTrue();
    }

    @Test
    void givesTheBaseToOthersAndTellsWhatIsBetter() {
        Tier club = club(80, "Clube Smiles");
        Tier card = card(100, "Cartão Smiles");
        PersonalBonus personal = of(bonus(100, 60, club, card), "azul:club", "smiles:status");

        assertRange(personal, 60, 60);
        assertThat(personal.tier()).isNull();
        assertThat(personal.others()).isNull();
        assertThat(personal.better()).containsExactly(card, club);
    }

    @Test
    void countsWhatIsHeldAtAnOrigin() {
        PersonalBonus personal = of(bonus(100, 60, card(100, "Cartões Itaú")), "itau:card");

        assertRange(personal, 100, 100);
    }

    @Test
    void givesARangeWhereAnAudienceHasSeveralTiers() {
        PersonalBonus personal =
                of(bonus(100, 60, club(80, "1 ano"), club(100, "2 anos"), club(90, "18 meses")), "smiles:club");

        assertRange(personal, 80, 100);
        assertThat(personal.tier()).isEqualTo(club(100, "2 anos"));
        assertThat(personal.others()).isEqualTo(Percent.of(60));
        assertThat(personal.isSettled()).isFalse();
    }

    @Test
    void givesTheBestOfWhatIsHeld() {
        PersonalBonus personal =
                of(bonus(100, 60, club(80, "Clube"), card(100, "Cartão")), "smiles:club", "smiles:card");

        assertRange(personal, 100, 100);
        assertThat(personal.tier()).isEqualTo(card(100, "Cartão"));
    }

    @Test
    void knowsOnlyTheHighestWhereNoBaseIsTold() {
        assertRange(of(bonus(100, null)), null, 100);
        assertRange(of(bonus(100, null, club(100, "Clube"), card(80, "Cartão"))), null, 100);
    }

    @Test
    void isSureOfATierAlsoWhereNoBaseIsTold() {
        PersonalBonus personal = of(bonus(100, null, club(80, "Clube"), card(100, "Cartão")), "smiles:club");

        assertRange(personal, 80, 80);
        assertThat(personal.others()).isNull();
        assertThat(personal.better()).containsExactly(card(100, "Cartão"));
    }

    @Test
    void leavesOpenWhoGetsAHighestThatNoTierHas() {
        assertRange(of(bonus(100, 60)), 60, 100);
        assertRange(of(bonus(100, 60, club(80, "Clube")), "smiles:club"), 80, 100);
    }

    @Test
    void givesEveryoneWhatIsForEveryone() {
        PersonalBonus personal = of(bonus(80, null, everyone(50), everyone(80)));

        assertRange(personal, 50, 80);
        assertThat(personal.tier()).isNull();
    }

    @Test
    void neverTakesATierForGoodThatGivesLessThanTheBase() {
        PersonalBonus personal = of(bonus(80, 80, club(80, "Clube")), "smiles:club");

        assertRange(personal, 80, 80);
        assertThat(personal.tier()).isNull();
    }

    @Test
    void knowsNothingOfNothing() {
        assertRange(of(Bonus.NONE, "smiles:club"), null, null);
    }
}
