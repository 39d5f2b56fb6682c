package org.milesbot.cli.notify;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.notify.Message;
import org.milesbot.api.notify.Recipient;
import org.milesbot.notify.message.OperatorLetters;
import org.milesbot.notify.message.SourceTrouble;
import org.milesbot.store.alert.Claimed;
import org.milesbot.store.alert.DeadLetters;
import org.milesbot.store.alert.DeadLetters.DeadLetter;
import org.milesbot.store.alert.OperatorAlerts;
import org.milesbot.store.alert.Parcel;
import org.milesbot.store.source.NoticeKind;
import org.milesbot.store.source.Notices;
import org.milesbot.store.source.SourceNotice;

/** Writes what the operator is told. */
final class OperatorWriter {

    private final Notices notices;
    private final DeadLetters deadLetters;

    OperatorWriter(Notices notices, DeadLetters deadLetters) {
        this.notices = notices;
        this.deadLetters = deadLetters;
    }

    /** All of a parcel in one message. */
    Message write(Parcel parcel, Recipient recipient) {
        OperatorLetters letters = new OperatorLetters(recipient.language());
        List<Message> messages =
                parcel.alerts().stream().map(alert -> message(alert, letters)).toList();
        return new Message(
                messages.stream().map(Message::html).collect(Collectors.joining("\n\n")), List.of(), false, null);
    }

    private Message message(Claimed alert, OperatorLetters letters) {
        if (alert.reason().startsWith(OperatorAlerts.SOURCE)) {
            return letters.source(trouble(Long.parseLong(alert.detail())));
        }
        String[] numbers = alert.detail().split(" ", -1);
        return switch (alert.reason()) {
            case OperatorAlerts.DEAD_LETTERS -> letters.deadLetters(Long.parseLong(numbers[0]), newest());
            case OperatorAlerts.SLOWED_DOWN ->
                letters.slowedDown(Long.parseLong(numbers[0]), Duration.ofSeconds(Long.parseLong(numbers[1])));
            default -> throw new IllegalStateException("nobody writes of " + alert.reason());
        };
    }

    private @Nullable String newest() {
        return deadLetters.list(1).stream().findFirst().map(DeadLetter::note).orElse(null);
    }

    private SourceTrouble trouble(long number) {
        SourceNotice notice = Optional.of(notices.after(number - 1, 1))
                .flatMap(found -> found.stream().findFirst())
                .orElseThrow(() -> new IllegalStateException("no notice " + number));
        return new SourceTrouble(
                notice.key().source(),
                kind(notice.kind()),
                notice.since(),
                notice.failures(),
                notice.outcome().toLowerCase(Locale.ROOT),
                notice.problem());
    }

    private static SourceTrouble.Kind kind(NoticeKind kind) {
        return switch (kind) {
            case FAILING -> SourceTrouble.Kind.FAILING;
            case SILENT -> SourceTrouble.Kind.SILENT;
            case RECOVERED -> SourceTrouble.Kind.RECOVERED;
        };
    }
}
