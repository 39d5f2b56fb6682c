package org.milesbot.cli.bot.command;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.milesbot.api.Bytes;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.notify.Message;
import org.milesbot.cli.chart.Drawing;
import org.milesbot.cli.chart.Painted;
import org.milesbot.cli.chart.Painter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drawings as what the bot sends. A picture goes with words that say the same, so where none can be painted, or too many want
 * one at once, the words are enough.
 */
final class Pictures {

    private static final Logger log = LoggerFactory.getLogger(Pictures.class);

    /** One at a time: painting takes a core for a while, and megabytes. */
    private static final Semaphore BRUSH = new Semaphore(1);

    private static final long PATIENCE_SECONDS = 1;
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    private Pictures() {}

    /** The picture; nothing if there is none to be had now. */
    static Optional<BotReply> of(Supplier<Drawing> drawing, Message caption) {
        try {
            if (!BRUSH.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return Optional.empty();
            }
            try {
                return reply(Painter.png(drawing.get()), caption);
            } finally {
                BRUSH.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<BotReply> reply(Painted painted, Message caption) {
        if (painted instanceof Painted.Picture picture) {
            return Optional.of(new BotReply.Picture(Bytes.of(picture.bytes()), caption));
        }
        if (painted instanceof Painted.Unpainted unpainted && TOLD.compareAndSet(false, true)) {
            log.warn("no pictures are sent, only words: {}", unpainted.reason(), unpainted.cause());
        }
        return Optional.empty();
    }
}
