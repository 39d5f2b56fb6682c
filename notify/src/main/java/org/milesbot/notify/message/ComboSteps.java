package org.milesbot.notify.message;

import java.util.Locale;

/** What to do, step by step, to have the miles of a seat by a transfer of points. */
public final class ComboSteps {

    private final Phrases phrases;

    /** Steps in a language. */
    public ComboSteps(Locale language) {
        this(new Phrases(language));
    }

    ComboSteps(Phrases phrases) {
        this.phrases = phrases;
    }

    /**
     * The steps, and how many points the bonus spares.
     *
     * @param miles how many miles are to come by them
     * @param origin where the points come from, or nothing
     * @param program whose miles they become
     * @param flight what is booked, or nothing
     */
    public Html of(ComboPath path, long miles, Html origin, Html program, Html flight) {
        return Html.lines(
                phrases.say("combo.send", whole(path.points()), from(origin)),
                phrases.say(path.isCapped() ? "combo.gain.capped" : "combo.gain", whole(path.bonus())),
                phrases.say("combo.arrive", whole(path.arriving()), program),
                flight.isEmpty() ? phrases.say("combo.fly.none") : phrases.say("combo.fly", flight),
                path.isAtLeast() ? phrases.say("combo.least", whole(path.points())) : Html.NONE,
                path.spared() > 0
                        ? phrases.say("combo.spared", whole(miles), whole(path.spared()))
                        : phrases.say("combo.not_spared", whole(miles)));
    }

    private Html from(Html origin) {
        return origin.isEmpty() ? Html.NONE : phrases.say("combo.from", origin);
    }

    private Html whole(long points) {
        return new Html(phrases.whole(points));
    }
}
