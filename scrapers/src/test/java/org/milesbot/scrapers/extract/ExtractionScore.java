package org.milesbot.scrapers.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.milesbot.api.source.Extractor;

/** Counts how many promos and fields are read right over labelled announcements. */
final class ExtractionScore {

    private static final String TRANSFER = "transfer_bonus";

    private final Map<String, Tally> fields = new LinkedHashMap<>();
    private final Tally detect = new Tally();
    private final Tally transfer = new Tally();
    private int cases;
    private int exact;
    private int withoutTransfer;
    private int falseAlerts;

    static ExtractionScore of(List<LabelledCase> cases, Extractor extractor) {
        ExtractionScore score = new ExtractionScore();
        for (LabelledCase one : cases) {
            List<PlainPromo> found = extractor.extract(one.announcement()).stream()
                    .map(PlainPromo::of)
                    .toList();
            score.add(one.expected(), found);
        }
        return score;
    }

    /** Prints the figures of both sets in the form of the floors. */
    public static void main(String[] args) {
        for (String set : List.of("dev", "held-back")) {
            of(LabelledCase.read("/announcements/" + set + ".jsonl"), new PromoExtractor())
                    .figures()
                    .forEach((name, figure) -> System.out.printf(Locale.ROOT, "%s.%s = %.4f%n", set, name, figure));
        }
    }

    private void add(List<PlainPromo> expected, List<PlainPromo> found) {
        List<Pair> pairs = pairs(expected, found);
        cases++;
        detect.count(expected.size(), found.size(), pairs.size());
        long expectedTransfers = transfers(expected);
        long foundTransfers = transfers(found);
        transfer.count(
                expectedTransfers,
                foundTransfers,
                pairs.stream()
                        .filter(pair -> pair.expected().kind().equals(TRANSFER))
                        .count());
        withoutTransfer += expectedTransfers == 0 ? 1 : 0;
        falseAlerts += expectedTransfers == 0 && foundTransfers > 0 ? 1 : 0;
        boolean right = expected.size() == pairs.size() && found.size() == pairs.size();
        for (Pair pair : pairs) {
            right &= addFields(pair);
        }
        exact += right ? 1 : 0;
    }

    private boolean addFields(Pair pair) {
        boolean right = true;
        for (String name : pair.expected().compared()) {
            String want = pair.expected().field(name);
            String have = pair.found().field(name);
            Tally tally = fields.computeIfAbsent(name, field -> new Tally());
            boolean same = Objects.equals(want, have);
            tally.count(want == null ? 0 : 1, have == null ? 0 : 1, want != null && same ? 1 : 0);
            tally.nulls += want == null ? 1 : 0;
            tally.invented += want == null && have != null ? 1 : 0;
            right &= same;
        }
        return right;
    }

    private static long transfers(List<PlainPromo> promos) {
        return promos.stream().filter(promo -> promo.kind().equals(TRANSFER)).count();
    }

    /** Of promos with the same kind and programme, those with most equal fields are paired first. */
    private static List<Pair> pairs(List<PlainPromo> expected, List<PlainPromo> found) {
        List<Pair> candidates = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            for (int j = 0; j < found.size(); j++) {
                Pair pair = new Pair(i, expected.get(i), j, found.get(j));
                if (pair.isOfOneKind()) {
                    candidates.add(pair);
                }
            }
        }
        candidates.sort(Comparator.comparing(Pair::same).reversed());
        List<Pair> pairs = new ArrayList<>();
        for (Pair candidate : candidates) {
            if (pairs.stream().noneMatch(candidate::shares)) {
                pairs.add(candidate);
            }
        }
        return pairs;
    }

    /** The figures by name; of those named "invented" and "false alerts" the share that is not so, so that more is better. */
    Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("exact", (double) exact / cases);
        detect.put(figures, "detect");
        transfer.put(figures, "transfer");
        figures.put("no_false_alerts", 1 - Tally.share(falseAlerts, withoutTransfer, 0));
        for (String name : fields.keySet().stream().sorted().toList()) {
            Tally tally = Objects.requireNonNull(fields.get(name));
            tally.put(figures, name);
            figures.put(name + ".not_invented", 1 - Tally.share(tally.invented, tally.nulls, 0));
        }
        return figures;
    }

    private record Pair(int expectedAt, PlainPromo expected, int foundAt, PlainPromo found) {

        boolean isOfOneKind() {
            return expected.kind().equals(found.kind()) && expected.program().equals(found.program());
        }

        boolean shares(Pair other) {
            return expectedAt == other.expectedAt || foundAt == other.foundAt;
        }

        long same() {
            return expected.compared().stream()
                    .filter(name -> Objects.equals(expected.field(name), found.field(name)))
                    .count();
        }
    }

    private static final class Tally {

        private long wanted;
        private long stated;
        private long right;
        private long nulls;
        private long invented;

        void count(long want, long have, long same) {
            wanted += want;
            stated += have;
            right += same;
        }

        void put(Map<String, Double> figures, String name) {
            figures.put(name + ".precision", share(right, stated, 1));
            figures.put(name + ".recall", share(right, wanted, 1));
        }

        static double share(long part, long whole, double ofNothing) {
            return whole == 0 ? ofNothing : (double) part / whole;
        }
    }
}
