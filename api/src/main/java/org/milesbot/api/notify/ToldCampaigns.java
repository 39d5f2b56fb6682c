package org.milesbot.api.notify;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * What milesbot itself tells people. Of what they looked up by themselves, on a page or with a command, nobody keeps a record.
 */
@FunctionalInterface
public interface ToldCampaigns {

    /** About how many campaigns one may ask at once. */
    int MOST = 1_000;

    /**
     * Which of these campaigns somebody was told of, or will be as soon as their quiet hours or their digest let it. One that
     * expired before it could be sent, or never arrived, is not among them: that they have missed.
     *
     * @param chatId the chat on Telegram; of one who does not use milesbot nothing is known
     * @param campaigns by their ids, {@value #MOST} at most
     * @throws IllegalArgumentException if there are more
     * @throws org.milesbot.api.MilesbotException of kind EXTERNAL if the database is lost
     */
    Set<UUID> of(long chatId, Collection<UUID> campaigns);

    /** Nobody was told of anything. */
    static ToldCampaigns none() {
        return (chatId, campaigns) -> Set.of();
    }
}
