package org.milesbot.store.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.milesbot.store.dedupe.Offers.instant;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.milesbot.store.db.Database;

@TestInstance(Lifecycle.PER_CLASS)
class OutboxTest {

    private static final String OFFER = "livelo 80/60 2026-11-20..2026-11-30";
    private static final Instant NOON = instant("2026-11-20");

    private final Household house = new Household();

    @AfterEach
    void clear() {
        house.clear();
    }

    @AfterAll
    void close() {
        house.close();
    }

    private void tell(String offer) {
        house.told("2026-11-20", offer);
        house.match("2026-11-20");
    }

    private List<String> states() {
        return house.rows("select concat_ws(': ', state, note) from alert order by user_id, id");
    }

    @Test
    void givesEachAlertToOneProcess() {
        house.person(1, "");
        house.person(2, "");
        tell(OFFER);

        assertThat(house.outbox.claim(1, NOON)).hasSize(1);
        assertThat(house.outbox.claim(9, NOON)).hasSize(1);
        assertThat(house.outbox.claim(9, NOON)).isEmpty();
    }

    @Test
    void saysWhetherTheTimeOfAnAlertHasCome() {
        house.person(1, "");
        tell(OFFER);
        Instant before = NOON.minus(Duration.ofDays(1));

        assertThat(house.outbox.isDue(before, NOON)).isTrue();
        assertThat(house.outbox.isDue(NOON.plusSeconds(1), NOON.plusSeconds(2)))
                .as("since an instant after it was due")
                .isFalse();

        house.outbox.claim(1, NOON);
        assertThat(house.outbox.isDue(before, NOON)).as("another is at it").isFalse();
        assertThat(house.outbox.isDue(before, NOON.plus(Duration.ofHours(1))))
                .as("its lease has ended")
                .isTrue();
    }

    @Test
    void passesOverWhatAnotherProcessLooksAt() {
        house.person(1, "");
        house.person(2, "");
        tell(OFFER);

        try (Database other = house.another()) {
            other.useTransaction(open -> {
                open.execute("select from alert where id = (select min(id) from alert) for update");
                assertThat(house.outbox.claim(9, NOON)).hasSize(1);
            });
        }
    }

    @Test
    void sendsEachChatOneMessageASecondAndAGroupOneInThree() {
        house.person(1, "");
        house.person(-2, "");
        tell(OFFER);
        tell("esfera 70/70 2026-11-20..2026-11-30");

        assertThat(house.outbox.claim(9, NOON)).hasSize(2);
        assertThat(house.outbox.claim(9, NOON.plusMillis(999))).isEmpty();
        assertThat(house.outbox.claim(9, NOON.plusSeconds(1)))
                .extracting(parcel -> parcel.to().telegramId())
                .containsExactly(1L);
        assertThat(house.outbox.claim(9, NOON.plusSeconds(3)))
                .extracting(parcel -> parcel.to().telegramId())
                .containsExactly(-2L);
    }

    @Test
    void takesUpAfterItsLeaseWhatADeadProcessHad() {
        house.person(1, "");
        tell(OFFER);
        house.outbox.claim(9, NOON);

        assertThat(house.outbox.claim(9, NOON.plus(Household.LEASE).minusMillis(1)))
                .isEmpty();
        List<Parcel> again = house.outbox.claim(9, NOON.plus(Household.LEASE));

        assertThat(again)
                .singleElement()
                .satisfies(
                        parcel -> assertThat(parcel.alerts().get(0).attempts()).isEqualTo(2));
    }

    @Test
    void believesALateWordThatItArrivedButNoOther() {
        house.person(1, "");
        tell(OFFER);
        List<Claimed> first = house.outbox.claim(9, NOON).get(0).alerts();
        Instant later = NOON.plus(Household.LEASE);
        house.outbox.claim(9, later);

        house.outbox.settle(List.of(Outcome.dead(first, "too late")), later);
        assertThat(states()).containsExactly("claimed");
        house.outbox.settle(List.of(Outcome.sent(first, 7)), later);
        assertThat(states()).containsExactly("sent");
        house.outbox.settle(List.of(Outcome.sent(first, 8)), later);
        assertThat(house.rows("select message_id from alert")).containsExactly("7");
    }

