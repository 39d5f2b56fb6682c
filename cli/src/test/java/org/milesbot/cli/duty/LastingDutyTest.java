package org.milesbot.cli.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.duty.LastingDuty.Work;

class LastingDutyTest {

    private final ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final DutyFaults faults = new DutyFaults(new Told() {
        @Override
        public void say(Text sentence) {
            told.add("good: " + sentence);
        }

        @Override
        public void complain(Text sentence) {
            told.add("bad: " + sentence);
        }
    });

    private LastingDuty start(Work work) {
        LastingDuty duty = new LastingDuty(
                Duty.BOT,
                stopping -> {
                    begun.incrementAndGet();
                    try {
                        work.run(stopping);
                    } finally {
                        ended.incrementAndGet();
                    }
                },
                faults);
        duty.start();
        return duty;
    }

    private static MilesbotException error(ErrorKind kind) {
        return new MilesbotException(kind, Text.plain("a reason"));
    }

    @Test
    void goesOnUntilItIsClosed() {
        try (LastingDuty duty = start(Stopping::await)) {
            await().until(() -> begun.get() == 1);
            assertThat(duty.isOff()).isFalse();
        }
        assertThat(ended).hasValue(1);
        assertThat(told).isEmpty();
    }

    @Test
    void beginsAnewWhenItIsAsked() {
        try (LastingDuty duty = start(Stopping::await)) {
            await().until(() -> begun.get() == 1);
            duty.again();
            await().until(() -> begun.get() == 2);
            assertThat(ended).hasValue(1);
        }
        assertThat(ended).hasValue(2);
    }

    @Test
    void endsInTheWayThatItNames() {
        CountDownLatch closed = new CountDownLatch(1);
        try (LastingDuty duty = start(stopping -> {
            stopping.by(closed::countDown);
            closed.await();
        })) {
            await().until(() -> begun.get() == 1);
            assertThat(duty.isOff()).isFalse();
        }
        assertThat(closed.getCount()).isZero();
        assertThat(ended).hasValue(1);
    }

    @Test
    void isInterruptedWhereItNamesNoWay() {
        try (LastingDuty duty = start(stopping -> new CountDownLatch(1).await())) {
            await().until(() -> begun.get() == 1);
            assertThat(duty.isOff()).isFalse();
        }
        assertThat(ended).hasValue(1);
        assertThat(told).isEmpty();
    }

    @Test
    void staysOffIfItIsSetUpWrong() {
        try (LastingDuty duty = start(stopping -> {
            throw error(ErrorKind.CONFIGURATION);
        })) {
            await().until(duty::isOff);
        }
        assertThat(begun).hasValue(1);
        assertThat(told).hasSize(1).allMatch(line -> line.startsWith("bad: ") && line.contains("a reason"));
        assertThat(faults.reasons()).hasSize(1);
    }

    @Test
    void beginsAgainAfterATroubleThatIsToldOnce() {
        try (LastingDuty duty = start(stopping -> {
            if (begun.get() < 3) {
                throw error(ErrorKind.EXTERNAL);
            }
            faults.mended(Duty.BOT);
            stopping.await();
        })) {
            await().until(() -> begun.get() == 3 && faults.reasons().isEmpty());
            assertThat(duty.isOff()).isFalse();
        }
        assertThat(List.copyOf(told)).hasSize(2).first().asString().startsWith("bad: ");
        assertThat(told).last().asString().startsWith("good: ");
    }
}
