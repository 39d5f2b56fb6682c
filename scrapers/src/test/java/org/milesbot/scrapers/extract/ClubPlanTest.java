package org.milesbot.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.milesbot.api.promo.ClubPlan;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;

/** What is read of a club's plan and price, in the words of several authors. */
final class ClubPlanTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Clube Smiles: Plano 2.000 por R$ 84,90/mês | | 2000 | 84.90",
                "Clube Smiles 5.000 por R$ 160 mensais | | 5000 | 160",
                "Assine o Clube Azul no plano de 1.000 pontos por R$ 30 por mês | | 1000 | 30",
                "Clube Azul a partir de R$ 15,30 por mês | O plano 1.000 anual sai por R$ 17 mensais (R$ 15,30 com o cartão Azul Itaú). | 1000 | 15.30",
                "Clube Livelo Classic com desconto | A mensalidade sai por R$ 36,90 no primeiro ano do Clube Livelo. | Classic | 36.90",
                "Só hoje! Clube Livelo Classic com 23.000 pontos em 1 ano | | Classic | ",
                "Clube Smiles: suba para o Plano 20 mil de 12x de R$ 819 por 12x de R$ 778 | | 20000 | 778",
                "Assine o Clube Livelo Plus: de R$ 84,90 por R$ 42,45 por mês | | Plus | 42.45",
                "Assine o Clube Smiles | A mensalidade cai de R$ 42,90 para R$ 21,45 no plano 1.000 do Clube Smiles. | 1000 | 21.45",
                "Clube Esfera com 50% de desconto | Nos planos Plus e Top, o Clube Esfera fica pela metade do preço. | | ",
                "Assine o Clube Smiles com desconto | Clube Smiles: plano 1.000 por R$ 42/mês. Clube Smiles: plano 2.000 por R$ 84/mês. | | ",
                "Clube Smiles em dobro | Assine o Clube Smiles e ganhe o dobro de milhas. O milheiro sai por R$ 15. | | ",
                "Clube Smiles com 10.000 milhas de bônus na adesão | Assine o Clube Smiles. | | ",
                "Clube TudoAzul por R$ 15 mensais durante um ano | O plano de entrada sai por R$ 15 por mês, contra R$ 35 por mês da tabela. | | 15",
                "Assine o Clube Livelo Top com 30% de desconto | São 12 parcelas de R$ 199,90. | Top | 199.90",
                "Clube Azul com 50% de desconto na mensalidade | Clube Azul: de R$ 35,00 por R$ 17,50 por mês. | | 17.50",
                "Clube LATAM Pass: planos a partir de R$ 39,90 por mês | | | 39.90",
                "Clube Livelo: R$ 359 no ano | Assine o Clube Livelo e pague R$ 359 à vista. | | ",
            })
    void readsPlanAndMonthlyPrice(String title, @Nullable String body, @Nullable String plan, @Nullable String price) {
        Promo promo = Read.only(PromoKind.CLUB, title, body);
        ClubPlan club = Objects.requireNonNullElse(promo.club(), ClubPlan.UNKNOWN);

        assertThat(Read.proven(promo, "plan", club.plan())).isEqualTo(plan);
        assertThat(Read.proven(promo, "monthly_price_brl", club.monthlyPriceBrl()))
                .isEqualTo(price);
    }
}
