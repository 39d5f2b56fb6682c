package org.milesbot.cli.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.fare.FareQuery;
import org.milesbot.api.promo.Cabin;
import org.milesbot.cli.fare.FareDays;
import org.milesbot.cli.fare.FareQuestion;
import org.milesbot.cli.fare.FareWishes;
import org.milesbot.cli.fare.Stay;
import org.milesbot.cli.people.FareForm.Options;

class FareFormTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    private final FareForm form = new FareForm(new UserSettingsForm(Set.of(), Set.of(), CLOCK), CLOCK);

    private FareQuestion question(String words) {
        return form.question(words, Options.NONE);
    }

    private WrongSetting wrong(String words) {
        return catchThrowableOfType(WrongSetting.class, () -> question(words));
    }

    @Test
    void readsAQuestionWithAllItsParts() {
        FareQuestion question = question("SAO lisboa 2027-03..2027-04 executiva até 90 mil 2 pessoas direto m7 M14");

        assertThat(question.origin().codes()).containsExactly("SAO");
        assertThat(question.origin().airports()).containsExactly("CGH", "GRU", "VCP");
        assertThat(question.destination().codes()).containsExactly("LIS");
        assertThat(question.days()).isEqualTo(new FareDays(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 4, 30), false));
        assertThat(question.wishes()).isEqualTo(new FareWishes(Cabin.BUSINESS, 90_000L, 2, true));
        assertThat(question.stay()).isEqualTo(new Stay(7, 14));
        assertThat(question.inbound())
                .contains(new FareQuery(
                        question.destination().airports(),
                        question.origin().airports(),
                        LocalDate.of(2027, 3, 8),
                        LocalDate.of(2027, 5, 14),
                        Cabin.BUSINESS,
                        2));
        assertThat(form.notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GRU LIS 2027-03 | GRU LIS 2027-03",
                "GRU,VCP LIS 2027-03 | GRU,VCP LIS 2027-03",
                "em março de SAO para a EUROPA | SAO Europa 2027-03",
                "GRU LIS mar/27 90k | GRU LIS 2027-03 90000",
                "GRU LIS de março a maio executiva | GRU LIS 2027-03..2027-05 business",
                "GRU LIS 2027-03-10..2027-03-20 | GRU LIS 2027-03-10..2027-03-20",
                "GRU LIS 2027-03-10 | GRU LIS 2027-03-10",
                "GRU LIS 10/03/2027 | GRU LIS 2027-03-10",
                "GRU LIS 10/03 | GRU LIS 2027-03-10",
                "GRU LIS 10/03/27 a 20/03/27 | GRU LIS 2027-03-10..2027-03-20",
                "GRU LIS 10 de março | GRU LIS 2027-03-10",
                "GRU LIS 10 a 20 de março | GRU LIS 2027-03-10..2027-03-20",
                "GRU LIS 10-20 março | GRU LIS 2027-03-10..2027-03-20",
                "GRU LIS 28 de dezembro a 5 de janeiro | GRU LIS 2026-12-28..2027-01-05",
                "GRU LIS 28 de dezembro a 5 de janeiro de 2027 | GRU LIS 2026-12-28..2027-01-05",
                "GRU LIS 10 de março até 90 mil | GRU LIS 2027-03-10 90000",
                "2 pax GRU LIS 2027-03 | GRU LIS 2027-03 2 pax",
                "GRU para Lisboa para 3 adultos em março | GRU LIS 2027-03 3 pax",
                "para 2 pessoas GRU LIS 2027-03 | GRU LIS 2027-03 2 pax",
                "GRU LIS 2027-03 sem escalas | GRU LIS 2027-03 direct",
                "GRU LIS 2027-03 voo direto 1 passageiro | GRU LIS 2027-03 direct",
                "GRU LIS 2027-03 só ida | GRU LIS 2027-03",
                "GRU LIS 2027-03 ida e volta 7 a 14 dias | GRU LIS 2027-03 m7 M14",
                "GRU LIS ida e volta em março 7-14 dias 90k | GRU LIS 2027-03 90000 m7 M14",
                "GRU LIS 2027-03 10 dias | GRU LIS 2027-03 m10 M10",
                "GRU LIS 2027-03 pelo menos 7 dias | GRU LIS 2027-03 m7 M30",
                "GRU LIS 2027-03 no mínimo de 40 dias | GRU LIS 2027-03 m40 M40",
                "GRU LIS 2027-03 até 14 dias | GRU LIS 2027-03 m1 M14",
                "GRU LIS 2027-03 1 a 2 semanas | GRU LIS 2027-03 m7 M14",
                "GRU LIS 2027-03 M14 m7 | GRU LIS 2027-03 m7 M14",
                "GRU LIS 2027-03 m7 m14 | GRU LIS 2027-03 m7 M14",
                "GRU LIS 2027-03 round trip | GRU LIS 2027-03 m1 M30"
            })
    void understandsWhatPeopleType(String words, String shown) {
        assertThat(FareForm.shown(question(words))).isEqualTo(shown);
    }

    @Test
    void looksAtTheNextDaysWhereNoneAreToldAndSaysSo() {
        FareQuestion question = question("GRU LIS ida e volta");

        assertThat(question.days())
                .isEqualTo(new FareDays(LocalDate.of(2026, 11, 22), LocalDate.of(2027, 1, 20), true));
        assertThat(form.notes())
                .extracting(note -> note.in(Locale.ENGLISH))
                .containsExactly(
                        "without dates, the search is for the next 60 days, from 2026-11-22 to 2027-01-20",
                        "the search is for stays of 1 to 30 days; for others, say for example m7 M14");
    }

    @Test
    void takesACodeThatItDoesNotKnowAndSaysSo() {
        assertThat(question("QQQ LIS 2027-03").origin().airports()).containsExactly("QQQ");
        assertThat(form.notes())
                .singleElement()
                .satisfies(note -> assertThat(note.in(Locale.ENGLISH)).contains("QQQ is not known"));
    }

    @Test
    void looksFromTodayOnWhereAMonthHasBegun() {
        assertThat(question("GRU LIS 2026-11").days())
                .isEqualTo(new FareDays(LocalDate.of(2026, 11, 22), LocalDate.of(2026, 11, 30), false));
        assertThat(question("GRU LIS 2027-03..").days())
                .isEqualTo(new FareDays(LocalDate.of(2027, 3, 1), LocalDate.of(2028, 2, 29), false));
    }

    @Test
    void takesOptionsBeforeWords() {
        FareQuestion question =
                form.question("GRU LIS 2027-03 econômica 50k", new Options("business", "90k", "2", true));

        assertThat(question.wishes()).isEqualTo(new FareWishes(Cabin.BUSINESS, 90_000L, 2, true));
        assertThatThrownBy(() -> form.question("GRU LIS", new Options("bussiness", null, null, false)))
                .hasMessageContaining("did you mean business?");
        assertThatThrownBy(() -> form.question("GRU LIS", new Options(null, "many", null, false)))
                .hasMessageContaining("\"many\" will not do for --max");
        assertThatThrownBy(() -> form.question("GRU LIS", new Options(null, null, "10", false)))
                .hasMessageContaining("\"10\" will not do for --passengers; right is 1 to 9 people");
    }

    @Test
    void takesTheLargestRegionsAndRefusesMoreThanThose() {
        assertThat(question("Brasil Europa 2027-03").destination().airports()).hasSizeGreaterThan(70);
        assertThat(wrong("GRU Brasil,Europa,Ásia,Estados Unidos 2027-03")).hasMessageContaining("200 at most");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GRU Lisbao 2027-03 | GRU lisboa 2027-03",
                "GRU Lisbao 2027-03 exectiva m7 M14 | GRU lisboa 2027-03 executiva m7 M14",
                "GRU LIS 2027-03 diretto | GRU LIS 2027-03 direto",
                "GRU LIS 2027-03 2 pesoas | GRU LIS 2027-03 2 pessoas",
                "GRU LIS 2027-13 | GRU LIS",
                "GRU LIS 2027-03 xyzzyx 90k | GRU LIS 2027-03 90k",
                "GRU LIS MAD 2027-03 90k 2 pax | GRU LIS,MAD 2027-03 90k 2 pax",
                "GRU LIS 2027-05..2027-03 | GRU LIS",
                "GRU LIS 2026-03 90k | GRU LIS 90k",
                "GRU LIS 2027-03 abril | GRU LIS 2027-03",
                "GRU LIS 2027-03 10 pessoas | GRU LIS 2027-03",
                "GRU LIS 2027-03 m14 M7 | GRU LIS 2027-03 m14",
                "GRU LIS 2027-01..2028-03 | GRU LIS",
                "GRU LIS 2040-03 | GRU LIS"
            })
    void namesTheNearestQuestionThatIsRight(String words, String right) {
        WrongSetting wrong = wrong(words);

        assertThat(wrong.meant()).contains(right);
        assertThat(wrong)
                .hasMessageContaining("Did you mean " + right + "? Another example: SAO Europa 2027-03 business");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GRU", "2027-03", "GRU GRU", "SAO GRU,CGH", "para LIS", "😀", "xyzzy xyzzy xyzzy"})
    void givesAnExampleWhereNobodyKnows(String words) {
        assertThat(wrong(words).text().in(Locale.ENGLISH)).contains("An example: SAO Europa 2027-03 business 90k");
        assertThat(wrong(words).text().in(Locale.forLanguageTag("pt"))).contains("Um exemplo: SAO Europa");
    }

    @Test
    void readsItsOwnExamples() {
        assertThat(FareForm.shown(question("SAO Europa 2027-03 business 90k 2 pax m7 M14")))
                .isEqualTo("SAO Europa 2027-03 business 90000 2 pax m7 M14");
    }

    @Property(tries = 600)
    void readsWhatItShowsAndFailsWithASentenceOnly(@ForAll("words") String words) {
        try {
            FareQuestion question = question(words);
            FareQuestion again = question(FareForm.shown(question));
            assertThat(FareForm.shown(again)).isEqualTo(FareForm.shown(question));
            assertThat(again.outbound()).isEqualTo(question.outbound());
            assertThat(again.inbound()).isEqualTo(question.inbound());
            assertThat(again.wishes()).isEqualTo(question.wishes());
        } catch (WrongSetting e) {
            assertThat(e.text().in(Locale.ROOT)).isNotBlank();
            e.meant().ifPresent(meant -> {
                assertThat(e.text().in(Locale.ROOT)).contains(meant);
                question(meant);
            });
        }
    }

    @Property(tries = 200)
    void takesAnyOptionsOrRefusesThem(
            @ForAll("option") String cabin, @ForAll("option") String miles, @ForAll("option") String passengers) {
        try {
            assertThat(form.question("GRU LIS", new Options(cabin, miles, passengers, false)))
                    .isNotNull();
        } catch (WrongSetting e) {
            assertThat(e.key()).startsWith("--");
        }
    }

    @Provide
    Arbitrary<String> option() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(8), Arbitraries.of("business", "90k", "2", "0", "executiva", "10"));
    }

    @Provide
    Arbitrary<String> words() {
        Arbitrary<String> known = Arbitraries.of(
                ("GRU LIS são_paulo Europa Brasil Nordeste QQQ de para , e ou -> março mar/27 13/2027 2027-03 2027-13 .. "
                                + "2027-03.. ..2027-05 10/03 31/02/2027 29/02 10 31 a até 90 90k mil 90.000 0 99999999k "
                                + "executiva premium economy exectiva Lisbao 2 pessoas pax 3pax direto sem escalas ida volta "
                                + "só m7 M14 m0 M999 7-14 14..7 dias semanas mínimo pelo menos no abril dezembro 2027 "
                                + "2026-11-22..2027-12-31 9999-12 <b> 😀 / ' \u0000")
                        .split(" "));
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(12);
        return Arbitraries.frequencyOf(Tuple.of(6, known), Tuple.of(1, any))
                .list()
                .ofMaxSize(12)
                .map(list -> String.join(" ", list).replace('_', ' '));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GRU ", "lisbao ", "GRU,", "1", "7-", "são ", "2027-03", "ida e "})
    void readsLongWordsInBoundedTime(String word) {
        assertThat(wrong(word.repeat(5_000))).hasMessageContaining("too long");
        assertThat(wrong("GRU " + word.repeat(900 / word.length()))).isNotNull();
    }
}
