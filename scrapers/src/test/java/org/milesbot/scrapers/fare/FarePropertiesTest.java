package org.milesbot.scrapers.fare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.api.fare.FareProvider;
import org.milesbot.api.fare.FareReading;
import org.milesbot.api.source.Page;
import org.milesbot.scrapers.recording.Recordings;

/** What holds for every answer, however it was mangled. */
final class FarePropertiesTest {

    private static final URI ADDRESS = URI.create("https://seats.aero/partnerapi/search?take=1000");

    private record Answer(FareProvider provider, String text) {}

    private static final List<Answer> ANSWERS = Stream.of(
                    "fares_american", "fares_azul", "fares_latam", "fares_partner", "fares_smiles")
            .flatMap(FarePropertiesTest::answers)
            .toList();

    /** Values that answers should not have where others are. */
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e999999999",
            "1e-999999999",
            "99999999999999999999",
            "0.5",
            "\"\"",
            "\"0\"",
            "\"-3\"",
            "\"1.234\"",
            "\"GRU\"",
            "\"\\u0000\\ud800{0}'\"",
            "\"2027-02-29\"",
            "\"2027-03-01T00:00:00Z\"",
            "[]",
            "[[]]",
            "{}",
            "{\"amount\":[1]}");

    private static Stream<Answer> answers(String id) {
        return Recordings.of(id, new ByteArrayInputStream(Recorded.bytes(id))).exchanges().stream()
                .map(exchange -> new String(exchange.answer().body().toBytes(), StandardCharsets.UTF_8))
                .map(text -> new Answer(Recorded.provider(id), text));
    }

    @Provide
    Arbitrary<Integer> answer() {
        return Arbitraries.integers().between(0, ANSWERS.size() - 1);
    }

    @Property(tries = 400)
    void cutAnswersGiveFaresOrAnErrorOfTheData(@ForAll("answer") int answer, @ForAll Random random) {
        String text = ANSWERS.get(answer).text();
        int from = random.nextInt(text.length());
        int to = from + random.nextInt(text.length() - from);
        check(answer, text.substring(0, from) + text.substring(to));
    }

    @Property(tries = 1_500)
    void changedValuesGiveFaresOrAnErrorOfTheData(@ForAll("answer") int answer, @ForAll Random random) {
        String text = ANSWERS.get(answer).text();
        for (int i = 0; i < 6; i++) {
            text = changed(text, random);
        }
        check(answer, text);
    }

    /** Puts something odd in the place of a value. */
    private static String changed(String text, Random random) {
        int colon = text.indexOf("\": ", random.nextInt(text.length()));
        if (colon < 0) {
            return text;
        }
        int from = colon + 3;
        int to = from;
        while (to < text.length() && text.charAt(to) != '\n' && text.charAt(to) != ',') {
            to++;
        }
        String odd = ODD.get(random.nextInt(ODD.size()));
        char last = text.charAt(to - 1);
        boolean opens = last == '{' || last == '[';
        return opens ? text : text.substring(0, from) + odd + text.substring(to);
    }

    private static void check(int answer, String text) {
        FareProvider provider = ANSWERS.get(answer).provider();
        Page page = new Page(ADDRESS, ADDRESS, Recorded.SAVED, "application/json", text, Map.of());
        try {
            provider.recognizes(page);
            FareReading reading = provider.read(page);
            FareReading again = provider.read(page);
            assertThat(reading.fares()).isEqualTo(again.fares()).doesNotHaveDuplicates();
            assertThat(Recorded.sentences(reading.unreadable())).isEqualTo(Recorded.sentences(again.unreadable()));
            reading.fares().forEach(FarePropertiesTest::checkFare);
            reading.unreadable().forEach(FarePropertiesTest::checkSentence);
        } catch (MilesbotException e) {
            assertThat(e.kind()).isEqualTo(ErrorKind.DATA);
            checkSentence(e.text());
        }
    }

    private static void checkFare(AwardFare fare) {
        assertThat(fare.miles()).isPositive();
        assertThat(fare.seats())
                .satisfiesAnyOf(
                        seats -> assertThat(seats).isNull(),
                        seats -> assertThat(seats).isPositive());
        assertThat(fare.taxesBrl())
                .satisfiesAnyOf(
                        taxes -> assertThat(taxes).isNull(),
                        taxes -> assertThat(taxes).isBetween(BigDecimal.ZERO, new BigDecimal(1_000_000)));
    }

    private static void checkSentence(Text text) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.forLanguageTag("pt-BR"))) {
            assertThat(text.in(locale)).isNotBlank().hasSizeLessThan(600).doesNotContain("\u0000");
        }
    }
}
