package org.milesbot.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " { } \n",
                "{\"a\":1}",
                "{\"a\" : [ ] , \"b\":[1, -0.5e+3,true,false,null,\"ç\\u00e7\\n\\\"\",{\"c\":{}}]}",
                "{\"a\":0}"
            })
    void knowsAnObject(String text) {
        assertThat(JsonText.isObject(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "1",
                "{",
                "{}}",
                "{} {}",
                "{a:1}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":[1,]}",
                "{\"a\":01}",
                "{\"a\":1.}",
                "{\"a\":NaN}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u00g0\"}",
                "{\"a\":\"\\",
                "{\"a\":\"b}",
                "{'a':1}"
            })
    void knowsWhatIsNone(String text) {
        assertThat(JsonText.isObject(text)).isFalse();
    }

    @Test
    void takesLongTextsAndNoDeepOnes() {
        String letters = "\\n".repeat(200_000);

        assertThat(JsonText.isObject("{\"a\":\"" + letters + "\"}")).isTrue();
        assertThat(JsonText.isObject("{\"a\":" + "[".repeat(90) + "]".repeat(90) + "}"))
                .isTrue();
        assertThat(JsonText.isObject("{\"a\":" + "[".repeat(100_000))).isFalse();
    }
}
