package org.milesbot.cli.duty;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Asks what lasts to end. For use by several threads. */
public final class Stopping {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final Thread worker;
    private @Nullable Runnable way;

    Stopping(Thread worker) {
        this.worker = worker;
    }

    /** Waits until it is asked, which is all there is to do to end. */
    public void await() throws InterruptedException {
        by(() -> {});
        asked.await();
    }

    /** How to end what is beginning now; done at once if that was asked for already. */
    public void by(Runnable ending) {
        synchronized (this) {
            way = ending;
        }
        if (isAsked()) {
            ending.run();
        }
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Asks it to end. What said no way to do so is interrupted. */
    void ask() {
        Runnable known;
        synchronized (this) {
            asked.countDown();
            known = way;
        }
        if (known == null) {
            worker.interrupt();
        } else {
            known.run();
        }
    }
}
