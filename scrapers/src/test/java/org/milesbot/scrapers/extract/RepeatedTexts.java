package org.milesbot.scrapers.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.milesbot.api.source.Announcement;
import org.milesbot.scrapers.extract.text.HtmlCleaner;

/**
 * Labelled announcements repeated until they are 100 kB long: what no one writes, but what shows rules that look at everything from
 * everywhere. Each is read as it is, as one paragraph, and as nothing but titles.
 */
final class RepeatedTexts {

    private static final int LENGTH = 100_000;
    private static final int SHORTER = 4;
    private static final int TIMES = 3;
    private static final int WARM_UP = 20;

    private final PromoExtractor extractor = new PromoExtractor();

    /** How long one took, in milliseconds, and how much longer than a fourth of it. */
    private record Taken(double ms, double ratio) {}

    /** Prints how long they took: the middle one, and the slowest beside a fourth of it. */
    void print() {
        List<Announcement> announcements = Stream.of("/announcements/dev.jsonl", "/announcements/written.jsonl")
                .flatMap(file -> LabelledCase.read(file).stream())
                .map(LabelledCase::announcement)
                .toList();
        for (int i = 0; i < WARM_UP; i++) {
            announcements.forEach(extractor::extract);
        }
        List<Taken> all = new ArrayList<>();
        announcements.forEach(one -> bodies(one).forEach(body -> all.add(taken(one, body))));
        Taken slowest = all.stream().max(Comparator.comparing(Taken::ms)).orElseThrow();
        List<Double> sorted = all.stream().map(Taken::ms).sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%n%,d texts, labelled announcements repeated to 100 kB: median %.1f ms, slowest %.1f ms;"
                        + " a fourth of it takes that one %.1f times less%n",
                all.size(),
                sorted.get(sorted.size() / 2),
                slowest.ms(),
                slowest.ratio());
    }

    private static List<String> bodies(Announcement one) {
        String plain = HtmlCleaner.clean("", one.html()).text().replace('\n', ' ') + " ";
        return List.of(one.html(), plain, "<p>" + one.title() + "</p>");
    }

    private Taken taken(Announcement one, String body) {
        double shorter = fastest(repeated(one, body, LENGTH / SHORTER));
        double ms = fastest(repeated(one, body, LENGTH));
        return new Taken(ms, ms / shorter);
    }

    private static Announcement repeated(Announcement one, String body, int length) {
        String whole =
                body.isBlank() ? " " : body.repeat(length / body.length() + 1).substring(0, length);
        return new Announcement(one.id(), one.title(), whole, null, one.publishedAt());
    }

    private double fastest(Announcement announcement) {
        double fastest = Double.MAX_VALUE;
        for (int i = 0; i < TIMES; i++) {
            long began = System.nanoTime();
            extractor.extract(announcement);
            fastest = Math.min(fastest, (System.nanoTime() - began) / 1e6);
        }
        return fastest;
    }
}
