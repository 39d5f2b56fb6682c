package org.milesbot.store.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.milesbot.store.dedupe.Offers.instant;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.store.promo.Samples;
import org.milesbot.store.score.ScoreRule;

@TestInstance(Lifecycle.PER_CLASS)
class EventMatchesTest {

    private static final String OFFER = "livelo 80/60 2026-11-20..2026-11-30";

    private final Household house = new Household();

    @AfterEach
    void clear() {
        house.clear();
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void saysWhetherThereIsAnythingToMatch() {
        assertThat(house.matches.isBehind()).isFalse();

        house.told("2026-11-20", "livelo 80/60 2026-11-20..2026-11-30");
        assertThat(house.matches.isBehind()).isTrue();
        house.match("2026-11-20");
        assertThat(house.matches.isBehind()).isFalse();

        house.run("insert into app_user (telegram_id, created_at) values (9, now())");
        assertThat(house.matches.isBehind()).as("somebody is new").isTrue();
    }

    @Test
    void tellsEachPersonOnceHoweverOftenItRuns() {
        house.person(1, "");
        house.person(2, "");
        house.told("2026-11-20", OFFER);

        List<EventMatch> matches = house.match("2026-11-20");
        List<EventMatch> again = house.match("2026-11-20");

        assertThat(matches)
                .singleElement()
                .satisfies(match -> assertThat(match.alerts()).isEqualTo(2));
        assertThat(again).isEmpty();
        assertThat(house.alerts()).containsExactly("1 created due", "2 created due");
    }

    @Test
    void tellsNobodyAgainWhoWasWelcomedWithIt() {
        house.person(1, "");
        house.run("update app_user set welcomed_at = null");
        house.person(2, "");
        house.told("2026-11-20", OFFER);
        house.matches.welcome(5, instant("2026-11-20"));

        List<EventMatch> matches = house.match("2026-11-20");

        assertThat(matches)
                .singleElement()
                .satisfies(match -> assertThat(match.alerts()).isOne());
        assertThat(house.alerts()).containsExactly("1 created held", "2 created due");
    }

    @Test
    void tellsOnlyThoseWhoWantIt() {
        house.person(1, "programs = '{azul}'");
        house.person(2, "programs = '{azul,smiles}', origins = '{livelo}'");
        house.person(3, "origins = '{itau}'");
        house.person(4, "kinds = '{club}'");
        house.person(5, "kinds = '{}'");
        house.person(6, "threshold = 100");
        house.person(7, "level_new = 'off'");
        house.person(8, "");
        house.run("update app_user set disabled_at = now(), disabled_why = 'blocked' where telegram_id = 8");
        long muted = house.person(9, "");
        house.run("insert into user_program (user_id, program, muted_until) values (?, 'smiles', '2026-12-01')", muted);
        house.told("2026-11-20", OFFER);

        house.match("2026-11-20");

        assertThat(house.alerts()).containsExactly("2 created due", "5 created due");
    }

    @Test
    void comparesTheLeastBonusWithWhatThePersonGets() {
        house.person(1, "min_bonus = 60");
        house.person(2, "min_bonus = 61");
        house.person(3, "min_bonus = 82, tiers = '{smiles:club}'");
        house.person(4, "min_bonus = 83, tiers = '{smiles:club}'");
        house.person(5, "min_bonus = 61, tiers = '{azul:club}'");
        long own = house.person(6, "min_bonus = 10");
        house.run("insert into user_program (user_id, program, min_bonus) values (?, 'smiles', 70)", own);
        house.told("2026-11-20", Samples.transfer());

        house.match("2026-11-20");

        assertThat(house.alerts()).containsExactly("1 created due", "3 created due");
    }

    @Test
    void holdsBackInQuietHoursAndForDigests() {
        house.person(1, "quiet_from = '22:00', quiet_to = '07:00'");
        house.person(2, "digest = 'daily'");
        house.person(3, "quiet_from = '22:00', quiet_to = '07:00', urgent_passes = true");
        house.told("2026-11-20T23:00", OFFER);

        house.match("2026-11-20T23:00");

        assertThat(house.alerts()).containsExactly("1 created held", "2 created held", "3 created held");
        assertThat(house.rows("select to_char(due_at, 'DD HH24:MI') from alert order by user_id"))
                .containsExactly("21 10:00", "21 12:00", "21 10:00");
    }

    @Test
    void letsWhatIsUrgentPass() {
        house.person(1, "quiet_from = '22:00', quiet_to = '07:00', urgent_passes = true");
        house.person(2, "digest = 'weekly', urgent_passes = true");
        house.person(3, "quiet_from = '22:00', quiet_to = '07:00'");
        house.told("2026-11-20T23:00", "livelo 80/60 2026-11-20..2026-11-21T12:00");

        house.match("2026-11-20T23:00");

        assertThat(house.alerts()).containsExactly("1 created due", "2 created due", "3 created held");
    }

    @Test
    void tellsOfChangesThoseWhoWereTold() {
        house.person(1, "");
        house.person(2, "threshold = 100");
        house.told("2026-11-20", "livelo 80 2026-11-20..2026-11-25");
        house.match("2026-11-20");
        house.deliver("2026-11-20");
        house.person(3, "threshold = 20");
        house.told("2026-11-22", "livelo 100 2026-11-20..2026-11-25");
        house.match("2026-11-22");
        house.told("2026-11-25", "livelo 100 ..2026-11-28", "Prorrogado até dia 28");

        house.match("2026-11-25");

        assertThat(house.alerts())
                .containsExactly("1 created sent", "1 raised 100 due", "3 raised 100 due", "1 extended 2026-11-28 due");
        assertThat(house.deliver("2026-11-25T12:01"))
                .extracting(parcel -> parcel.to().telegramId()
                        + " answers "
                        + parcel.alerts().get(0).answers())
                .containsExactlyInAnyOrder("1 answers 1001", "3 answers null");
    }

    @Test
    void letsTheFirstAlertSpeakOfARaiseThatCameBeforeIt() {
        house.person(1, "quiet_from = '22:00', quiet_to = '07:00'");
        house.told("2026-11-20T23:00", OFFER);
        house.match("2026-11-20T23:00");
        house.told("2026-11-21T01:00", "livelo 100/60 2026-11-20..2026-11-30");

        house.match("2026-11-21T01:00");

        assertThat(house.alerts()).containsExactly("1 created held");
    }

    @Test
    void tellsOfTheLastDayOnlyThoseWhoAsked() {
        house.person(1, "level_ending = 'loud'");
        house.person(2, "");
        long reminded = house.person(3, "");
        house.told("2026-11-20", OFFER);
        house.match("2026-11-20");
        house.deliver("2026-11-20");
        house.run(
                "insert into user_reminder (user_id, promo_id, asked_at) values (?, ?, now())",
                reminded,
                house.promo());
        house.settle(instant("2026-11-30T08:00"));

        house.match("2026-11-30T08:00");

        assertThat(house.alerts())
                .filteredOn(alert -> alert.contains("ending"))
                .hasSize(2)
                .allMatch(alert -> alert.startsWith("1 ") || alert.startsWith("3 "));
    }

    @Test
    void tellsNobodyOfWhatIsOverOrOfHistory() {
        house.person(1, "");
        house.told("2026-11-20", OFFER);
        house.run("update promo_event set quiet = true");
        house.told("2026-11-20T13:00", "esfera 70/70 2026-11-20..2026-11-21");

        List<EventMatch> matches = house.match("2026-11-23");

        assertThat(matches).extracting(EventMatch::skipped).containsExactly(Skipped.QUIET, Skipped.OVER);
        assertThat(house.alerts()).isEmpty();
    }

    @Test
    void beginsWithWhatIsNewWhenItRunsForTheFirstTime() {
        house.person(1, "");
        house.told("2026-11-20", OFFER);
        house.run("delete from event_cursor");

        assertThat(house.match("2026-11-20")).isEmpty();
        assertThat(house.alerts()).isEmpty();
    }

    @Test
    void welcomesWithTheBestThatIsOpen() {
        house.told("2026-11-18", "esfera 40/40 2026-11-18..2026-11-30");
        house.told("2026-11-19", "itau 50/50 2026-11-18..2026-11-30");
        house.told("2026-11-20", OFFER);
        house.match("2026-11-20");
        house.person(1, "");
        house.run("update app_user set welcomed_at = null");

        assertThat(house.matches.welcome(2, instant("2026-11-20"))).isOne();
        assertThat(house.matches.welcome(2, instant("2026-11-20"))).isZero();

        List<Parcel> parcels = house.deliver("2026-11-20");
        assertThat(parcels)
                .singleElement()
                .satisfies(parcel -> assertThat(parcel.alerts()).hasSize(2));
        assertThat(house.alerts()).containsExactly("1 created sent", "1 created sent");
    }

    @Test
    void tellsThoseWhoWaitForAFlightOfIt() {
        long waiting = house.person(1, "");
        house.run(
                "insert into user_route (user_id, origins, dests, max_miles) values (?, '{SAO}', '{LIS,MAD}', 70000)",
                waiting);
        long dear = house.person(2, "");
        house.run(
                "insert into user_route (user_id, origins, dests, max_miles) values (?, '{GRU}', '{LIS}', 50000)",
                dear);
        long summer = house.person(3, "");
        house.run(
                "insert into user_route (user_id, origins, dests, travel_from, travel_to) "
                        + "values (?, '{GRU}', '{LIS}', '2027-07-01', '2027-07-31')",
                summer);
        house.person(4, "kinds = '{award_fare}'");
        house.person(5, "");
        house.told("2026-11-20", Samples.fare());

        house.match("2026-11-20");

        assertThat(house.alerts()).containsExactly("1 created due", "4 created due");
    }

    @Test
    void tellsOnceOfABonusAndAFareThatMeet() {
        long waiting = house.person(1, "kinds = '{award_fare}'");
        house.run("insert into user_route (user_id, origins, dests) values (?, '{GRU}', '{LIS}')", waiting);
        house.person(2, "");
        house.told("2026-11-19", Samples.fare());
        house.match("2026-11-19");
        house.told(
                "2026-11-20",
                Promo.builder(PromoKind.TRANSFER_BONUS, new ProgramId("latam_pass"))
                        .bonus(Bonus.of(Percent.of(30), null))
                        .build());

        house.match("2026-11-20");

        assertThat(house.alerts())
                .anyMatch(alert -> alert.matches("1 combo [0-9a-f-]{36} due"))
                .filteredOn(alert -> alert.contains("combo"))
                .hasSize(1);
    }

    @Test
    void explainsWhatHoldsSomeoneBack() {
        house.person(1, "programs = '{azul}', threshold = 20");
        house.told("2026-11-20", OFFER);
        house.match("2026-11-20");

        Explained explained = new Explanations(house.database(), ScoreRule.DEFAULT)
                .of(1, house.promo(), instant("2026-11-20"))
                .orElseThrow();

        assertThat(explained.conditions())
                .containsEntry("program", false)
                .containsEntry("score", true)
                .hasSize(Condition.values().length);
        assertThat(explained.alerts()).isEmpty();
        assertThat(explained.matches())
                .singleElement()
                .satisfies(match -> assertThat(match.skipped()).isNull());
        assertThat(new Explanations(house.database(), ScoreRule.DEFAULT).of(2, house.promo(), instant("2026-11-20")))
                .isEmpty();
    }
}
