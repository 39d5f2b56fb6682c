package org.milesbot.cli.web.page;

import java.util.List;

/**
 * What was found among all campaigns ever.
 *
 * @param frame around it
 * @param words that were typed
 * @param count how many there are, in a sentence
 * @param cards this page of them
 * @param programs to narrow it down by
 * @param origins likewise
 * @param kinds likewise
 * @param years likewise
 * @param percents likewise
 * @param next where the next page is; empty if this is the last
 * @param first where the first page is; empty if this is it
 */
record FindView(
        Frame frame,
        String words,
        String count,
        List<Card> cards,
        List<Option> programs,
        List<Option> origins,
        List<Option> kinds,
        List<Option> years,
        List<Option> percents,
        String next,
        String first) {

    FindView {
        cards = List.copyOf(cards);
        programs = List.copyOf(programs);
        origins = List.copyOf(origins);
        kinds = List.copyOf(kinds);
        years = List.copyOf(years);
        percents = List.copyOf(percents);
    }
}
