package org.milesbot.cli.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
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
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.TravelDates;
import org.milesbot.cli.people.RouteForm.Written;
import org.milesbot.store.testing.RandomProfiles;
import org.milesbot.store.user.Profile;
import org.milesbot.store.user.UserRoute;

class RouteFormTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    private final RouteForm form = new RouteForm(new UserSettingsForm(Set.of(), Set.of(), CLOCK), CLOCK);

    private UserRoute route(String words) {
        return form.route("--", form.sorted(List.of(words.split(" "))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GRU,VCP LIS 2027-03..2027-05 business 90k",
                "gru,vcp lis executiva até 90.000 milhas em 2027-03-01..2027-05-31",
                "90mil de VCP,GRU para LIS 2027-03..2027-05 Business"
            })
    void understandsARouteInWords(String words) {
        assertThat(route(words))
                .isEqualTo(new UserRoute(
                        0,
                        Set.of("GRU", "VCP"),
                        Set.of("LIS"),
                        Cabin.BUSINESS,
                        90_000L,
                        new TravelDates(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 5, 31))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GRU Lisboa | GRU LIS",
                "são paulo PARA lisboa e madri | SAO LIS,MAD",
                "Sao Paulo,Campinas Nova York | SAO,VCP NYC",
                "GRU, VCP LIS | GRU,VCP LIS",
                "GRU/VCP → LIS | GRU,VCP LIS",
                "GRU VCP para LIS MAD | GRU,VCP LIS,MAD",
                "para Lisboa saindo de Recife | REC LIS",
                "LIS de GRU | GRU LIS",
                "SAO EUROPA | SAO Europa",
                "Nordeste Estados Unidos | Nordeste Estados Unidos",
                "Foz do Iguaçu Porto Alegre em março | IGU POA 2027-03",
                "GRU LIS dezembro | GRU LIS 2026-12",
                "GRU LIS 2027 | GRU LIS 2027-01..2027-12",
                "GRU LIS mar/2027 | GRU LIS 2027-03",
                "GRU LIS mar/27 | GRU LIS 2027-03",
                "GRU LIS 03/2027 | GRU LIS 2027-03",
                "GRU LIS março de 2027 | GRU LIS 2027-03",
                "GRU LIS março a maio | GRU LIS 2027-03..2027-05",
                "GRU LIS de dezembro a fevereiro de 2027 | GRU LIS 2026-12..2027-02",
                "GRU Europa de dezembro a fevereiro | GRU Europa 2026-12..2027-02",
                "São Paulo ou Campinas para Lisboa em março de 2027 com até 90 mil milhas | SAO,VCP LIS 2027-03 90000",
                "GRU LIS 2027-03 a 2027-05 | GRU LIS 2027-03..2027-05",
                "GRU LIS primeira classe até 90 mil milhas | GRU LIS first 90000",
                "GRU LIS premium economy até 90.000 | GRU LIS premium_economy 90000",
                "GRU LIS econômica 90k. | GRU LIS economy 90000",
                "Rio de Janeiro para Orlando em julho com até 80 mil milhas | RIO MCO 2027-07 80000"
            })
    void understandsPlacesMonthsAndMilesAsPeopleWriteThem(String words, String shown) {
        assertThat(RouteForm.shown(route(words))).isEqualTo(shown);
    }

    @Property(tries = 400)
    void neverFailsButWithASentence(@ForAll("words") String words) {
        try {
            RouteForm.shown(route(words));
        } catch (WrongSetting e) {
            assertThat(e.text().in(Locale.ROOT)).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> words() {
        Arbitrary<String> known = Arbitraries.of(
                "GRU",
                "LIS",
                "são paulo",
                "Europa",
                "de",
                "para",
                ",",
                "e",
                "ou",
                "->",
                "março",
                "mar/27",
                "13/2027",
                "2027",
                "2027-03",
                "2027-13",
                "..",
                "2027-03..",
                "a",
                "até",
                "90",
                "90k",
                "mil",
                "90.000",
                "0",
                "99999999k",
                "executiva",
                "premium",
                "economy",
                "<b>",
                "😀",
                "/",
                "'",
                "\u0000");
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(12);
        return Arbitraries.frequencyOf(Tuple.of(4, known), Tuple.of(1, any))
                .list()
                .ofMaxSize(12)
                .map(list -> String.join(" ", list));
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThatThrownBy(() -> route("GRU ".repeat(5_000))).isInstanceOf(WrongSetting.class);
    }

    @Test
    void needsNoMoreThanTheEnds() {
        assertThat(route("GRU LIS"))
                .isEqualTo(new UserRoute(0, Set.of("GRU"), Set.of("LIS"), null, null, TravelDates.UNKNOWN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GRU | --to is missing",
                "2027-03 | --from is missing",
                "GRU LIS MAD | right is GRU,LIS MAD or GRU LIS,MAD",
                "GRU Lisbao 2027-03 | did you mean GRU lisboa 2027-03?",
                "GRU LIS 2027-03 abril | GRU LIS 2027-03 business 90k",
                "GRU LIS xyzzyx | GRU LIS 2027-03 business 90k",
                "GRU LIS 2027-13 | 2027-03..2027-05",
                "GRU LIS 2027-05..2027-03 | 2027-03..2027-05",
                "GRU LIS 2026-03 | it is past",
                "GRU LIS 0 | above 0",
                "GRU LIS 99999999k | at most 10 million"
            })
    void saysWhatIsWrong(String words, String why) {
        assertThatThrownBy(() -> route(words)).isInstanceOf(WrongSetting.class).hasMessageContaining(why);
    }

    @Test
    void saysWhichOptionIsWrong() {
        assertThatThrownBy(() -> form.route("--", new Written("SAOP", "LIS", null, null, null)))
                .hasMessageContaining("\"SAOP\" will not do for --from");
        assertThatThrownBy(() -> form.route("--", new Written("GRU", "LIS", "bussiness", null, null)))
                .hasMessageContaining("did you mean business?");
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void readsWhatItShows(long seed) {
        for (Profile profile : new RandomProfiles(seed).list(30)) {
            for (UserRoute route : profile.routes()) {
                assertThat(route(RouteForm.shown(route)))
                        .as(RouteForm.shown(route))
                        .isEqualTo(route);
            }
        }
    }
}