    @Test
    void believesThatItArrivedWhateverElseIsSaidAtTheSameTime() {
        house.person(1, "");
        tell(OFFER);
        List<Claimed> first = house.outbox.claim(9, NOON).get(0).alerts();
        Instant later = NOON.plus(Household.LEASE);
        List<Claimed> second = house.outbox.claim(9, later).get(0).alerts();

        house.outbox.settle(
                List.of(
                        Outcome.failed(second, later, "cut"),
                        Outcome.sent(first, 7),
                        Outcome.failed(second, later, "cut")),
                later);

        assertThat(states()).containsExactly("sent");
        assertThat(house.rows("select message_id from alert")).containsExactly("7");
    }

    @Test
    void doesNotCountATryThatWasNone() {
        house.person(1, "");
        tell(OFFER);
        List<Claimed> claimed = house.outbox.claim(9, NOON).get(0).alerts();
        house.outbox.settle(List.of(Outcome.later(claimed, NOON.plusSeconds(30), "slow down")), NOON);

        assertThat(house.outbox.claim(9, NOON.plusSeconds(29))).isEmpty();
        assertThat(house.outbox.claim(9, NOON.plusSeconds(30)))
                .singleElement()
                .satisfies(
                        parcel -> assertThat(parcel.alerts().get(0).attempts()).isOne());
    }

    @Test
    void dropsWhatIsNotWorthSendingAnyMore() {
        long late = house.person(1, "");
        house.person(2, "");
        long muted = house.person(3, "");
        house.person(4, "");
        tell(OFFER);
        house.run("update alert set expires_at = '2026-11-20T15:00:00Z' where user_id = ?", late);
        house.outbox.disable(2, "blocked", NOON);
        house.run("insert into user_program (user_id, program, muted_until) values (?, 'smiles', '2026-12-01')", muted);

        assertThat(house.outbox.claim(9, NOON))
                .extracting(parcel -> parcel.to().telegramId())
                .containsExactly(4L);
        assertThat(states()).containsExactly("expired: over", "expired: disabled", "expired: muted", "claimed");
    }

    @Test
    void putsOffWhatIsDueWhenQuietHoursHaveBegun() {
        house.person(1, "quiet_from = '12:30', quiet_to = '14:00'");
        tell(OFFER);

        assertThat(house.outbox.claim(9, NOON.plus(Duration.ofMinutes(45)))).isEmpty();
        assertThat(house.alerts()).containsExactly("1 created held");
        assertThat(house.outbox.claim(9, NOON.plus(Duration.ofMinutes(119)))).isEmpty();
        assertThat(house.outbox.claim(9, NOON.plus(Duration.ofHours(2)))).hasSize(1);
    }

    @Test
    void gathersWhatWaitedAndSaysWhatExpired() {
        house.person(1, "quiet_from = '22:00', quiet_to = '07:00'");
        house.told("2026-11-20T23:00", OFFER);
        house.told("2026-11-20T23:10", "esfera 70/70 2026-11-20..2026-11-30");
        house.told("2026-11-20T23:20", "itau 70/70 2026-11-20..2026-11-21T06:00");
        house.match("2026-11-20T23:30");

        List<Parcel> parcels = house.deliver("2026-11-21T07:00");

        assertThat(parcels).singleElement().satisfies(parcel -> {
            assertThat(parcel.alerts()).hasSize(2);
            assertThat(parcel.expired()).isOne();
        });
        assertThat(states()).containsExactly("sent", "sent", "expired: over");
    }

