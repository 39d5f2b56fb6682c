package org.milesbot.cli.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.cli.output.ProgramNames;
import org.milesbot.store.search.Reading;
import org.milesbot.store.search.SearchFilter;
import org.milesbot.store.search.SearchQuery;

class TypedSearchTest {

    private final TypedSearch typed = new TypedSearch(ProgramNames.known());

    /** Such as {@code livelo>smiles 100 transfer_bonus 2025 "rest"}; readings with {@code |} between, in order. */
    private static String shown(List<Reading> readings) {
        return readings.stream().map(TypedSearchTest::shown).sorted().collect(Collectors.joining(" | "));
    }

    private static String shown(Reading reading) {
        return Stream.of(
                        joined(reading.origins()) + ">" + joined(reading.programs()),
                        reading.percent() == null ? "" : reading.percent() + "%",
                        joined(reading.kinds()),
                        reading.year() == null ? "" : reading.year().toString(),
                        reading.rest().isEmpty() ? "" : '"' + reading.rest() + '"')
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String joined(Set<?> values) {
        return String.join(",", values.stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "smiles livelo 100; livelo>smiles 100%",
                "livelo smiles 100%; livelo>smiles 100%",
                "Livelo Smiles; livelo>smiles",
                "SMILES; >smiles",
                "smilis; >smiles",
                "smile; >smiles",
                "livelo; >livelo | livelo>",
                "livello; >livelo | livelo>",
                "liveio smiles; livelo>smiles",
                "itaú; itau>",
                "itau latam; itau>latam_pass",
                "latam itaú; itau>latam_pass",
                "latam pass; >latam_pass",
                "latampass 80; >latam_pass 80%",
                "tudo azul; >azul",
                "tudoazul esfera; esfera>azul",
                "azul fidelidade c6; c6>azul",
                "c6 bank azul; c6>azul",
                "banco do brasil smiles; bb>smiles",
                "bb livelo; bb>livelo",
                "banco do brasil para livelo; bb>livelo",
                "livelo esfera; esfera>livelo | livelo>esfera",
                "livelo para esfera; livelo>esfera",
                "da esfera para a livelo; esfera>livelo",
                "esfera -> livelo; esfera>livelo",
                "esfera → smiles; esfera>smiles",
                "smiles accor; accor>smiles | smiles>accor",
                "de accor para smiles; accor>smiles",
                "transferência livelo smiles; livelo>smiles transfer_bonus",
                "clube smiles; >smiles club",
                "clube livelo 50% 2025; >livelo 50% club 2025 | livelo> 50% club 2025",
                "comprar milhas smiles; >smiles points_purchase",
                "compra de pontos latam com desconto; >latam_pass points_purchase",
                "passagem lisboa smiles; >smiles award_fare \"lisboa\"",
                "voos para miami azul; >azul award_fare \"miami\"",
                "smiles 2024; >smiles 2024",
                "smiles novembro 2024; >smiles 2024 \"novembro\"",
                "bônus de 82,5% na azul; >azul 82.5%",
                "até 100% de bônus; > 100%",
                "100; > 100%",
                "promoção da azul; >azul",
                "smiles 10 mil milhas; >smiles \"10 mil\"",
                "smiles 1000; >smiles \"1000\"",
                "itaú c6 smiles; c6,itau>smiles",
                "itau bradesco; bradesco,itau>",
                "melhor bônus livelo smiles hoje; livelo>smiles",
                "nubank smiles diamante; nubank>smiles \"diamante\"",
                "Caixa para Azul 90 %; caixa>azul 90%",
                "membership rewards tap; amex>tap",
                "american airlines; >aadvantage",
                "gol livelo; livelo>smiles",
                "km de vantagens multiplus; km_de_vantagens>multiplus",
                "acúmulo livelo magalu; >livelo earn_multiplier \"magalu\" | livelo> earn_multiplier \"magalu\"",
            })
    void understandsWhatIsMeant(String text, String meant) {
        assertThat(shown(typed.readings(text))).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "bônus", "de para", "':*&|!", "diamante", "magalu novembro", "\u0000", "\uD800"})
    void understandsNothingWhereNothingIsNamed(String text) {
        assertThat(typed.readings(text)).isEmpty();
    }

    @Test
    void readsNoFurtherThanIsSearched() {
        assertThat(typed.readings("x ".repeat(5_000) + "smiles")).isEmpty();
        assertThat(typed.readings("smiles " + "'&:*".repeat(2_500))).hasSize(1);
    }

    @Test
    void handsOverWhatWasTypedAndChosen() {
        SearchQuery query = typed.query("smiles diamante", SearchFilter.ALL, null, 7);

        assertThat(query.text()).isEqualTo("smiles diamante");
        assertThat(query.readings()).hasSize(1);
        assertThat(query.only()).isEqualTo(SearchFilter.ALL);
        assertThat(query.limit()).isEqualTo(7);
    }
}
