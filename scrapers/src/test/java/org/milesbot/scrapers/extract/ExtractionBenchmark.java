package org.milesbot.scrapers.extract;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.source.Announcement;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Measures reading; {@link BenchmarkTable} runs it. JMH asks for the public and the not final. */
public class ExtractionBenchmark {

    static final int LONG = 1_500;

    private static final String TITLE = "Smiles com 80% de bônus nas transferências da Livelo";
    private static final Instant PUBLISHED = Instant.parse("2025-12-29T15:00:00Z");

    /** Announcements in turn. */
    @State(Scope.Thread)
    public static class Announcements {

        @Param({"labelled", "long"})
        String length = "labelled";

        private final PromoExtractor extractor = new PromoExtractor();
        private List<Announcement> texts = List.of();
        private int next;

        @Setup
        public void read() {
            texts = length.equals("long") ? longAnnouncements() : labelled();
        }

        Announcement next() {
            next = (next + 1) % texts.size();
            return texts.get(next);
        }
    }

    /** One odd text. */
    @State(Scope.Thread)
    public static class Odd {

        @Param
        OddText text = OddText.ONE_WORD;

        @Param({"10000", "100000", "1000000"})
        int length;

        private final PromoExtractor extractor = new PromoExtractor();
        private Announcement announcement = new Announcement("odd", "", "", null, PUBLISHED);

        @Setup
        public void write() {
            announcement = new Announcement("odd", TITLE, text.ofLength(length), null, PUBLISHED);
        }
    }

    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    public List<Promo> announcements(Announcements state) {
        return state.extractor.extract(state.next());
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public List<Promo> odd(Odd state) {
        return state.extractor.extract(state.announcement);
    }

    static List<Announcement> labelled() {
        return LabelledCase.read("/announcements/dev.jsonl").stream()
                .map(LabelledCase::announcement)
                .toList();
    }

    /** Each labelled announcement with the bodies of others after it, until it is as long as a blog's post. */
    static List<Announcement> longAnnouncements() {
        List<Announcement> labelled = labelled();
        return IntStream.range(0, labelled.size())
                .mapToObj(at -> lengthened(labelled, at))
                .toList();
    }

    private static Announcement lengthened(List<Announcement> labelled, int at) {
        Announcement first = labelled.get(at);
        StringBuilder html = new StringBuilder(first.html());
        for (int i = at + 1; html.length() < LONG; i++) {
            html.append(labelled.get(i % labelled.size()).html());
        }
        return new Announcement(first.id(), first.title(), html.toString(), null, first.publishedAt());
    }
}
