package org.milesbot.cli.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Zones;
import org.milesbot.api.notify.Channel;
import org.milesbot.api.notify.Message;
import org.milesbot.api.notify.Receipt;
import org.milesbot.api.notify.Recipient;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.store.alert.Household;
import org.milesbot.store.alert.Outbox;
import org.milesbot.store.alert.Outcome;
import org.milesbot.store.alert.Parcel;
import org.milesbot.store.alert.SendBudget;
import org.milesbot.store.db.Database;

/** One run after another, without patience for what comes later. */
@TestInstance(Lifecycle.PER_CLASS)
class DeliveryTest {

    private static final Instant NOON = Instant.parse("2026-11-21T15:00:00Z");
    private static final int MANY = 25;

    private final Household house = new Household();

    @AfterEach
    void clear() {
        house.clear();
    }

    @AfterAll
    void close() {
        house.close();
    }

    /** A budget that nobody notices but for how long it is held. */
    private static final class Ample implements SendBudget {

        private Duration held = Duration.ZERO;

        @Override
        public synchronized Turns reserve(int sends) {
            return Turns.NOW;
        }

        @Override
        public synchronized void hold(Duration pause) {
            held = pause;
        }
    }

    /** A budget whose turns come in an hour; somebody interrupts when it is asked for more of them meanwhile. */
    private static final class Distant implements SendBudget {

        private final Thread whom = Thread.currentThread();
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public Turns reserve(int sends) {
            if (asked.incrementAndGet() == 2) {
                whom.interrupt();
            }
            return new Turns(Duration.ofHours(1), Duration.ZERO);
        }

        @Override
        public void hold(Duration pause) {}
    }

    /** A clock that goes on by a second whenever somebody looks at it. */
    private static final class LookedAtClock extends Clock {

        private final AtomicInteger looks = new AtomicInteger();

        @Override
        public ZoneId getZone() {
            return Zones.SAO_PAULO;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return NOON.plusSeconds(looks.incrementAndGet());
        }
    }

    /** A plug-in's channel called storm. */
    private record Storm(Function<Recipient, Receipt> answers) implements Guests {

        @Override
        public Optional<String> heldBack(Promo promo, Recipient recipient) {
            return Optional.empty();
        }

        @Override
        public Message decorated(Message message, Promo promo, Recipient recipient) {
            return message;
        }

        @Override
        public Optional<Receipt> send(String channel, Recipient recipient, Message message) {
            return Optional.of(answers.apply(recipient));
        }
    }

    private static final Channel TELEGRAM = new Channel() {
        @Override
        public String id() {
            return "telegram";
        }

        @Override
        public Receipt send(Recipient recipient, Message message) {
            return new Receipt.Sent(recipient.chatId());
        }
    };

    private static Written written(List<Parcel> parcels) {
        return new Written(parcels.stream().map(DeliveryTest::letter).toList(), List.of());
    }

    private static Letter letter(Parcel parcel) {
        Recipient recipient = new Recipient(parcel.to().userId(), parcel.to().telegramId(), Locale.ENGLISH, Set.of());
        return new Letter(parcel.to(), recipient, parcel.alerts(), new Message("text", List.of(), false, null), 1);
    }

    private DeliveryReport deliver(Delivery.Post post, SendBudget budget) throws InterruptedException {
        return deliver(post, budget, DeliveryTest::written, Clock.fixed(NOON, Zones.SAO_PAULO));
    }

    private DeliveryReport deliver(Delivery.Post post, SendBudget budget, Delivery.Writing writing, Clock clock)
            throws InterruptedException {
        DeliveryReport report = new DeliveryReport();
        try (Database endings = house.test().another()) {
            Delivery.Parts parts = new Delivery.Parts(
                    new Outbox(house.database(), Duration.ofMinutes(2)),
                    new Outbox(endings, Duration.ofMinutes(2)),
                    budget,
                    writing,
                    post,
                    clock,
                    Duration.ZERO);
            new Delivery(parts, new Retries(new Random(1)), report).run();
        }
        return report;
    }

