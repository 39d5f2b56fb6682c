package org.milesbot.store.fare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.milesbot.api.fare.FareQuery;
import org.milesbot.api.promo.Cabin;
import org.milesbot.store.alert.Household;
import org.milesbot.store.fare.WatchedRoutes.CityPair;

@TestInstance(Lifecycle.PER_CLASS)
class WatchedRoutesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final Household house = new Household();
    private final WatchedRoutes routes = new WatchedRoutes(
            house.database(),
            Map.of("GRU", "SAO", "CGH", "SAO", "VCP", "SAO", "LIS", "LIS", "GIG", "RIO", "SDU", "RIO"));

    @AfterEach
    void clear() {
        house.clear();
    }

    @AfterAll
    void close() {
        house.close();
    }

    private void waiting(long chat, String columns, String values) {
        long user = house.person(chat, "");
        house.run("insert into user_route (user_id, " + columns + ") values (?, " + values + ")", user);
    }

    private List<String> wanted(int months) {
        return routes.wanted(List.of(new CityPair("SAO", "RIO")), List.of(), TODAY, months).stream()
                .map(query -> "%s>%s %s %s %d"
                        .formatted(
                                String.join(",", query.origins()),
                                String.join(",", query.destinations()),
                                query.month(),
                                query.cabin() == null ? "any" : query.cabin().value(),
                                query.people()))
                .toList();
    }

    @Test
    void areOneQuestionForAllWhoWaitForTheSame() {
        waiting(1, "origins, dests, travel_from, travel_to", "'{SAO}', '{LIS}', '2027-03-10', '2027-03-20'");
        waiting(2, "origins, dests, travel_from, travel_to", "'{GRU,VCP}', '{LIS}', '2027-03-01', '2027-04-01'");
        waiting(3, "origins, dests, travel_from, travel_to", "'{CGH}', '{LIS,MAD}', '2027-03-31', '2027-03-31'");

        assertThat(wanted(12))
                .containsExactly(
                        "CGH,GRU,VCP>LIS 2027-03 any 3",
                        "CGH,GRU,VCP>MAD 2027-03 any 1",
                        "CGH,GRU,VCP>LIS 2027-04 any 1");
    }

    @Test
    void askForOneCabinOnlyIfNobodyWantsAny() {
        waiting(1, "origins, dests, cabin", "'{SAO}', '{LIS}', 'business'");
        waiting(2, "origins, dests", "'{SAO}', '{LIS}'");
        waiting(3, "origins, dests, cabin", "'{SAO}', '{MAD}', 'first'");

        assertThat(wanted(1)).containsExactly("CGH,GRU,VCP>LIS 2026-11 any 2", "CGH,GRU,VCP>MAD 2026-11 first 1");
    }

    @Test
    void askForNothingThatIsPastOrTooFarAhead() {
        waiting(1, "origins, dests, travel_to", "'{SAO}', '{LIS}', '2026-11-19'");
        waiting(2, "origins, dests, travel_from", "'{SAO}', '{MAD}', '2027-12-01'");
        waiting(3, "origins, dests, travel_from", "'{GRU}', '{CGH}', '2026-12-01'");
        waiting(4, "origins, dests, travel_to", "'{RIO}', '{LIS}', '2026-12-01'");

        assertThat(wanted(3)).containsExactly("GIG,SDU>LIS 2026-11 any 1", "GIG,SDU>LIS 2026-12 any 1");
    }

    @Test
    void leaveOutWhoeverIsNotToldAnything() {
        waiting(1, "origins, dests", "'{SAO}', '{LIS}'");
        house.run("update app_user set disabled_at = now(), disabled_why = 'blocked'");

        assertThat(wanted(1)).containsExactly("CGH,GRU,VCP>GIG,SDU 2026-11 any 0");
    }

    @Test
    void becomeAQueryFromTodayOn() {
        waiting(1, "origins, dests", "'{SAO}', '{LIS}'");

        assertThat(routes.wanted(List.of(), List.of(), TODAY, 2))
                .extracting(wanted -> wanted.query(TODAY))
                .extracting(query -> query.from() + ".." + query.to())
                .containsExactly("2026-11-20..2026-11-30", "2026-12-01..2026-12-31");
    }

    @Test
    void takeInWhatElseIsWanted() {
        waiting(1, "origins, dests, cabin, travel_to", "'{SAO}', '{LIS}', 'business', '2026-11-30'");
        FareQuery besides = new FareQuery(
                new TreeSet<>(List.of("GRU")),
                new TreeSet<>(List.of("LIS")),
                LocalDate.of(2026, 11, 25),
                LocalDate.of(2026, 12, 5),
                Cabin.BUSINESS,
                1);

        assertThat(routes.wanted(List.of(), List.of(besides, besides), TODAY, 3))
                .extracting(wanted -> wanted.month() + " " + wanted.origins() + " " + wanted.people())
                .containsExactly("2026-11 [CGH, GRU, VCP] 3", "2026-12 [CGH, GRU, VCP] 2");
    }
}
