package org.milesbot.cli.web.page;

import java.util.List;

/**
 * What is open now.
 *
 * @param frame around it
 * @param all how many are open
 * @param cards those that the filter lets through
 * @param filter what it can be narrowed down by
 * @param isFiltered whether it is
 * @param next when more is likely, a sentence a programme; only where no card is shown
 */
record HomeView(Frame frame, int all, List<Card> cards, Choices filter, boolean isFiltered, List<Next> next) {

    HomeView {
        cards = List.copyOf(cards);
        next = List.copyOf(next);
    }

    /** What it can be narrowed down by. */
    record Choices(
            List<Option> programs, List<Option> origins, List<Option> kinds, List<Option> least, List<Option> order) {

        Choices {
            programs = List.copyOf(programs);
            origins = List.copyOf(origins);
            kinds = List.copyOf(kinds);
            least = List.copyOf(least);
            order = List.copyOf(order);
        }
    }

    /**
     * When a programme is likely to open its next campaign.
     *
     * @param slug of the programme
     * @param program what people call it
     * @param sentence how likely, and when
     */
    record Next(String slug, String program, String sentence) {}
}