    private void peopleInTheStormAndOneOnTelegram() {
        for (int person = 1; person <= MANY; person++) {
            house.person(person, "channel = 'storm'");
        }
        house.person(MANY + 1, "");
        house.told("2026-11-21", "livelo 80/60 2026-11-21..2026-11-30");
        house.match("2026-11-21");
    }

    private List<String> states() {
        return house.rows("select distinct concat_ws(' ', state, note) from alert order by 1");
    }

    @Test
    void goesOnByTelegramWhenAPluginsChannelIsDown() throws InterruptedException {
        peopleInTheStormAndOneOnTelegram();

        DeliveryReport report =
                deliver(new ChannelPost(TELEGRAM, new Storm(person -> new Receipt.Unreachable("rain"))), new Ample());

        assertThat(report.sent()).isOne();
        assertThat(report.later()).isEqualTo(MANY);
        assertThat(states()).containsExactly("failed rain", "sent");
    }

    @Test
    void goesOnByTelegramWhenAPluginsChannelIsLocked() throws InterruptedException {
        peopleInTheStormAndOneOnTelegram();

        deliver(new ChannelPost(TELEGRAM, new Storm(person -> new Receipt.Locked("no key"))), new Ample());

        assertThat(states()).containsExactly("failed channel storm does not let us in: no key", "sent");
    }

    @Test
    void holdsNobodyElseWhenAPluginsChannelIsFlooded() throws InterruptedException {
        peopleInTheStormAndOneOnTelegram();
        Ample budget = new Ample();
        Duration absurd = Duration.ofSeconds(Long.MAX_VALUE);

        DeliveryReport report =
                deliver(new ChannelPost(TELEGRAM, new Storm(person -> new Receipt.SlowDown(absurd))), budget);

        assertThat(budget.held).isZero();
        assertThat(report.slowDowns()).isZero();
        assertThat(report.sent()).isOne();
        assertThat(house.rows("select distinct due_at = '2026-11-22T15:00:00Z' from alert where state = 'due'"))
                .containsExactly("t");
    }

    @Test
    void givesNoChatAnotherNumberBecauseAPluginSaysSo() throws InterruptedException {
        peopleInTheStormAndOneOnTelegram();

        deliver(new ChannelPost(TELEGRAM, new Storm(person -> new Receipt.Moved(-1))), new Ample());

        assertThat(states()).containsExactly("dead only chats of Telegram move, not those of channel storm", "sent");
        assertThat(house.rows("select count(*) from app_user where telegram_id < 0"))
                .containsExactly("0");
    }

    @Test
    void holdsAllWhenSeveralChatsAreFlooded() throws InterruptedException {
        peopleInTheStormAndOneOnTelegram();
        house.run("update user_config set channel = 'telegram'");
        Ample budget = new Ample();

        DeliveryReport report = deliver(letter -> new Receipt.SlowDown(Duration.ofSeconds(7)), budget);

        assertThat(budget.held).isEqualTo(Duration.ofSeconds(7));
        // Those that were on their way when the third was slowed down, and no more.
        assertThat(report.slowDowns()).isBetween(3L, 3L + 16);
        assertThat(states()).containsExactly("due slowed down");
        assertThat(house.rows("select distinct attempts from alert")).containsExactly("0");
    }

