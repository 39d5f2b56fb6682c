package org.milesbot.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;

/** Whether a sale gives more or costs less. */
final class GainTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Livelo: compre pontos com 55% de desconto | | discount",
                "Compra de pontos LATAM Pass com até 70% off | | discount",
                "Smiles oferece até 365% de bônus na compra de milhas | | bonus",
                "Smiles: compre milhas e ganhe até 300% a mais | | bonus",
                "Esfera vende pontos com desconto | Só hoje na Esfera. | discount",
                "Compre milhas Smiles com bônus | Só hoje na Smiles. | bonus",
                "Compra de pontos Esfera | A Esfera vende pontos por R$ 35 o milheiro até domingo. | ",
            })
    void readsWhatAPurchaseGives(String title, @Nullable String body, @Nullable String gain) {
        Promo promo = Read.only(PromoKind.POINTS_PURCHASE, title, body);

        assertThat(Read.proven(promo, "gain", promo.bonus().gain())).isEqualTo(gain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Smiles: transferência entre contas com 50% de desconto | discount",
                "LATAM Pass dá 30% de bônus na transferência entre contas | bonus",
            })
    void readsWhatAnInternalTransferGives(String title, String gain) {
        Promo promo = Read.only(PromoKind.INTERNAL_TRANSFER, title, "Até 15/02.");

        assertThat(Read.proven(promo, "gain", promo.bonus().gain())).isEqualTo(gain);
    }

    @Test
    void leavesItOutWhereTheKindSaysIt() {
        Promo promo = Read.only(PromoKind.TRANSFER_BONUS, "Transfira da Livelo para a Smiles com 80% de bônus", "");

        assertThat(Read.proven(promo, "gain", promo.bonus().gain())).isNull();
    }
}
