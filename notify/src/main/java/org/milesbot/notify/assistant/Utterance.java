package org.milesbot.notify.assistant;

import java.util.List;

/**
 * What somebody wrote in their own words.
 *
 * @param words theirs
 * @param quotes what others wrote and they speak of; at most {@link #MOST_QUOTES}
 */
public record Utterance(String words, List<Quote> quotes) {

    /** Nobody asks for a command in more characters; longer words are not sent anywhere. */
    public static final int LONGEST = 1_000;

    /** More are left out. */
    public static final int MOST_QUOTES = 5;

    /** Copies the quotes. */
    public Utterance {
        quotes = List.copyOf(quotes.subList(0, Math.min(quotes.size(), MOST_QUOTES)));
    }

    /** Words alone. */
    public static Utterance of(String words) {
        return new Utterance(words, List.of());
    }
}
