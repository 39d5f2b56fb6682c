package org.milesbot.cli.fare;

import java.math.BigDecimal;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Percent;
import org.milesbot.notify.message.ComboPath;
import org.milesbot.notify.message.Offer;

/**
 * One way to come by the miles of a ticket: with the miles that somebody holds, and with points that they send for the rest.
 *
 * @param ticket what is booked
 * @param held how many miles of the ticket's programme they hold
 * @param sending what is sent for the miles that they do not hold; null if nothing is
 * @param worthBrl what the points that are spent are worth, those that are sent and the miles that were held; null if not known
 */
public record Path(
        Ticket ticket,
        long held,
        @Nullable Sending sending,
        @Nullable BigDecimal worthBrl) {

    /**
     * Points that are sent.
     *
     * @param origins where they come from: one programme, or those of the bonus of which any will do where none is held
     * @param bonus the campaign
     * @param percent what comes on top
     * @param isSure whether it is known that this person gets it; else it is the most that they may get
     * @param path how many are sent, and what arrives
     * @param held how many of them they hold
     */
    public record Sending(
            SortedSet<String> origins, Offer bonus, Percent percent, boolean isSure, ComboPath path, long held) {

        /** How many points there are too few. */
        public long missing() {
            return Math.max(0, path.points() - held);
        }

        /** How many points are left with the origin. */
        public long left() {
            return Math.max(0, held - path.points());
        }
    }

    /** How many miles are paid of those that were held before. */
    public long used() {
        return Math.min(held, ticket.miles());
    }

    /** How many miles have to come from elsewhere. */
    public long lacking() {
        return ticket.miles() - used();
    }

    /** How many points there are too few to go this way: of the origin, or of the programme itself where none are sent. */
    public long missing() {
        return sending == null ? lacking() : sending.missing();
    }

    /** Whether the points are there. */
    public boolean isOpen() {
        return missing() == 0;
    }

    /** How many points are spent, of the origin and of the programme. */
    public long points() {
        return used() + (sending == null ? lacking() : sending.path().points());
    }

    /** How many miles of the programme are left, or come too many, once all is booked. */
    public long left() {
        return held - used() + (sending == null ? 0 : sending.path().arriving() - lacking());
    }

    /**
     * What it comes to in reais: {@code (points sent × reais of their origin + miles held and used × reais of the programme)
     * ÷ 1000 + fees}, exactly. Miles that are left over count for nothing. Null if a part is not known.
     */
    public @Nullable BigDecimal costBrl() {
        BigDecimal fees = ticket.feesBrl();
        return worthBrl == null || fees == null ? null : worthBrl.add(fees);
    }
}
