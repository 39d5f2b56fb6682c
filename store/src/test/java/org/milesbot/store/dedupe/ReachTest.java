package org.milesbot.store.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.milesbot.api.source.Sighting;

class ReachTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final List<String> ORIGINS =
            List.of("*", "?", "livelo", "esfera", "livelo,esfera", "itau", "*,livelo", "bb,bradesco,c6");
    private static final List<String> TITLES = List.of("Bônus", "Prorrogado!", "Último dia");

    @Test
    void neverKeepsApartWhatIsAlike() {
        Random random = new Random(7);
        List<Told> told = IntStream.range(0, 1_500)
                .mapToObj(number -> Told.of(List.of(Witness.of(number, any(random)))))
                .toList();
        long alike = 0;
        for (int i = 0; i < told.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (Comparison.of(told.get(i), told.get(j)).isEnough()) {
                    alike++;
                    assertThat(told.get(i).reach().meets(told.get(j).reach()))
                            .as("%s and %s", told.get(i), told.get(j))
                            .isTrue();
                }
            }
        }
        assertThat(alike).isGreaterThan(1_000);
    }

    private static Sighting any(Random random) {
        LocalDate told = DAY.plusDays(random.nextInt(120));
        LocalDate start = told.plusDays(random.nextInt(20) - 8);
        String from = random.nextInt(3) == 0 ? start.toString() : "";
        String to = random.nextInt(3) > 0 ? start.plusDays(random.nextInt(30)).toString() : "";
        String offer = "%s %d %s..%s"
                .formatted(ORIGINS.get(random.nextInt(ORIGINS.size())), 10 * (1 + random.nextInt(3)), from, to);
        return Offers.told("blog:passageiro", told.toString(), offer, TITLES.get(random.nextInt(TITLES.size())));
    }
}
