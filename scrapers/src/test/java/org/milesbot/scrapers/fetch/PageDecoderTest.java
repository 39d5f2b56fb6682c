package org.milesbot.scrapers.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.source.Body;

class PageDecoderTest {

    private static final String WORDS = "Promoção: até 100% de bônus – só hoje! “Não perca”";
    private static final URI ADDRESS = URI.create("https://example.org/");

    private static String decode(@Nullable String contentType, byte[] bytes) {
        return PageDecoder.decode(ADDRESS, ADDRESS, Instant.EPOCH, contentType, Body.of(bytes))
                .text();
    }

    private static byte[] in(String charset, String text) {
        return text.getBytes(Charset.forName(charset));
    }

    private static String twice(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"));
    }

    @ParameterizedTest
    @CsvSource({
        "text/html; charset=utf-8, UTF-8",
        "text/html; charset=\"UTF-8\", UTF-8",
        "text/html; charset=utf8, UTF-8",
        "text/html; charset=windows-1252, windows-1252",
        "text/html; charset=ISO-8859-1, windows-1252",
        "text/html; charset=utf-16le, UTF-16LE",
        "text/html; charset=nonsense, UTF-8",
        "text/html; charset=nonsense, windows-1252",
        "text/html, UTF-8",
        ", UTF-8",
        ", windows-1252"
    })
    void believesTheHeaderOrGuesses(@Nullable String contentType, String charset) {
        assertThat(decode(contentType, in(charset, WORDS))).isEqualTo(WORDS);
    }

    @ParameterizedTest
    @CsvSource({
        "text/html; charset=ISO-8859-1, UTF-8",
        "text/html; charset=us-ascii, UTF-8",
        "text/html; charset=utf-8, windows-1252",
        "text/html; charset=utf-16, UTF-8",
        "text/html; charset=utf-16, windows-1252"
    })
    void mendsAWrongHeader(String contentType, String charset) {
        assertThat(decode(contentType, in(charset, WORDS))).isEqualTo(WORDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?><a>€ ação</a>",
                "<html><head><meta charset=iso-8859-15><title>€ ação</title>",
                "<html><META http-equiv='Content-Type' content='text/html; charset=ISO-8859-15'>€ ação"
            })
    void believesWhatTheDocumentSaysOfItself(String document) {
        assertThat(decode("text/html", in("ISO-8859-15", document))).isEqualTo(document);
    }

    @Test
    void believesAByteOrderMarkMost() {
        String type = "text/html; charset=windows-1252";
        assertThat(decode(type, in("UTF-8", "\ufeff" + WORDS))).isEqualTo(WORDS);
        assertThat(decode(type, in("UTF-16LE", "\ufeff" + WORDS))).isEqualTo(WORDS);
        assertThat(decode(type, in("UTF-16BE", "\ufeff" + WORDS))).isEqualTo(WORDS);
    }

    @Test
    void keepsEveryLetterOfAPageInTwoCharsets() {
        byte[] first = in("UTF-8", WORDS);
        byte[] second = in("windows-1252", "Começa já");
        byte[] page = new byte[first.length + second.length];
        System.arraycopy(first, 0, page, 0, first.length);
        System.arraycopy(second, 0, page, first.length, second.length);
        assertThat(decode("text/html; charset=utf-8", page)).isEqualTo(WORDS + "Começa já");
    }

    @Test
    void readsAnEastAsianPageAsDeclared() {
        assertThat(decode("text/html; charset=shift_jis", in("Shift_JIS", "日本語のページ")))
                .isEqualTo("日本語のページ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "promoção",
                "Transferência bonificada – até 120% de bônus",
                "R$ 35,00 por 1.000 milhas · não perca… “só hoje” é",
                "você já é do Clube? 🎉✈️",
                "PROMOÇÃO RELÂMPAGO",
                "15ª edição, 2º lote, 30 °C",
                "MÊS DO CONSUMIDOR: ATÉ À MEIA-NOITE, SÓ ESTA SEMANA, É JÁ, PORTÃO"
            })
    void mendsTextThatWasEncodedTwice(String text) {
        // The bytes that windows-1252 leaves out were kept as controls by whoever broke the text.
        StringBuilder broken = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            String one = new String(new byte[] {each}, Charset.forName("windows-1252"));
            broken.append(one.equals("\ufffd") ? String.valueOf((char) (each & 0xff)) : one);
        }
        assertThat(decode(null, in("UTF-8", broken.toString()))).isEqualTo(text);
    }

    @Test
    void mendsTextThatWasEncodedThrice() {
        assertThat(decode(null, in("UTF-8", twice(twice("ação"))))).isEqualTo("ação");
    }

    @Test
    void mendsTheBrokenPartOfAPage() {
        assertThat(decode(null, in("UTF-8", "Promoção: " + twice("até amanhã – não perca"))))
                .isEqualTo("Promoção: até amanhã – não perca");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“SÓ ATÉ AMANHÔ",
                "«MANHû e «IRMû",
                "AMANHÖ VAI… AVÉ “VOCʔ",
                "MAÇÙ e CAFÉ»",
                "AMANHÃ\u00a0às 10h",
                "promoção “AMANHÔ é já",
                "Ãngela e Âmbar",
                "größe, naïve, ÅÄÖ"
            })
    void leavesHealthyTextAlone(String text) {
        assertThat(decode("text/html; charset=utf-8", in("UTF-8", text))).isEqualTo(text);
    }

    @Property
    void neverThrows(@ForAll @Size(max = 300) byte[] bytes) {
        assertThat(decode(null, bytes)).isNotNull();
        assertThat(decode("text/html; charset=utf-16", bytes)).isNotNull();
        assertThat(decode("text/html; charset=gbk", bytes)).isNotNull();
    }

    @Property
    void readsUtf8AsUtf8(@ForAll("words") String text) {
        assertThat(decode("text/html; charset=iso-8859-1", in("UTF-8", text))).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withChars("abc ABC áéíóúâêôãõàç ÁÉÍÓÚÂÊÔÃÕÀÇ.,;!?%$0123456789–—“”‘’…<>=/\"")
                .ofMaxLength(200);
    }
}
