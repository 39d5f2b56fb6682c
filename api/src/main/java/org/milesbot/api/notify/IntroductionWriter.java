package org.milesbot.api.notify;

import java.util.Locale;
import java.util.Optional;

/**
 * Has the operator's language model write the sentences that a message begins with. All that the message says must stand in the
 * message without them: they are left out more often than not.
 */
@FunctionalInterface
public interface IntroductionWriter {

    /** How many characters of facts are handed over; the rest is cut off. */
    int MOST_FACTS = 1_500;

    /** How many characters an introduction may have. */
    int LONGEST = 400;

    /**
     * Writes one or two friendly sentences, and takes up to 20 seconds. Tokens are set aside before on the person's account and
     * the installation's, as for whatever they ask in their own words.
     *
     * @param chatId who reads it. Nothing is written for who has not switched the language model on
     * @param language theirs
     * @param facts what it may be about, as plain text of the plug-in's; a heading that came from outside may say what it
     *     likes to the model, and is better left out
     * @return plain text to be escaped, of one paragraph and at most {@value #LONGEST} characters, without links, mentions or a
     *     number that is not in the facts; nothing if no such text came in time, or the budget is spent
     */
    Optional<String> introduce(long chatId, Locale language, String facts);
}