    @Test
    void tellsOnceOfTwoPromosThatTurnOutToBeOne() {
        house.person(1, "");
        tell(OFFER);
        tell("esfera 70/70 2026-11-20..2026-11-30");
        house.run(
                "insert into promo_alias (id, promo_id, merged_at) select max(promo_id::text)::uuid, min(promo_id::text)::uuid, now() from alert");

        house.deliver("2026-11-20");
        house.deliver("2026-11-20T12:01");

        assertThat(states()).containsExactlyInAnyOrder("sent", "expired: merged");
    }

    @Test
    void followsAChatToItsNewNumber() {
        long group = house.person(-5, "");
        long known = house.person(-6, "");

        house.outbox.move(group, -1_005, NOON);
        house.outbox.move(known, -1_005, NOON);

        assertThat(house.rows("select concat_ws(' ', telegram_id, disabled_why) from app_user order by id"))
                .containsExactly("-1005", "-6 moved to -1005");
    }

    @Test
    void leavesAPausedChatAloneForExactlySoLong() {
        long person = house.person(1, "");
        tell(OFFER);
        house.outbox.pause(person, NOON.plusSeconds(7));

        assertThat(house.outbox.claim(9, NOON.plusSeconds(7).minusMillis(1))).isEmpty();
        assertThat(house.outbox.nextTurn()).contains(NOON.plusSeconds(7));
        assertThat(house.outbox.claim(9, NOON.plusSeconds(7))).hasSize(1);
    }

    @Test
    void keepsDeadLettersUntilTheOperatorDecides() {
        house.person(1, "");
        house.person(2, "");
        tell(OFFER);
        List<Outcome> dead = house.outbox.claim(9, NOON).stream()
                .map(parcel -> Outcome.dead(parcel.alerts(), "can't parse entities"))
                .toList();
        house.outbox.settle(dead, NOON);
        DeadLetters letters = new DeadLetters(house.database());

        assertThat(letters.list(9))
                .hasSize(2)
                .allSatisfy(letter -> assertThat(letter.note()).isEqualTo("can't parse entities"));
        long first = letters.list(9).get(1).id();
        assertThat(letters.retry(List.of(first), NOON)).isOne();
        assertThat(letters.drop(List.of(), NOON)).isOne();
        assertThat(states()).containsExactlyInAnyOrder("due", "expired: dropped: can't parse entities");
    }

    @Test
    void tellsTheOperatorEachThingOnce() {
        OperatorAlerts operator = new OperatorAlerts(house.database());
        operator.address(99, "pt", NOON);
        operator.tellOfSources(NOON);
        house.run("""
                insert into source_notice (plugin, source, kind, written_at, failures, outcome)
                values ('blogs', 'passageiro', 'failing', now(), 3, 'timed_out')""");

        assertThat(operator.tellOfSources(NOON)).isOne();
        assertThat(operator.tellOfSources(NOON)).isZero();
        assertThat(operator.tellOfSlowDowns(3, Duration.ofSeconds(7), NOON)).isOne();
        assertThat(operator.tellOfSlowDowns(3, Duration.ofSeconds(7), NOON.plusSeconds(60)))
                .isZero();
        assertThat(operator.tellOfDeadLetters(NOON)).isZero();
        assertThat(house.outbox.claim(9, NOON))
                .singleElement()
                .satisfies(parcel -> assertThat(parcel.to().isOperator()).isTrue());
    }

    @Test
    void countsEachEndOnce() {
        house.person(1, "");
        house.person(2, "");
        house.person(3, "");
        tell(OFFER);
        house.run("update app_user set disabled_at = now(), disabled_why = 'left' where telegram_id = 3");
        List<Parcel> parcels = house.outbox.claim(9, NOON);
        assertThat(parcels).hasSize(2);

        List<Outcome> outcomes = List.of(
                Outcome.sent(parcels.get(0).alerts(), 7),
                Outcome.dead(parcels.get(1).alerts(), "chat not found"));
        house.outbox.settle(outcomes, NOON);
        house.outbox.settle(outcomes, NOON);

        assertThat(house.rows("select name || ' ' || value from metric_log order by name"))
                .containsExactly("alerts_dead 1", "alerts_expired 1", "alerts_sent 1");
    }
}
