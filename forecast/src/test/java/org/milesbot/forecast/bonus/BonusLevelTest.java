package org.milesbot.forecast.bonus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.milesbot.forecast.model.Reference;

final class BonusLevelTest {

    @Test
    void equalsTheReference() {
        Reference.root().get("unit_bonus").forEach(BonusLevelTest::quantilesEqual);
        Reference.root().get("programmes").forEach(program -> {
            JsonNode bonus = program.get("bonus");
            quantilesEqual(bonus);
            assertThat(level(bonus).atLeast(80)).isCloseTo(bonus.get("p_ge_80").asDouble(), within(1e-12));
        });
    }

    private static BonusLevel level(JsonNode unit) {
        return BonusLevel.of(
                Arrays.stream(Reference.numbers(unit.get("history"))).boxed().toList());
    }

    private static void quantilesEqual(JsonNode unit) {
        for (int share : List.of(10, 25, 50, 75, 90)) {
            assertThat(level(unit).quantile(share / 100.0))
                    .isEqualTo(unit.get("q" + share).asDouble());
        }
    }

    @Test
    void refusesToForetellFromNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> BonusLevel.of(List.of()));
    }
}
