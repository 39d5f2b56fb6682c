package org.milesbot.cli.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Cuts connections on which one request or one reply takes too long. A trickle of bytes keeps a connection from being idle,
 * and many of them would leave no room for others.
 */
final class SlowClients extends AbstractLifeCycle implements Connection.Listener {

    private static final long LOOK_SECONDS = 1;

    private final Map<Connection, Progress> open = new ConcurrentHashMap<>();
    private final Scheduler scheduler;
    private final long mostNanos;

    /**
     * How far a connection had come.
     *
     * @param messages how many requests and replies had gone over it
     * @param bytes how many bytes had come by the last of them
     * @param since when that was, in nanoseconds
     */
    private record Progress(long messages, long bytes, long since) {

        static Progress of(Connection connection) {
            return new Progress(
                    connection.getMessagesIn() + connection.getMessagesOut(),
                    connection.getBytesIn(),
                    System.nanoTime());
        }
    }

    SlowClients(Scheduler scheduler, Duration most) {
        this.scheduler = scheduler;
        mostNanos = most.toNanos();
    }

    @Override
    public void onOpened(Connection connection) {
        open.put(connection, Progress.of(connection));
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }

    @Override
    protected void doStart() {
        lookAgain();
    }

    private void lookAgain() {
        if (isStarting() || isRunning()) {
            scheduler.schedule(this::look, LOOK_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void look() {
        open.forEach(this::look);
        lookAgain();
    }

    private void look(Connection connection, Progress last) {
        Progress now = Progress.of(connection);
        boolean isBusy = now.bytes > last.bytes || connection.getMessagesIn() > connection.getMessagesOut();
        if (now.messages != last.messages || !isBusy) {
            open.replace(connection, last, now);
        } else if (now.since - last.since > mostNanos) {
            connection.getEndPoint().close(new TimeoutException("a request or its reply took too long"));
        }
    }
}
