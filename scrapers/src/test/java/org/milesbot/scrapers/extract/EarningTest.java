package org.milesbot.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.milesbot.api.promo.Earning;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;

/** What is read of rates and shops, in the words of several authors. */
final class EarningTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Livelo: acumule até 10 pontos por real na Fast Shop | | 10 | BRL",
                "Livelo: ganhe 8 pts/R$1 na Netshoes | | 8 | BRL",
                "Livelo: ganhe 8 pts/R$ na Netshoes | | 8 | BRL",
                "Esfera: acumule 12 pontos a cada dólar gasto na Amazon | | 12 | USD",
                "Esfera: junte 5 pontos Esfera a cada real no Ponto | | 5 | BRL",
                "Até 11 pontos LATAM Pass por real na Casas Bahia | | 11 | BRL",
                "Livelo paga 6 pontos por R$ 1 gasto na Renner | | 6 | BRL",
                "Livelo paga 2,5 pontos por real na Booking | | 2.5 | BRL",
                "Dobro de pontos Azul na Booking | São 3 pontos Azul por US$ 1. | 3 | USD",
                "Dobro de pontos Azul na Booking | Reservas rendem 3 pts/US$ na Azul. | 3 | USD",
                "Dobro de pontos Livelo na Renner | Troque 10.000 pontos Livelo por R$ 350. | | ",
                "Azul Fidelidade: 4 pontos para cada real em compras na Magalu | | 4 | BRL",
                "Shopping Livelo: acumule 7 pontos por euro na Booking | | 7 | EUR",
                "Dobro de pontos Livelo na Panvel | Na Livelo, cada compra rende 1 ponto a cada 2 reais. | 0.5 | BRL",
                "Livelo: a cada R$ 1,00 em compras você ganha 9 pontos na Dafiti | | 9 | BRL",
                "Livelo: de 4 a 10 pontos por real na Centauro | | 10 | BRL",
                "Livelo: acumule até 10x pontos por real na Centauro | | 10 | BRL",
                "Esfera com pontuação turbinada no Ponto | Até domingo (15), compras rendem 7 pontos por real em telefones; 5 pontos por real nas demais categorias na Esfera. | 7 | BRL",
                "Dobro de pontos Livelo na Renner | Vale só hoje. | |",
            })
    void readsTheHighestRateAndItsUnit(
            String title, @Nullable String body, @Nullable String rate, @Nullable String unit) {
        Promo promo = Read.only(PromoKind.EARN_MULTIPLIER, title, body);
        Earning earning = Objects.requireNonNullElse(promo.earning(), Earning.UNKNOWN);

        assertThat(Read.proven(promo, "rate_max", earning.rateMax())).isEqualTo(rate);
        assertThat(Read.proven(promo, "rate_unit", earning.rateUnit())).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Livelo paga 6 pontos por real na Renner | | 6",
                "Livelo paga até 6 pontos por real na Renner | | ",
                "Livelo: de 4 a 10 pontos por real na Centauro | | ",
                "Livelo paga até 8 pontos por real na Renner | Assinantes do Clube ganham 8 pontos por real. Demais clientes ganham 3 pontos por real. | 3",
                "Livelo paga 8 pontos por real na Renner | Assinantes do Clube ganham 8 pontos por real na Livelo. | ",
                "Livelo paga 8 pontos por real na Renner | Na Livelo, livros rendem 2 pontos por real. | ",
                "LATAM Pass: até 12 pontos por real na Magalu | Assinantes do Clube LATAM Pass ganham 12 pontos a cada R$ 1 e os demais clientes, 6 pontos a cada R$ 1. | 6",
                "LATAM Pass: até 12 pontos por real na Magalu | São 6 pontos por real para todos os clientes, 12 pontos por real para o Clube LATAM Pass. | 6",
                "Esfera: até 7 pontos por real no Ponto | Na Esfera, 5 pontos por real nas demais categorias. | ",
            })
    void readsTheRateOfEveryone(String title, @Nullable String body, @Nullable String rate) {
        Promo promo = Read.only(PromoKind.EARN_MULTIPLIER, title, body);

        assertThat(Read.proven(
                        promo,
                        "rate_base",
                        Objects.requireNonNull(promo.earning()).rateBase()))
                .isEqualTo(rate);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Livelo: acumule até 10 pontos por real na Fast Shop | | Fast Shop",
                "Esfera: junte 5 pontos a cada real no Ponto | | Ponto",
                "Casas Bahia e Pontostore pagam até 11 pontos LATAM Pass por real | | Casas Bahia, Pontostore",
                "Até 10 pontos LATAM Pass por real na Polishop e no Pontofrio | | Polishop, Pontofrio",
                "Magazine Luiza com até 15 pontos Azul por real | | Magalu",
                "Livelo: 8 pontos por real em compras na Época Cosméticos e Extra | | Época Cosméticos, Extra",
                "Livelo: 8 pontos por real no iFood | | iFood",
                "Livelo: 8 pontos por real gasto na Casa do Saber | | Casa do Saber",
                "Livelo: até 10 pontos extras por real | Na Livelo, compre no Ponto e ganhe 10 pontos por real. | Ponto",
                "Livelo: 8 pontos por real em compras na Loja do Mecânico | | Loja do Mecânico",
                "Livelo: 8 pontos por real gasto na Loja | | ",
                "Livelo: 8 pontos extra por real | | ",
                "Livelo: 8 pontos por real na Black Friday | | ",
                "Livelo: 8 pontos por real no Dia das Mães | | ",
                "Ganhe 8 Pontos Por Real Na Compra Com Livelo | | ",
                "Livelo: 8 pontos por real em compras | | ",
                "Livelo: 8 pontos por real, exceto Amazon | | ",
            })
    void readsTheShops(String title, @Nullable String body, @Nullable String shops) {
        Promo promo = Read.only(PromoKind.EARN_MULTIPLIER, title, body);
        Earning earning = Objects.requireNonNull(promo.earning());
        String found = earning.shops().isEmpty() ? null : String.join(", ", earning.shops());

        assertThat(Read.proven(promo, "shops", found)).isEqualTo(shops);
    }
}
