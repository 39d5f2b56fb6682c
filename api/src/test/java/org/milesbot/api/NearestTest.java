package org.milesbot.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> KNOWN = List.of("azul", "blogs", "bonuses_livelo", "bonuses_smiles", "channels");

    @ParameterizedTest
    @CsvSource({
        "bonuses_smile,bonuses_smiles",
        "bonus_smiles,bonuses_smiles",
        "bonuses-livelo,bonuses_livelo",
        "BLOGS,blogs",
        "blosg,blogs",
        "chanel,channels",
        "auzl,azul"
    })
    void findsWhatWasMeant(String written, String meant) {
        assertThat(Nearest.to(written, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"hotels", "x", "zzzz", "''"})
    void findsNothingFarAway(String written) {
        assertThat(Nearest.to(written, KNOWN)).isEmpty();
    }

    @Test
    void doesNoWorkForWhatIsNoName() {
        assertThat(Nearest.to("a".repeat(100_000), KNOWN)).isEmpty();
    }

    @Test
    void takesTheFirstOfEquallyNear() {
        assertThat(Nearest.to("ac", List.of("ab", "aa"))).contains("aa");
    }
}
