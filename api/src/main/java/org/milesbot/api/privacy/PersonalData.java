package org.milesbot.api.privacy;

import java.util.Optional;

/**
 * What a plug-in keeps of people. A plug-in that keeps anything of anybody, wherever it does, has one, so that people can see
 * what is kept of them and have it forgotten. Called from one thread at a time; each call is given a time limit by the host.
 *
 * <p>A person is the number of their chat on Telegram, as in {@code Recipient.chatId()}; below 0 it is a group or a channel.
 * Keep things under that number, not under the person's number in milesbot: once they are forgotten, that is unknown.
 */
public interface PersonalData {

    /** How many characters an export may have. */
    int LONGEST = 1_000_000;

    /**
     * All that is kept of somebody, as the text of one JSON object of at most {@value #LONGEST} characters; where there is
     * more, the newest, and a field that says so. Nothing if nothing is kept. Must change nothing.
     *
     * @throws Exception if it cannot say; the person is told that this part is missing
     */
    Optional<String> export(long chatId) throws Exception;

    /**
     * Forgets somebody: when it returns, nothing of them is left. Asked again, as it is after a failure here or elsewhere,
     * it does what is left to do, without harm.
     *
     * @return whether anything was kept
     * @throws Exception if something is left; the person is told so, and may ask again
     */
    boolean erase(long chatId) throws Exception;
}
