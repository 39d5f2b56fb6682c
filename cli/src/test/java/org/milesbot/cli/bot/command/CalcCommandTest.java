package org.milesbot.cli.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.promo.Audience;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.promo.Tier;
import org.milesbot.api.promo.Window;
import org.milesbot.cli.bot.Scene;
import org.milesbot.notify.testing.Delivery;
import org.milesbot.notify.testing.Sayings;
import org.milesbot.store.alert.Household;
import org.milesbot.store.forecast.Forecasts;
import org.milesbot.store.forecast.StoredForecast.Outlook;

@TestInstance(Lifecycle.PER_CLASS)
class CalcCommandTest {

    private static final long ANA = 1;
    private static final long MEMBER = 2;

    private final Household house = new Household();
    private final Scene scene = Scene.in(house);

    @BeforeEach
    void clear() {
        house.clear();
        house.person(ANA, "");
        house.person(MEMBER, "tiers = '{smiles:club}'");
    }

    @AfterAll
    void close() {
        scene.close();
        house.close();
    }

    private void open(@Nullable Long least, @Nullable Long cap) {
        house.told(
                "2026-11-20",
                Promo.builder(PromoKind.TRANSFER_BONUS, new ProgramId("smiles"))
                        .origins(List.of(new OriginId("livelo")))
                        .bonus(new Bonus(
                                Percent.of(80),
                                Percent.of(60),
                                List.of(new Tier(Audience.CLUB, "Clube Smiles", Percent.of(80))),
                                least,
                                cap))
                        .window(new Window(null, Moment.of(LocalDate.of(2026, 11, 30))))
                        .build());
    }

    private void foretold() {
        new Forecasts(house.database())
                .save(List.of(
                        Foretold.of("smiles", 0.3, 0.62),
                        Foretold.of("smiles", "livelo", 0.2, 0.5, new Outlook(null, null, null, null)),
                        Foretold.of("azul", "livelo", 0.2, 0.5, new Outlook(null, null, null, null))));
    }

    @Test
    void reckonsWithTheAskersTier() {
        open(null, null);
        foretold();

        assertThat(scene.asks(MEMBER, "/calc 50000 livelo smiles").seen())
                .contains("50.000 pontos: Livelo → Smiles", "Agora: 90.000 milhas", "80% para você (Clube Smiles)")
                .contains("Até seg., 30/11", "em 30 dias: 50% de chance de um bônus de 80% (70–100%)")
                .contains("em média, 70.000 milhas", "o bônus mais alto em Livelo → Smiles")
                .contains("transferir agora rende mais");
        assertThat(scene.asks(ANA, "/calc 50000 livelo smiles").seen())
                .contains("Agora: 80.000 milhas", "60% para você")
                .contains("em 30 dias: 50% de chance de um bônus de 40% (30–50%); em média, 60.000 milhas")
                .contains("o bônus que qualquer um recebe");
    }

    @Test
    void comparesWithTheProgrammeWhereTheRouteHasNoHistory() {
        foretold();

        assertThat(scene.asks(ANA, "/calc 10.000 esfera smiles").seen())
                .contains("Agora: 10.000 milhas", "Sem bônus aberto", "Smiles, de qualquer origem")
                .contains("62% de chance", "o pior caso é transferir sem bônus");
    }

    @Test
    void respectsTheCapAndTheLeast() {
        open(10_000L, 20_000L);

        assertThat(scene.asks(ANA, "/calc 50k livelo smiles").seen())
                .contains("Agora: 70.000 milhas", "para em 20.000 pontos", "Ainda não há previsão");
        assertThat(scene.asks(ANA, "/calc 5 mil livelo smiles").seen())
                .contains("Agora: 5.000 milhas", "mínimo para participar é de 10.000 pontos");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "50.000 livelo smiles|50.000",
                "50k livelo smiles|50.000",
                "50 mil pontos da Livelo para a Smiles|50.000",
                "1,5 mi livelo > smiles|1.500.000",
                "livelo → smiles 2.5k|2.500",
                "LIVELO SMILES 1.234.567|1.234.567"
            })
    void readsAmountsAsPeopleWriteThem(String words, String points) {
        assertThat(scene.asks(ANA, "/calc " + words).seen()).contains(points + " pontos: Livelo → Smiles");
    }

    @Test
    void asksForWhatIsMissingWithButtons() {
        foretold();
        house.run("update user_config set programs = '{latam_pass}', origins = '{itau}'");
        Delivery origin = scene.asks(ANA, "/calc");

        assertThat(origin.seen()).contains("De onde saem os pontos");
        assertThat(origin.labels()).startsWith("Itaú", "Livelo");
        Delivery program = scene.presses(ANA, origin, "calc:livelo >");
        assertThat(program.messageId()).isEqualTo(origin.messageId());
        assertThat(program.labels()).containsExactly("LATAM Pass", "Azul Fidelidade", "Smiles");
        Delivery points = scene.presses(ANA, program, "calc:livelo > smiles");
        assertThat(points.labels()).containsExactly("10.000", "20.000", "50.000", "100.000");
        assertThat(scene.presses(ANA, points, "calc:20000 ").seen()).contains("20.000 pontos: Livelo → Smiles");
    }

    @Test
    void takesTypedAnswersAfterARestart() {
        foretold();
        scene.asks(ANA, "/calc smiles");
        scene.asks(ANA, "livelo");
        scene.restartAt(Scene.NOON.plusSeconds(60));

        assertThat(scene.asks(ANA, "30 mil").seen()).contains("30.000 pontos: Livelo → Smiles");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "50000 livelu smiles",
                "50000 livelo livelo",
                "0 livelo smiles",
                "50,5 livelo smiles",
                "999999999 livelo smiles",
                "50000 livelo smiles azul",
                "<b>x</b> livelo smiles",
                "50000 😀😀😀😀"
            })
    void refusesWhatItCannotReckonWithAnExample(String words) {
        assertThat(scene.asks(ANA, "/calc " + words).seen()).startsWith("⚠️").contains("/calc 50000 livelo smiles");
    }

    @Test
    void speaksEnglish() {
        open(null, null);
        foretold();

        assertThat(scene.happens(7, Sayings.speaking(Sayings.text(7, "/calc 50,000 livelo smiles"), "en")))
                .singleElement()
                .satisfies(message -> assertThat(message.seen())
                        .contains("50,000 points: Livelo → Smiles", "Now: 80,000 miles", "within 90 days"));
    }
}
