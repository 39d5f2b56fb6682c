package org.milesbot.scrapers.extract;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

    private static final String TITLE = "Smiles com 80% de bônus nas transferências da Livelo";
    private static final Instant PUBLISHED = Instant.parse("2025-12-29T15:00:00Z");

    /** Announcements in turn. */
    @State(Scope.Thread)
    public static class Announcements {

        @Param
        BenchmarkTexts texts = BenchmarkTexts.LABELLED;

        private final PromoExtractor extractor = new PromoExtractor();
        private List<Announcement> announcements = List.of();
        private int next;

        @Setup
        public void read() {
            announcements = texts.announcements();
        }

        Announcement next() {
            next = (next + 1) % announcements.size();
            return announcements.get(next);
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
}
