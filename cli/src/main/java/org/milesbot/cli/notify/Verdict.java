package org.milesbot.cli.notify;

import java.time.Instant;
import java.util.List;
import org.milesbot.api.notify.Receipt;
import org.milesbot.api.notify.Receipt.Gone;
import org.milesbot.api.notify.Receipt.Locked;
import org.milesbot.api.notify.Receipt.Moved;
import org.milesbot.api.notify.Receipt.Refused;
import org.milesbot.api.notify.Receipt.Sent;
import org.milesbot.api.notify.Receipt.SlowDown;
import org.milesbot.api.notify.Receipt.Unreachable;
import org.milesbot.store.alert.Claimed;
import org.milesbot.store.alert.Outcome;

/** What becomes of alerts, by how sending them ended. */
final class Verdict {

    private final Retries retries;

    Verdict(Retries retries) {
        this.retries = retries;
    }

    Outcome of(Receipt receipt, List<Claimed> alerts, Instant now) {
        if (receipt instanceof Sent sent) {
            return Outcome.sent(alerts, sent.messageId());
        }
        if (receipt instanceof SlowDown slow) {
            return Outcome.later(alerts, now.plus(slow.pause()), "slowed down");
        }
        if (receipt instanceof Gone gone) {
            return Outcome.expired(alerts, "gone: " + gone.reason());
        }
        if (receipt instanceof Moved moved) {
            return Outcome.later(alerts, now, "moved to " + moved.chatId());
        }
        if (receipt instanceof Refused refused) {
            return Outcome.dead(alerts, refused.reason());
        }
        if (receipt instanceof Locked locked) {
            return Outcome.later(alerts, now, locked.reason());
        }
        return failed(alerts, ((Unreachable) receipt).reason(), now);
    }

    /** It may have been the fault of the message, if it was tried too often. */
    Outcome failed(List<Claimed> alerts, String why, Instant now) {
        int attempts = alerts.stream().mapToInt(Claimed::attempts).max().orElse(1);
        return retries.areOver(attempts)
                ? Outcome.dead(alerts, why)
                : Outcome.failed(alerts, now.plus(retries.pause(attempts)), why);
    }
}
