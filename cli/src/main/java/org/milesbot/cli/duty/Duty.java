package org.milesbot.cli.duty;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Nearest;
import org.milesbot.api.Text;
import org.milesbot.cli.config.Quoted;

/** What one process can do at once; each is also a command of its own, of the same name. */
public enum Duty {
    /** Asks the sources that are due, plug-in by plug-in. */
    SCRAPE,
    /** Settles which sightings are one campaign. */
    DEDUPE,
    /** Forecasts, once a night. */
    FORECAST,
    /** Tells people. */
    NOTIFY,
    /** Lets go of what is of no more use, once a night. */
    TIDY,
    /** Listens to people. */
    BOT,
    /** Answers HTTP. */
    SERVE;

    /** Its name, as people write it. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The duties that somebody chose.
     *
     * @param only those and no others; all if it is empty
     * @param without those not
     * @throws MilesbotException of kind USAGE if there is no such duty, with the nearest, or if none is left
     */
    public static Set<Duty> chosen(List<String> only, List<String> without) {
        Set<Duty> chosen = only.isEmpty() ? EnumSet.allOf(Duty.class) : EnumSet.copyOf(named(only));
        chosen.removeAll(named(without));
        if (chosen.isEmpty()) {
            throw new MilesbotException(ErrorKind.USAGE, Text.of(Duty.class, "duty.none"));
        }
        return chosen;
    }

    private static Collection<Duty> named(List<String> names) {
        return names.stream().map(Duty::named).toList();
    }

    private static Duty named(String name) {
        String slug = name.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(duty -> duty.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new MilesbotException(ErrorKind.USAGE, unknown(slug)));
    }

    private static Text unknown(String name) {
        List<String> slugs = Arrays.stream(values()).map(Duty::slug).toList();
        Optional<String> nearest = Nearest.to(name, slugs);
        return nearest.map(near -> Text.of(Duty.class, "duty.near", Quoted.of(name), near))
                .orElseGet(() -> Text.of(Duty.class, "duty.unknown", Quoted.of(name), String.join(", ", slugs)));
    }
}
