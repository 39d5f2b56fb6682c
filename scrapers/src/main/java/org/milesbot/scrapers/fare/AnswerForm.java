package org.milesbot.scrapers.fare;

import org.milesbot.api.source.Page;

/** The form of the answers that one programme's award search gives a browser. Without state. */
interface AnswerForm {

    /** Whether a text in JSON is of this form, by words that stand in no other. */
    boolean fits(String text);

    /**
     * Reads an answer.
     *
     * @param root the whole of it
     * @param page where it came from
     * @param gathering where fares and unreadable entries go
     * @throws UnreadableEntryException if not even the list of entries can be found
     */
    void read(Node root, Page page, Gathering gathering);
}