    @Test
    void endsWhenItBreaksAndLeavesNothingClaimedButWhatWasOnItsWay() {
        peopleInTheStormAndOneOnTelegram();

        assertThatThrownBy(() -> deliver(letter -> new Receipt.Locked("401 Unauthorized"), new Ample()))
                .isInstanceOfSatisfying(
                        MilesbotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.CONFIGURATION));
        assertThat(house.rows("select distinct state from alert")).containsExactly("due");
    }

    @Test
    void handsBackWhatIsNotOnItsWayWhenItIsInterrupted() {
        peopleInTheStormAndOneOnTelegram();
        Thread self = Thread.currentThread();
        AtomicBoolean isFirst = new AtomicBoolean(true);

        assertThatThrownBy(() -> deliver(
                        letter -> {
                            if (isFirst.getAndSet(false)) {
                                self.interrupt();
                            }
                            return new Receipt.Sent(letter.to().telegramId());
                        },
                        new Ample()))
                .isInstanceOf(InterruptedException.class);

        assertThat(house.rows("select count(*) from alert where state not in ('sent', 'due')"))
                .containsExactly("0");
        assertThat(house.rows("select count(*) > 0 from alert where state = 'sent'"))
                .containsExactly("t");
    }

    @Test
    @Timeout(60)
    void takesTheNextTurnsWhileLettersWaitForTheirs() {
        for (int person = 1; person <= MANY; person++) {
            house.person(person, "");
        }
        house.told("2026-11-21", "livelo 80/60 2026-11-21..2026-11-30");
        house.match("2026-11-21");
        AtomicInteger sent = new AtomicInteger();

        assertThatThrownBy(() -> deliver(
                        letter -> new Receipt.Sent(sent.incrementAndGet()),
                        new Distant(),
                        DeliveryTest::written,
                        new LookedAtClock()))
                .isInstanceOf(InterruptedException.class);

        assertThat(sent).hasValue(0);
        assertThat(house.rows("select distinct state from alert order by 1")).containsExactly("claimed", "due");
    }

    @Test
    void sendsNothingThatItWasHeldUpWithForLongerThanItsLease() throws InterruptedException {
        peopleInTheStormAndOneOnTelegram();
        SettableClock clock = SettableClock.at(NOON);
        AtomicInteger sent = new AtomicInteger();
        Outbox another = new Outbox(house.database(), Duration.ofMinutes(2));
        Delivery.Writing slow = parcels -> {
            clock.advance(Duration.ofMinutes(3));
            List<Parcel> taken = another.claim(2 * MANY, clock.instant());
            assertThat(taken).as("taken up by another").hasSize(MANY + 1);
            another.settle(
                    taken.stream()
                            .map(parcel -> Outcome.sent(parcel.alerts(), 1L))
                            .toList(),
                    clock.instant());
            return written(parcels);
        };

        DeliveryReport report = deliver(
                letter -> {
                    sent.incrementAndGet();
                    return new Receipt.Sent(letter.to().telegramId());
                },
                new Ample(),
                slow,
                clock);

        assertThat(sent).hasValue(0);
        assertThat(report.sent()).isZero();
        assertThat(house.rows("select count(*) from alert where state = 'sent'"))
                .containsExactly("" + (MANY + 1));
    }

    @Test
    void sendsNoMoreThanMayComeTwiceWhileNothingCanBeKept() throws InterruptedException {
        int people = 60;
        for (int person = 1; person <= people; person++) {
            house.person(person, "");
        }
        house.told("2026-11-21", "livelo 80/60 2026-11-21..2026-11-30");
        house.match("2026-11-21");
        CountDownLatch shut = new CountDownLatch(1);
        CountDownLatch many = new CountDownLatch(32);
        AtomicInteger sent = new AtomicInteger();
        AtomicInteger unkept = new AtomicInteger();
        Thread slow = new Thread(() -> holdUpEndings(shut, many, () -> unkept.set(sent.get())));
        slow.start();
        shut.await();

        DeliveryReport report = deliver(
                letter -> {
                    sent.incrementAndGet();
                    many.countDown();
                    return new Receipt.Sent(letter.to().telegramId());
                },
                new Ample());
        slow.join();

        assertThat(unkept).hasValue(32);
        assertThat(report.sent()).isEqualTo(people);
        assertThat(house.rows("select count(*) from alert where state = 'sent'"))
                .containsExactly("" + people);
    }

    /** Each end that is kept is also counted, and here nobody may count until a while after many were sent. */
    private void holdUpEndings(CountDownLatch shut, CountDownLatch many, Runnable look) {
        try (Database other = house.test().another()) {
            other.useTransaction(open -> {
                open.execute("lock table metric_log in share mode");
                shut.countDown();
                try {
                    many.await();
                    Thread.sleep(200);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                look.run();
            });
        }
    }
}
