package org.milesbot.cli.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.milesbot.cli.bot.Scene;
import org.milesbot.notify.testing.Delivery;
import org.milesbot.notify.testing.Sayings;
import org.milesbot.store.alert.Household;
import org.milesbot.store.forecast.Forecasts;
import org.milesbot.store.forecast.StoredForecast.Outlook;

@TestInstance(Lifecycle.PER_CLASS)
class ChancesCommandTest {

    private static final long ANA = 1;
    private static final int COLUMNS = 32;

    private final Household house = new Household();
    private final Scene scene = Scene.in(house);

    @BeforeEach
    void clear() {
        house.clear();
        house.person(ANA, "");
    }

    @AfterAll
    void close() {
        scene.close();
        house.close();
    }

    private void foretold() {
        new Forecasts(house.database())
                .save(List.of(
                        Foretold.of("smiles", 0.34, 0.62),
                        Foretold.of("smiles", "livelo", 0.2, 0.5, new Outlook(null, null, null, null)),
                        Foretold.of("azul", null, 0.1, 0.4, new Outlook(null, null, Foretold.DAY.plusDays(3), null)),
                        Foretold.of("flyingblue", 0.004, 0.1)));
    }

    /** The words; a picture may come after them. */
    private Delivery first(String text) {
        return scene.says(ANA, text).get(0);
    }

    @Test
    void sendsAPictureOfTheChances() throws Exception {
        foretold();

        List<Delivery> got = scene.says(ANA, "/forecast");

        assertThat(got).hasSize(2);
        byte[] png = got.get(1).file("photo");
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(picture.getWidth()).isEqualTo(1_080);
        assertThat(png.length).isLessThan(150 * 1_024);
        assertThat(got.get(1).seen()).contains("30 e em 7 dias");
    }

    @Test
    void showsATableThatFitsAPhone() {
        foretold();

        Delivery table = first("/previsao");

        assertThat(table.seen())
                .contains("7 d", "30 d", "bônus")
                .containsPattern("Smiles +34% +62% +70–100%")
                .containsPattern("Azul Fidel… +✓ +✓ ")
                .containsPattern("Flying Blue +<1% +10%")
                .contains("✓ já anunciado", "Smiles: próximo 24/11–08/12; último há 7 d");
        assertThat(table.html()).contains("<pre>");
        assertThat(table.seen().lines().filter(line -> line.contains("%") || line.contains("30 d")))
                .allMatch(line -> line.length() <= COLUMNS);
    }

    @Test
    void showsWhatIsFollowedFirstOfAll() {
        foretold();
        house.run("update user_config set programs = '{smiles}'");

        assertThat(first("/forecast").seen()).contains("Smiles").doesNotContain("Azul");
        assertThat(first("/forecast azul smiles").seen()).contains("Smiles", "Azul");
    }

    @Test
    void opensOneProgrammeAndGoesBackInTheSameMessage() {
        foretold();
        Delivery all = first("/forecast");

        Delivery smiles = scene.presses(ANA, all, "forecast:smiles");

        assertThat(smiles.messageId()).isEqualTo(all.messageId());
        assertThat(smiles.seen())
                .contains("Smiles: chance de começar um bônus", "• nos últimos 12 meses abriu bônus a cada ~17 dias")
                .contains("• costuma dar 70–100%, tipicamente 80%", "próxima janela provável: 24/11–08/12")
                .containsPattern("Livelo +20% +50%");
        assertThat(smiles.buttons()).containsExactly("forecast", "history:smiles");
        assertThat(scene.presses(ANA, smiles, "forecast").seen()).isEqualTo(all.seen());
    }

    @Test
    void saysWhenAForecastIsOld() {
        foretold();
        scene.restartAt(Scene.NOON.plusSeconds(5 * 86_400));

        assertThat(first("/forecast smiles").seen()).contains("o que se sabia em 20/11");
        scene.restartAt(Scene.NOON);
    }

    @Test
    void saysThatThereIsNone() {
        assertThat(first("/forecast").seen()).contains("Ainda não há previsão", "/promos");
        foretold();
        assertThat(first("/forecast iberia").seen()).contains("não há previsão para Iberia Club");
    }

    @Test
    void refusesWhatIsNoProgrammeWithAnExample() {
        assertThat(first("/forecast smilez").seen()).contains("“smiles”", "/forecast smiles");
        assertThat(first("/forecast <b>😀</b>" + "y".repeat(3_900)).seen()).contains("/forecast smiles");
    }

    @Test
    void speaksEnglish() {
        foretold();

        assertThat(scene.happens(7, Sayings.speaking(Sayings.text(7, "/forecast"), "en")))
                .first()
                .satisfies(message -> assertThat(message.seen()).contains("The chance that a bonus begins"));
    }
}
