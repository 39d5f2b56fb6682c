package org.milesbot.store.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.milesbot.store.dedupe.Offers.instant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.store.alert.FareNotice.Cause;
import org.milesbot.store.fare.Fares;
import org.milesbot.store.fare.StoredFare;

@TestInstance(Lifecycle.PER_CLASS)
class FareMatchesTest {

    private static final LocalDate MARCH = LocalDate.of(2027, 3, 10);
    private static final Map<String, String> CITIES = Map.of("GRU", "SAO", "VCP", "SAO", "LIS", "LIS");

    private final Household house = new Household();
    private final Fares fares = new Fares(house.database());
    private final FareMatches matches = new FareMatches(house.database(), CITIES);

    @AfterEach
    void clear() {
        house.clear();
    }

    @AfterAll
    void close() {
        house.close();
    }

    private static AwardFare fare(LocalDate day, long miles, Instant at) {
        return new AwardFare(
                new ProgramId("smiles"),
                "GRU",
                "LIS",
                day,
                Cabin.BUSINESS,
                miles,
                null,
                null,
                null,
                List.of(),
                at,
                null);
    }

    private List<Long> stored(String provider, List<AwardFare> seen, Instant at) {
        return fares.store(provider, seen, at).stream().map(StoredFare::id).toList();
    }

    /** A fare for the 10th of March is seen, and who is told of it. */
    private int seen(long miles, String at) {
        return matches.match(stored("partner", List.of(fare(MARCH, miles, instant(at))), instant(at)), instant(at));
    }

    /** Forty prices in as many days before the 20th of November: 100,000 to 139,000, for another day of departure. */
    private void history() {
        for (int day = 40; day >= 1; day--) {
            Instant at = instant("2026-11-20").minusSeconds(day * 86_400L);
            fares.store("partner", List.of(fare(MARCH.plusDays(60), 100_000 + (day * 7 % 40) * 1_000L, at)), at);
        }
    }

    private long waiting(long chat, String settings, String columns, String values) {
        long user = house.person(chat, settings);
        house.run("insert into user_route (user_id, " + columns + ") values (?, " + values + ")", user);
        return user;
    }

    private List<Cause> causes() {
        List<Long> ids = new ArrayList<>();
        house.rows("select detail from alert where reason = 'fare'").forEach(detail -> ids.add(Long.valueOf(detail)));
        return new FareNotices(house.database())
                .byId(ids).values().stream().map(FareNotice::cause).toList();
    }

    private List<String> told() {
        return house.rows("""
                select concat_ws(' ', telegram_id, reason, state)
                from alert
                join app_user on app_user.id = user_id
                order by telegram_id, alert.id
                """);
    }

    @Test
    void tellThoseWhoseRouteItFitsAndWhoseCeilingItIsUnder() {
        waiting(1, "", "origins, dests, max_miles", "'{GRU}', '{LIS}', 90000");
        waiting(2, "", "origins, dests, max_miles", "'{SAO}', '{MAD,LIS}', 90000");
        waiting(3, "", "origins, dests, max_miles", "'{GRU}', '{LIS}', 89999");
        waiting(4, "", "origins, dests, max_miles", "'{VCP}', '{LIS}', 90000");
        waiting(5, "", "origins, dests, max_miles, cabin", "'{GRU}', '{LIS}', 90000, 'economy'");
        waiting(6, "", "origins, dests, max_miles, travel_to", "'{GRU}', '{LIS}', 90000, '2027-03-09'");
        waiting(
                7,
                "",
                "origins, dests, max_miles, travel_from, cabin",
                "'{GRU}', '{LIS}', 90000, '2027-03-10', 'business'");
        waiting(8, "", "origins, dests", "'{GRU}', '{LIS}'");

        assertThat(seen(90_000, "2026-11-20")).isEqualTo(3);

        assertThat(told()).containsExactly("1 fare held", "2 fare held", "7 fare held");
        assertThat(causes()).containsOnly(new Cause(90_000L, false, null, null, 0));
    }

    @Test
    void tellNobodyWhoWantsNothingOfIt() {
        String route = "'{GRU}', '{LIS}', 90000";
        waiting(1, "level_new = 'off'", "origins, dests, max_miles", route);
        waiting(2, "programs = '{azul}'", "origins, dests, max_miles", route);
        long muted = waiting(3, "", "origins, dests, max_miles", route);
        house.run("insert into user_program (user_id, program, muted_until) values (?, 'smiles', '2026-12-01')", muted);
        waiting(4, "", "origins, dests, max_miles", route);
        house.run("update app_user set disabled_at = now(), disabled_why = 'blocked' where telegram_id = 4");
        waiting(5, "programs = '{smiles}', threshold = 100, kinds = '{club}'", "origins, dests, max_miles", route);

        seen(90_000, "2026-11-20");

        assertThat(told()).containsExactly("5 fare held");
    }

    @Test
    void tellOfAFareOnceADayAndOnlyIfItStillHolds() {
        waiting(1, "", "origins, dests, max_miles", "'{GRU}', '{LIS}', 90000");

        assertThat(seen(90_000, "2026-11-20T08:00")).isOne();
        assertThat(seen(90_000, "2026-11-20T08:01")).isZero();
        house.deliver("2026-11-20T09:00");
        assertThat(seen(85_000, "2026-11-20T23:59")).isZero();
        assertThat(seen(95_000, "2026-11-21T08:00")).isZero();
        assertThat(seen(90_000, "2026-11-21T14:00")).isOne();
        house.deliver("2026-11-21T15:00");
        assertThat(seen(90_000, "2026-11-22T00:01")).isOne();

        assertThat(told()).containsExactly("1 fare sent", "1 fare sent", "1 fare held");
    }

