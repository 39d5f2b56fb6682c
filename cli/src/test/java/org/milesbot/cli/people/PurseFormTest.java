package org.milesbot.cli.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PurseFormTest {

    private final PurseForm form =
            new PurseForm(new UserSettingsForm(Set.of("livelo", "smiles"), Set.of(), Clock.systemUTC()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "livelo=60000,smiles=12000",
                "livelo=60,000,smiles=12k",
                "Livelo = 60.000 ; smiles=12 mil",
                "smiles=12000,livelo=60k,"
            })
    void readsWhatSomebodyHolds(String words) {
        assertThat(form.points("--holding", words)).isEqualTo(Map.of("livelo", 60_000L, "smiles", 12_000L));
    }

    @Test
    void readsThatSomebodyHoldsNothing() {
        assertThat(form.points("--holding", "smiles=0")).isEqualTo(Map.of("smiles", 0L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"livelo=35,smiles=16.5", "livelo=R$ 35,00,smiles=R$16,5"})
    void readsWhatAThousandPointsAreWorth(String words) {
        Map<String, BigDecimal> reais = form.reais("--worth", words);

        assertThat(reais.get("livelo")).isEqualByComparingTo("35");
        assertThat(reais.get("smiles")).isEqualByComparingTo("16.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "60000", "livelo", "livelo=", "livelo=-1", "livelo=x", "livelo=1,livelo=2", "=5"})
    void saysWhatIsWrong(String words) {
        assertThatThrownBy(() -> form.points("--holding", words))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("--holding");
    }

    @Test
    void namesTheNearestProgramme() {
        assertThatThrownBy(() -> form.points("--holding", "livello=5")).hasMessageContaining("did you mean livelo?");
    }

    @Property(tries = 200)
    void neverFailsButWithASentence(@ForAll String words) {
        try {
            assertThat(form.points("--holding", words)).isNotEmpty();
        } catch (WrongSetting e) {
            assertThat(e.text().in(Locale.ROOT)).isNotBlank();
        }
    }
}
