package org.milesbot.scrapers.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** The least that a figure may be, or the most where less is better: a set's own floor, else what is asked of it. */
final class Floors {

    private static final double ROUNDING = 0.00005;

    private final Properties values = new Properties();

    private Floors() {}

    static Floors load() {
        Floors floors = new Floors();
        try (InputStream in = Floors.class.getResourceAsStream("/announcements/floors.properties")) {
            floors.values.load(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return floors;
    }

    boolean isHeld(LabelledSet set, String figure, double found) {
        return reaches(figure, found, of(set, figure));
    }

    boolean reachesAsked(LabelledSet set, String figure, double found) {
        return reaches(figure, found, asked(set.asked(), figure));
    }

    private static boolean reaches(String figure, double found, double floor) {
        return ExtractionScore.isBetterLow(figure) ? found <= floor + ROUNDING : found >= floor - ROUNDING;
    }

    double of(LabelledSet set, String figure) {
        String own = values.getProperty(nameOfOwn(set, figure));
        return own == null ? asked(set.asked(), figure) : Double.parseDouble(own);
    }

    boolean hasOwn(LabelledSet set, String figure) {
        return values.containsKey(nameOfOwn(set, figure));
    }

    double asked(LabelledSet.Asked asked, String figure) {
        String name = nameOfAsked(asked, figure);
        return Double.parseDouble(Objects.requireNonNull(values.getProperty(name), name + " is missing"));
    }

    static String nameOfAsked(LabelledSet.Asked asked, String figure) {
        return "asked." + asked.title() + "." + figure;
    }

    static String nameOfOwn(LabelledSet set, String figure) {
        return set.title() + "." + figure;
    }

    Set<String> names() {
        return values.stringPropertyNames();
    }
}
