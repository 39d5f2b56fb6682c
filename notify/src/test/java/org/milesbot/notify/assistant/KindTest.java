package org.milesbot.notify.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Kind CODES = new Kind.Several(new Kind.Words(3, "[A-Z]{3}"), 2);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[\"GRU\",\"VCP\"]|[GRU, VCP]",
                "[\" LIS \"]|[LIS]",
                "[]|none",
                "[\"GRU\",\"VCP\",\"SDU\"]|none",
                "[\"GRU\",\"x\"]|none",
                "[\"GRU\",null]|none",
                "\"GRU\"|none",
                "{\"0\":\"GRU\"}|none"
            })
    void takesAsManyAsItMay(String json, String values) throws Exception {
        assertThat(CODES.checked(JSON.readTree(json)).map(Object::toString).orElse("none"))
                .isEqualTo(values);
    }

    @Test
    void takesTrueAndFalseForAFlagAndNothingElse() throws Exception {
        assertThat(new Kind.Flag().checked(JSON.readTree("true"))).isEqualTo(Optional.of(true));
        assertThat(new Kind.Flag().checked(JSON.readTree("\"true\""))).isEmpty();
        assertThat(new Kind.Flag().checked(JSON.readTree("1"))).isEmpty();
    }

    @Test
    void saysItselfAsJsonSchema() {
        assertThat(CODES.schema().toString())
                .isEqualTo("{\"type\":\"array\",\"items\":{\"type\":\"string\",\"maxLength\":3,\"pattern\":"
                        + "\"^(?:[A-Z]{3})$\"},\"minItems\":1,\"maxItems\":2}");
        assertThat(new Kind.Choice(List.of("a", "b")).schema().toString())
                .isEqualTo("{\"type\":\"string\",\"enum\":[\"a\",\"b\"]}");
        assertThat(new Kind.Words(9).schema().toString()).isEqualTo("{\"type\":\"string\",\"maxLength\":9}");
        assertThat(new Kind.Flag().schema().toString()).isEqualTo("{\"type\":\"boolean\"}");
    }
}
