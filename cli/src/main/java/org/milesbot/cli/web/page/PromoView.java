package org.milesbot.cli.web.page;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One campaign. All of it is plain text.
 *
 * @param frame around it
 * @param card it at a glance
 * @param state where it is in its life
 * @param link where people read it, or null if that is no page of the web
 * @param tiers who gets which percentage; empty if that is not told apart
 * @param facts the rest of the offer
 * @param life what happened to it, in order
 * @param sightings who said so, oldest first
 * @param unshown how many sightings there are besides
 * @param similar earlier ones to hold it against
 * @param score why its score is what it is; null before it has one
 */
record PromoView(
        Frame frame,
        Card card,
        String state,
        @Nullable String link,
        List<Tier> tiers,
        List<Fact> facts,
        List<Happening> life,
        List<Witness> sightings,
        int unshown,
        List<Similar> similar,
        @Nullable Score score) {

    PromoView {
        tiers = List.copyOf(tiers);
        facts = List.copyOf(facts);
        life = List.copyOf(life);
        sightings = List.copyOf(sightings);
        similar = List.copyOf(similar);
    }

    /** Who gets which percentage. */
    record Tier(String who, String percent) {}

    /**
     * A part of the offer.
     *
     * @param label what it is
     * @param value what it says
     * @param words what it was read from; may be empty
     */
    record Fact(String label, String value, String words) {}

    /**
     * What happened.
     *
     * @param at when
     * @param day the day, as people write it
     * @param words what
     */
    record Happening(Instant at, String day, String words) {}

    /**
     * A sighting.
     *
     * @param place among the others
     * @param source who said so
     * @param provenance how near to the programme they are
     * @param at when
     * @param time the same, as people write it
     * @param offer what is offered
     * @param title the heading
     * @param link where people read it, or null if that is no page of the web
     * @param quotes the words it was read from
     * @param notes what to beware of, what was taken from it, and why it is of this campaign
     */
    record Witness(
            String place,
            String source,
            String provenance,
            Instant at,
            String time,
            String offer,
            String title,
            @Nullable String link,
            List<Quote> quotes,
            List<String> notes) {

        Witness {
            quotes = List.copyOf(quotes);
            notes = List.copyOf(notes);
        }
    }

    /** The words that a field was read from. */
    record Quote(String field, String words) {}

    /** An earlier campaign. */
    record Similar(UUID id, String when, String where, String highest, String title) {}

    /**
     * A score.
     *
     * @param value from 0 to 100
     * @param parts what it is made of
     */
    record Score(String value, List<Part> parts) {

        Score {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A part of a score.
     *
     * @param name what it is
     * @param meaning how it comes about
     * @param points how many it gives, as people write it
     * @param most how many it could give, as people write it
     * @param share of what it could give, in percent
     */
    record Part(String name, String meaning, String points, String most, long share) {}
}