    @Test
    void tellOfTheSameSeatOnceWhoeverNamesIt() {
        waiting(1, "", "origins, dests, max_miles", "'{GRU,SAO}', '{LIS}', 90000");
        Instant now = instant("2026-11-20");
        List<Long> both = new ArrayList<>(stored("partner", List.of(fare(MARCH, 80_000, now)), now));
        both.addAll(stored("import", List.of(fare(MARCH, 70_000, now)), now));

        assertThat(matches.match(both, now)).isOne();

        assertThat(house.rows("select miles from fare_notice")).containsExactly("70000");
    }

    @Test
    void tellOfWhatWaitsToBeSentOnlyOnce() {
        waiting(1, "digest = 'weekly'", "origins, dests, max_miles", "'{GRU}', '{LIS}', 90000");

        assertThat(seen(90_000, "2026-11-20")).isOne();
        assertThat(seen(80_000, "2026-11-21")).isZero();

        assertThat(house.deliver("2026-11-22")).isEmpty();
        assertThat(house.deliver("2026-11-23T09:00")).hasSize(1);
    }

    @Test
    void holdBackInQuietHours() {
        waiting(1, "quiet_from = '22:00', quiet_to = '07:00'", "origins, dests, max_miles", "'{GRU}', '{LIS}', 90000");

        seen(90_000, "2026-11-20T23:00");

        assertThat(house.deliver("2026-11-20T23:30")).isEmpty();
        assertThat(house.deliver("2026-11-21T07:00")).hasSize(1);
    }

    @Test
    void putAllFaresOfSomebodyIntoOneParcel() {
        waiting(1, "", "origins, dests, max_miles", "'{GRU}', '{LIS}', 90000");
        Instant now = instant("2026-11-20");
        matches.match(
                stored("partner", List.of(fare(MARCH, 80_000, now), fare(MARCH.plusDays(1), 81_000, now)), now), now);

        assertThat(house.deliver("2026-11-20"))
                .singleElement()
                .satisfies(parcel -> assertThat(parcel.alerts()).hasSize(2));
    }

    @Test
    void tellEachOfTheirOwnOfManyFares() {
        waiting(1, "", "origins, dests, max_miles", "'{SAO}', '{LIS}', 90000");
        waiting(2, "", "origins, dests, max_miles", "'{GRU}', '{LIS}', 80000");
        waiting(3, "", "origins, dests, max_miles", "'{LIS}', '{GRU}', 90000");
        List<AwardFare> many = new ArrayList<>();
        for (int day = 0; day < 300; day++) {
            many.add(fare(MARCH.plusDays(day), day < 10 ? 80_000 : day < 30 ? 85_000 : 95_000, instant("2026-11-20")));
        }

        int alerts = matches.match(stored("partner", many, instant("2026-11-20")), instant("2026-11-20"));

        assertThat(alerts).isEqualTo(30 + 10);
        assertThat(house.rows(
                        "select concat_ws(' ', telegram_id, count(*)) from alert join app_user on app_user.id = user_id"
                                + " group by telegram_id order by telegram_id"))
                .containsExactly("1 30", "2 10");
    }

    @Test
    void letItPassIfTheProgrammeIsSilencedMeanwhile() {
        long user = waiting(
                1, "quiet_from = '22:00', quiet_to = '07:00'", "origins, dests, max_miles", "'{GRU}', '{LIS}', 90000");
        seen(90_000, "2026-11-20T23:00");
        house.run("insert into user_program (user_id, program, muted_until) values (?, 'smiles', '2026-12-01')", user);

        assertThat(house.deliver("2026-11-21T07:00")).isEmpty();
        assertThat(house.rows("select note from alert")).containsExactly("muted");
    }

    @Test
    void tellOfANewLow() {
        waiting(1, "", "origins, dests", "'{GRU}', '{LIS}'");
        history();

        assertThat(seen(99_000, "2026-11-20")).isOne();

        assertThat(causes()).containsExactly(new Cause(null, true, 100_000L, 119_000L, 40));
    }

    @Test
    void tellOfWhatIsBelowNineOfTenPrices() {
        waiting(1, "", "origins, dests", "'{GRU}', '{LIS}'");
        history();

        assertThat(seen(103_000, "2026-11-20")).isZero();
        assertThat(seen(102_500, "2026-11-21")).isOne();

        assertThat(causes()).containsExactly(new Cause(null, true, null, 118_000L, 41));
    }

    @Test
    void callNothingCheapWithoutEnoughHistory() {
        waiting(1, "", "origins, dests", "'{GRU}', '{LIS}'");
        for (int i = 0; i < 30; i++) {
            assertThat(seen(200_000 - i, "2026-11-20T%02d:%02d".formatted(8 + i / 10, i % 10)))
                    .isZero();
        }
    }

    @Test
    void callTheLowestPriceOfALongTimeNoNewLowTheSecondTime() {
        waiting(1, "", "origins, dests", "'{GRU}', '{LIS}'");
        history();
        seen(99_000, "2026-11-20");
        house.deliver("2026-11-20");
        seen(110_000, "2026-11-21");
        Instant later = instant("2026-11-22");

        int alerts = matches.match(stored("partner", List.of(fare(MARCH.plusDays(1), 99_000, later)), later), later);

        assertThat(alerts).as("it is still below nine of ten").isOne();
        assertThat(causes())
                .last()
                .satisfies(cause -> assertThat(cause.previousLow()).isNull());
    }
}
