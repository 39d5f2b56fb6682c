package org.milesbot.cli.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
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

@TestInstance(Lifecycle.PER_CLASS)
class PastCommandTest {

    private static final long ANA = 1;

    private final Household house = new Household();
    private final Scene scene = Scene.in(house);

    @BeforeEach
    void clear() {
        house.clear();
        house.person(ANA, "programs = '{smiles}'");
    }

    @AfterAll
    void close() {
        scene.close();
        house.close();
    }

    private void campaigns(int many) {
        for (int i = 0; i < many; i++) {
            LocalDate start = LocalDate.of(2026, 11, 1).minusDays(21L * i);
            String giver = i % 2 == 0 ? "livelo" : "esfera";
            int percent = 60 + 10 * (i % 4);
            house.told(start.toString(), giver + " " + percent + "/60 " + start + ".." + start.plusDays(4));
        }
    }

    /** The words; a picture may come after them. */
    private Delivery first(String text) {
        return scene.says(ANA, text).get(0);
    }

    @Test
    void sendsAPictureOfThePast() throws Exception {
        campaigns(5);

        List<Delivery> got = scene.says(ANA, "/history smiles");

        assertThat(got).hasSize(2);
        byte[] png = got.get(1).file("photo");
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(picture.getWidth()).isEqualTo(1_080);
        assertThat(png.length).isLessThan(150 * 1_024);
        assertThat(got.get(1).seen()).contains("últimos dois anos");
    }

    @Test
    void listsTheCampaignsOfAYearNewestFirst() {
        house.told("2025-10-01", "livelo 300/300 2025-10-01..2025-10-05");
        campaigns(5);

        String seen = first("/history smiles").seen();

        assertThat(seen)
                .contains("Smiles: bônus dos últimos 12 meses", "5 bônus, cerca de um a cada 73 dias")
                .contains("Em geral 70% (de 60% a 90%); o mais alto em 08/2026")
                .contains("01/11 a 05/11: 60% (Livelo)", "11/10 a 15/10: até 70% (Esfera)")
                .doesNotContain("300%");
        assertThat(seen.indexOf("01/11")).isLessThan(seen.indexOf("11/10"));
    }

    @Test
    void narrowsByWhereThePointsComeFrom() {
        campaigns(5);

        assertThat(first("/historico smiles esfera").seen())
                .contains("Esfera → Smiles", "2 bônus")
                .doesNotContain("Livelo");
    }

    @Test
    void turnsPagesInTheSameMessage() {
        campaigns(16);
        Delivery first = first("/history smiles");

        assertThat(first.seen()).contains("Página 1 de 2");
        Delivery second = scene.presses(ANA, first, "history:2/smiles");
        assertThat(second.messageId()).isEqualTo(first.messageId());
        assertThat(second.seen()).contains("Página 2 de 2", "/2025");
        assertThat(second.labels()).containsExactly("‹ Mais novos", "🔮 Previsão");
    }

    @Test
    void asksForTheProgrammeAndTakesATypedName() {
        campaigns(1);
        Delivery question = first("/history");

        assertThat(question.labels()).containsExactly("Smiles");
        assertThat(first("smiles").seen()).contains("Um bônus só", "Sempre 60%");
        assertThat(scene.presses(ANA, question, "history:smiles").seen()).contains("Um bônus só");
    }

    @Test
    void saysThatNoneIsKnown() {
        assertThat(first("/history iberia").seen()).contains("Nenhum bônus conhecido");
    }

    @Test
    void refusesWhatIsNoProgrammeWithAnExample() {
        assertThat(first("/history smilez").seen()).contains("“smiles”", "/history smiles");
        assertThat(first("/history smiles livelo azul").seen()).contains("/history smiles livelo");
        assertThat(first("/history <i>😀" + "z".repeat(3_900)).seen()).contains("/history smiles");
    }

    @Test
    void speaksEnglish() {
        campaigns(2);

        assertThat(scene.happens(7, Sayings.speaking(Sayings.text(7, "/history smiles"), "en")))
                .first()
                .satisfies(message -> assertThat(message.seen())
                        .contains("bonuses of the last 12 months", "1 Nov to 5 Nov: 60% (Livelo)"));
    }
}
