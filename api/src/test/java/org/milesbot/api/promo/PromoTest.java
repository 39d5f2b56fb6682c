package org.milesbot.api.promo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PromoTest {

    private static final ProgramId SMILES = new ProgramId("smiles");

    @Test
    void knowsNothingButKindAndProgrammeAtFirst() {
        Promo promo = Promo.builder(PromoKind.TRANSFER_BONUS, SMILES).build();

        assertThat(promo.origins()).isEmpty();
        assertThat(promo.bonus()).isEqualTo(Bonus.NONE);
        assertThat(promo.window()).isEqualTo(Window.UNKNOWN);
        assertThat(promo.fare()).isNull();
        assertThat(promo.evidence()).isEmpty();
    }

    @Test
    void keepsOriginsInOrderAndOnce() {
        Promo promo = Promo.builder(PromoKind.TRANSFER_BONUS, SMILES)
                .origins(List.of(new OriginId("livelo"), new OriginId("esfera")))
                .origins(List.of(new OriginId("livelo")))
                .build();

        assertThat(promo.origins()).containsExactly(new OriginId("esfera"), new OriginId("livelo"));
    }

    @Test
    void staysAsItIsWhenItsBuilderGoesOn() {
        Promo.Builder builder = Promo.builder(PromoKind.CLUB, SMILES).evidence(Map.of("title", "clube"));
        Promo before = builder.build();
        builder.evidence("end", "até domingo").origins(List.of(OriginId.EVERY_BANK));

        assertThat(before.evidence()).containsOnlyKeys("title");
        assertThat(before.origins()).isEmpty();
        assertThatThrownBy(() -> before.evidence().put("end", "x")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void refusesABaseAboveTheHighest() {
        assertThatThrownBy(() -> Bonus.of(Percent.of(50), Percent.of(60)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("60")
                .hasMessageContaining("50");
        assertThat(Bonus.of(Percent.of(50), Percent.of("50.0")).base()).isEqualTo(Percent.of(50));
    }

    @Test
    void namesHaveTheFormOfASlug() {
        assertThatThrownBy(() -> new ProgramId("Smiles")).hasMessageContaining("programme \"Smiles\"");
        assertThatThrownBy(() -> new PromoKind("")).hasMessageContaining("kind \"\"");
        assertThatThrownBy(() -> new OriginId("**")).hasMessageContaining("origin \"**\"");
        assertThatThrownBy(() -> new Audience("Clube")).hasMessageContaining("audience \"Clube\"");
        assertThatThrownBy(() -> new Cabin("Executiva")).hasMessageContaining("cabin \"Executiva\"");
        assertThatThrownBy(() -> new Trip("one way")).hasMessageContaining("trip \"one way\"");
        assertThatThrownBy(() -> new Gain("")).hasMessageContaining("gain \"\"");
        assertThat(new OriginId("*")).isEqualTo(OriginId.EVERY_BANK);
    }
}
