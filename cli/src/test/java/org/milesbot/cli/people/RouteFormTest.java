package org.milesbot.cli.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
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
                "GRU LIS MAD | GRU LIS 2027-03 business 90k",
                "GRU Lisboa | GRU LIS 2027-03 business 90k",
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
