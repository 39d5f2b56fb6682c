package org.milesbot.cli.fare.ask;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.cli.fare.ask.FareAnswer.End;
import org.milesbot.store.fare.StoredFare;
import org.milesbot.store.fare.StoredFare.Change;

/**
 * What asking brought.
 *
 * @param asked how many questions were asked; the others were answered already
 * @param requests how many requests that took
 * @param bytes how much was fetched
 * @param fares how many fares were told
 * @param news how many of them are new or cost fewer miles than before
 * @param end how it ended; with several questions, the last way that was not well
 * @param problem what went wrong first, or null
 */
public record FareReport(
        int asked,
        int requests,
        long bytes,
        int fares,
        int news,
        End end,
        @Nullable Text problem) {

    /** Nothing was asked. */
    public static final FareReport NONE = new FareReport(0, 0, 0, 0, 0, End.READ, null);

    static FareReport of(FareAnswer answer, List<StoredFare> stored) {
        long news = stored.stream()
                .filter(fare -> fare.change() == Change.NEW || fare.change() == Change.CHEAPER)
                .count();
        return new FareReport(
                answer.requests() == 0 && answer.end() == End.READ ? 0 : 1,
                answer.requests(),
                answer.bytes(),
                answer.fares().size(),
                Math.toIntExact(news),
                answer.end(),
                answer.problem());
    }

    /** Both together. */
    public FareReport with(FareReport other) {
        return new FareReport(
                asked + other.asked,
                requests + other.requests,
                bytes + other.bytes,
                fares + other.fares,
                news + other.news,
                other.end == End.READ ? end : other.end,
                problem == null ? other.problem : problem);
    }

    /** Whether the provider wants to be left alone, whatever is asked. */
    boolean isShut() {
        return end == End.OUT_OF_TURNS || end == End.BLOCKED;
    }

    /** Whether asking on would come to nothing for now. */
    boolean isOver() {
        return switch (end) {
            case READ, UNREADABLE -> false;
            case OUT_OF_TURNS, BLOCKED, TIMED_OUT, FAILED -> true;
        };
    }
}
