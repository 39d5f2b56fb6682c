package org.milesbot.cli.bot;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;

/** Some desks for many threads. One whose connection is lost is replaced. */
final class Desks implements AutoCloseable {

    private final Supplier<Desk> maker;
    private final BlockingQueue<Desk> free;

    Desks(int many, Supplier<Desk> maker) {
        this.maker = maker;
        free = new ArrayBlockingQueue<>(many);
        for (int i = 0; i < many; i++) {
            free.add(maker.get());
        }
    }

    /**
     * Works at a desk.
     *
     * @throws MilesbotException as the work does; of kind EXTERNAL if the database is not there, and then the next one finds
     *     another connection
     */
    <T> T with(Function<Desk, T> work) throws InterruptedException {
        Desk desk = free.take();
        boolean isLost = false;
        try {
            return work.apply(desk);
        } catch (MilesbotException e) {
            isLost = e.kind() == ErrorKind.EXTERNAL;
            throw e;
        } finally {
            if (isLost) {
                desk.close();
            }
            free.add(isLost ? maker.get() : desk);
        }
    }

    @Override
    public void close() {
        List<Desk> all = new ArrayList<>();
        free.drainTo(all);
        all.forEach(Desk::close);
    }
}
