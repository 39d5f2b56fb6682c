package org.milesbot.cli.notify;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.milesbot.api.notify.Message;
import org.milesbot.api.notify.Recipient;
import org.milesbot.notify.message.FareLetters;
import org.milesbot.notify.message.FareTelling;
import org.milesbot.store.alert.Claimed;
import org.milesbot.store.alert.FareMatches;
import org.milesbot.store.alert.FareNotice;

/** Writes what people are told of seats on routes of theirs. */
final class FareWriter {

    private final FareLetters letters;

    FareWriter(FareLetters letters) {
        this.letters = letters;
    }

    /** The number of the notice that an alert is about; nothing if it is not about a fare. */
    static Optional<Long> noticeOf(Claimed alert) {
        return alert.reason().equals(FareMatches.FARE) ? Optional.of(Long.valueOf(alert.detail())) : Optional.empty();
    }

    /** Why an alert about a fare is not worth sending any more. */
    static Optional<String> obstacle(Claimed alert, Map<Long, FareNotice> notices) {
        FareNotice notice = notices.get(noticeOf(alert).orElseThrow());
        if (notice == null) {
            return Optional.of("the fare is not there any more");
        }
        return notice.stillHolds() ? Optional.empty() : Optional.of("the fare is dearer by now");
    }

    /**
     * All seats of a parcel in one message.
     *
     * @param isWhole whether nothing else stands in it
     */
    Message write(
            List<Claimed> alerts,
            Map<Long, FareNotice> notices,
            boolean isWhole,
            Recipient recipient,
            LocalDate today) {
        List<FareTelling> tellings = alerts.stream()
                .map(alert -> notices.get(noticeOf(alert).orElseThrow()))
                .map(notice -> telling(Objects.requireNonNull(notice)))
                .toList();
        Message message = isWhole && tellings.size() == 1
                ? letters.alone(tellings.get(0), recipient, today)
                : letters.several(tellings, recipient, today);
        boolean isSilent = alerts.stream().noneMatch(Claimed::isLoud);
        return new Message(message.html(), message.buttons(), isSilent, null);
    }

    private static FareTelling telling(FareNotice notice) {
        FareNotice.Cause cause = notice.cause();
        return new FareTelling(
                notice.now().fare(),
                new FareTelling.Why(
                        cause.ceiling(), cause.isCheap(), cause.previousLow(), cause.median(), cause.historyDays()));
    }
}
