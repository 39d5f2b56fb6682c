package org.milesbot.cli.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.milesbot.cli.bot.Scene;
import org.milesbot.notify.testing.Delivery;
import org.milesbot.notify.testing.Sayings;
import org.milesbot.store.alert.Household;

@TestInstance(Lifecycle.PER_CLASS)
class RouteCommandsTest {

    private final Household house = new Household();
    private final Scene scene = Scene.in(house);
    private long ana = 1;

    @AfterEach
    void clear() {
        house.clear();
        ana++;
    }

    @AfterAll
    void close() {
        scene.close();
        house.close();
    }

    private List<String> routes() {
        return house.rows("""
                select array_to_string(origins, ',') || ' ' || array_to_string(dests, ',')
                from user_route
                order by id
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GRU LIS 2027-03 executiva ate 90k               | GRU → LIS · mar/2027 · executiva · até 90.000 milhas",
                "GRU,VCP Lisboa março a maio                     | GRU ou VCP → LIS · mar/2027 a mai/2027",
                "São Paulo para Europa com até 80 mil milhas     | SAO → Europa · até 80.000 milhas",
                "GRU JFK                                         | GRU → JFK",
            })
    void takesARouteInOneLine(String words, String said) {
        Delivery added = scene.asks(ana, "/addroute " + words);

        assertThat(added.seen()).startsWith("✅ Estou de olho: " + said + ".");
        assertThat(added.labels()).containsExactly("➕ Outra rota", "🧭 Minhas rotas (1)");
        assertThat(scene.asks(ana, "/addroute " + words).seen()).contains("Essa eu já vigio");
        assertThat(routes()).hasSize(1);
        assertThat(scene.presses(ana, added, "addroute:").seen()).contains("De onde você sai?");
    }

    @Test
    void asksStepByStepAcrossARestart() {
        Delivery asked = scene.asks(ana, "/addroute");
        assertThat(asked.seen()).contains("De onde você sai?");
        assertThat(scene.asks(ana, "São Paulo ou Campinas").seen()).contains("🧭 SAO,VCP → …", "Para onde vai?");

        scene.restartAt(Scene.NOON.plusSeconds(3_600));

        assertThat(scene.asks(ana, "Lisbao").seen()).startsWith("⚠️").contains("você quis dizer lisboa?");
        Delivery when = scene.asks(ana, "Lisboa");
        assertThat(when.seen()).contains("🧭 SAO,VCP → LIS", "Quando?");
        assertThat(when.labels()).contains("nov/2026", "jul/2027", "Tanto faz ➡️");
        assertThat(scene.presses(ana, when, "addroute:when 2027-03").seen()).contains("Em que classe?");
        assertThat(scene.presses(ana, when, "addroute:cabin -").seen()).contains("Até quantas milhas?");
        assertThat(scene.presses(ana, when, "addroute:miles 90000").seen())
                .contains("Estou de olho: SAO ou VCP → LIS · mar/2027 · até 90.000 milhas.");
        assertThat(routes()).containsExactly("SAO,VCP LIS");
        scene.restartAt(Scene.NOON);
    }

    @Test
    void goesByButtonsAlone() {
        Delivery asked = scene.asks(ana, "/addroute");
        for (String data : List.of("from GRU", "to LIS", "when -", "cabin -", "miles -")) {
            scene.presses(ana, asked, "addroute:" + data);
        }

        assertThat(scene.telegram().shown(asked.messageId()).seen()).contains("Estou de olho: GRU → LIS.");
        assertThat(scene.telegram().deliveries(ana)).hasSize(1);
    }

    @Test
    void asksOnlyForWhatIsMissing() {
        assertThat(scene.asks(ana, "/addroute GRU março").seen()).contains("🧭 GRU → …", "Para onde vai?");
        assertThat(scene.asks(ana, "Europa executiva até 100k").seen()).contains("Estou de olho: GRU → Europa");
    }

    @Test
    void beginsAnewWhenAnOldButtonIsPressed() {
        Delivery asked = scene.asks(ana, "/addroute");
        scene.presses(ana, asked, "addroute:from GRU");
        scene.asks(ana, "/routes");

        assertThat(scene.presses(ana, asked, "addroute:to LIS").seen()).contains("De onde você sai?");
        assertThat(routes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GRU LIS MAD           | o certo é GRU,LIS MAD ou GRU LIS,MAD",
                "GRU Lisbao março      | você quis dizer GRU lisboa marco?",
                "GRU LIS 2026-03       | já passou",
                "GRU LIS 0             | um número de milhas acima de 0",
                "GRU <b>               | GRU LIS 2027-03",
                "GRU LIS 😀            | GRU LIS 2027-03",
            })
    void answersAWrongOneWithTheNearestRightOne(String words, String sentence) {
        assertThat(scene.asks(ana, "/addroute " + words).seen())
                .startsWith("⚠️")
                .contains(sentence);
        assertThat(routes()).isEmpty();
    }

    @Test
    void survivesLongWords() {
        assertThat(scene.asks(ana, "/addroute " + "GRU ".repeat(950)).seen()).startsWith("⚠️");
    }

    @Test
    void takesARouteAwayWhenThatIsConfirmed() {
        scene.asks(ana, "/addroute GRU LIS");
        scene.asks(ana, "/addroute GRU JFK");
        Delivery list = scene.asks(ana, "/routes");
        assertThat(list.seen()).contains("As 2 rotas", "1. GRU → LIS", "2. GRU → JFK");
        assertThat(list.labels()).containsExactly("🗑️ 1", "🗑️ 2", "➕ Nova rota");

        Delivery question = scene.asks(ana, "/delroute 1");
        assertThat(question.seen()).isEqualTo("🗑️ Deixo de vigiar GRU → LIS?");
        assertThat(routes()).hasSize(2);
        scene.press(ana, question, "ok:");

        assertThat(routes()).containsExactly("GRU JFK");
        assertThat(scene.telegram().shown(question.messageId()).seen()).contains("Não vigio mais GRU → LIS");
        Delivery pressed = scene.presses(ana, list, list.buttons().get(1));
        assertThat(pressed.seen()).contains("Deixo de vigiar GRU → JFK?");
        scene.press(ana, pressed, "no:");
        assertThat(routes()).containsExactly("GRU JFK");
    }

    @Test
    void saysWhichRoutesThereAre() {
        assertThat(scene.asks(ana, "/routes").seen()).contains("Ainda não vigio nenhuma rota");
        assertThat(scene.asks(ana, "/delroute 3").seen()).contains("Ainda não vigio nenhuma rota");
        scene.asks(ana, "/addroute GRU LIS");

        assertThat(scene.asks(ana, "/delroute 3").seen()).startsWith("⚠️").contains("de 1 a 1");
        assertThat(scene.asks(ana, "/delroute <b>").seen()).startsWith("⚠️").contains("\"<b>\"");
        assertThat(scene.asks(ana, "/delroute").seen()).contains("1. GRU → LIS");
        assertThat(routes()).hasSize(1);
    }

    @Test
    void takesNoMoreThanFifty() {
        scene.asks(ana, "/routes");
        house.run("""
                insert into user_route (user_id, origins, dests, max_miles)
                select app_user.id, '{GRU}', '{LIS}', n from app_user, generate_series(1, 50) n
                """);

        assertThat(scene.asks(ana, "/addroute GRU JFK").seen()).startsWith("⚠️").contains("50");
        assertThat(scene.asks(ana, "/routes").seen()).contains("50. GRU → LIS");
    }

    @Test
    void speaksEnglish() {
        assertThat(scene.happens(
                        ana,
                        Sayings.speaking(Sayings.text(ana, "/addroute GRU to Lisbon March 2027 business 90k"), "en")))
                .singleElement()
                .satisfies(answer -> assertThat(answer.seen())
                        .contains("I am watching: GRU → LIS · Mar 2027 · business · up to 90,000 miles."));
    }
}
