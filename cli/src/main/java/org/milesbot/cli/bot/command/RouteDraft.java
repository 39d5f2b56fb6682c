package org.milesbot.cli.bot.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.cli.people.RouteForm;
import org.milesbot.cli.people.RouteForm.Written;

/**
 * A route of which not everything has been asked yet.
 *
 * @param parts what was said of each step, in order; null where nothing was, empty where nothing matters
 */
record RouteDraft(List<@Nullable String> parts) {

    /** What is asked, in order. */
    enum Step {
        FROM(0),
        TO(1),
        WHEN(2),
        CABIN(3),
        MILES(4);

        private final int place;

        Step(int place) {
            this.place = place;
        }

        /** Its name in a button's data. */
        String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Step> named(String slug) {
            return Arrays.stream(values())
                    .filter(step -> step.slug().equals(slug))
                    .findFirst();
        }

        /** Whether a route may do without. */
        boolean isOptional() {
            return this != FROM && this != TO;
        }
    }

    private static final String GAP = "|";
    private static final String UNKNOWN = "?";

    /** Nothing was said yet. */
    static RouteDraft empty() {
        return of(new Written(null, null, null, null, null));
    }

    static RouteDraft of(Written written) {
        return new RouteDraft(Arrays.asList(
                shown(written.from()), shown(written.to()), written.months(), written.cabin(), written.miles()));
    }

    /** The name of a region is shorter than all its codes. */
    private static @Nullable String shown(@Nullable String codes) {
        return codes == null ? null : RouteForm.shown(Set.of(codes.split(",", -1)));
    }

    /** Reads what {@link #topic} writes. */
    static RouteDraft read(String topic) {
        List<@Nullable String> parts = new ArrayList<>();
        for (String part : topic.split("\\|", -1)) {
            parts.add(part.equals(UNKNOWN) ? null : part);
        }
        while (parts.size() < Step.values().length) {
            parts.add(null);
        }
        return new RouteDraft(parts);
    }

    /** What has been said, in one line. */
    String topic() {
        List<String> words = new ArrayList<>();
        parts.forEach(part -> words.add(part == null ? UNKNOWN : part));
        return String.join(GAP, words);
    }

    /** The first step of which nothing was said; nothing if all is said. */
    Optional<Step> next() {
        return Arrays.stream(Step.values())
                .filter(step -> parts.get(step.place) == null)
                .findFirst();
    }

    /** With something said of a step; empty for that it does not matter. */
    RouteDraft with(Step step, String words) {
        List<@Nullable String> other = new ArrayList<>(parts);
        other.set(step.place, words);
        return new RouteDraft(other);
    }

    /** With all that somebody wrote when they were asked for a step. */
    RouteDraft with(Step asked, Written written) {
        RouteDraft more = of(written);
        String lone = written.from();
        if (asked == Step.TO && written.to() == null && lone != null) {
            more = more.with(Step.TO, lone).without(Step.FROM);
        }
        RouteDraft all = this;
        for (Step step : Step.values()) {
            String part = more.parts.get(step.place);
            all = part == null ? all : all.with(step, part);
        }
        return all;
    }

    private RouteDraft without(Step step) {
        List<@Nullable String> other = new ArrayList<>(parts);
        other.set(step.place, null);
        return new RouteDraft(other);
    }

    /** What was said of a step; null if nothing was, or it does not matter. */
    @Nullable
    String said(Step step) {
        String part = parts.get(step.place);
        return Objects.equals(part, "") ? null : part;
    }

    /** As the form takes it. */
    Written written() {
        return new Written(said(Step.FROM), said(Step.TO), said(Step.CABIN), said(Step.MILES), said(Step.WHEN));
    }
}
