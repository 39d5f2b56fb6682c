package org.milesbot.notify.telegram;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.notify.Receipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;

/**
 * How long to wait before Telegram is asked again: as long as it says, else longer each time. The library does not look at
 * what was answered, so it is seen here as it passes.
 */
final class Setbacks implements BackOff, Interceptor {

    private static final Logger log = LoggerFactory.getLogger(Setbacks.class);
    private static final int CONFLICT = 409;
    private static final long MOST_SEEN = 64 * 1024;
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int DOUBLINGS = 6;

    private final Scrubber scrubber;
    private final Consumer<String> lockedOut;
    private final BooleanSupplier isOver;
    private int inARow;
    private volatile @Nullable Answer refusal;

    /**
     * @param lockedOut hears why Telegram does not let the bot in, which waiting does not mend
     * @param isOver whether nobody listens any more, when being cut off is no setback
     */
    Setbacks(Scrubber scrubber, Consumer<String> lockedOut, BooleanSupplier isOver) {
        this.scrubber = scrubber;
        this.lockedOut = lockedOut;
        this.isOver = isOver;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        refusal = null;
        Response response = chain.proceed(chain.request());
        if (!response.isSuccessful()) {
            Optional<Answer> answer = Answer.of(response.peekBody(MOST_SEEN).string());
            refusal = answer.orElse(null);
        }
        return response;
    }

    @Override
    public void reset() {
        if (inARow > 0) {
            log.info("Telegram answers again");
        }
        inARow = 0;
    }

    @Override
    public long nextBackOffMillis() {
        inARow++;
        Answer answer = refusal;
        Receipt receipt = answer == null ? null : answer.outcome(scrubber);
        if (receipt instanceof Receipt.Locked locked) {
            lockedOut.accept(locked.reason());
        }
        Duration wait = receipt instanceof Receipt.SlowDown slowDown ? slowDown.pause() : growing();
        warn(answer, wait);
        return wait.toMillis();
    }

    private Duration growing() {
        Duration grown = FIRST.multipliedBy(1L << Math.min(inARow - 1, DOUBLINGS));
        long millis = Math.min(grown.toMillis(), LONGEST.toMillis());
        return Duration.ofMillis(millis * (90 + ThreadLocalRandom.current().nextInt(21)) / 100);
    }

    private void warn(@Nullable Answer answer, Duration wait) {
        if (answer != null && answer.code() == CONFLICT) {
            log.error(
                    "another process asks Telegram with the same token, and each takes updates from the other; asking again in {}",
                    wait);
        } else if (!isOver.getAsBoolean() && (inARow == 1 || inARow % 10 == 0)) {
            String why = answer == null ? "no answer" : answer.code() + " " + scrubber.scrubbed(answer.description());
            log.warn("Telegram did not hand over updates ({} in a row, {}); asking again in {}", inARow, why, wait);
        }
    }
}
