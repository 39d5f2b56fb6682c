package org.milesbot.scrapers.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.milesbot.api.source.Extractor;

/** Counts how many promos and fields are read right over labelled announcements. */
final class ExtractionScore {

    /** What is scored, in the order of the table. */
    static final List<String> FIELDS =
            List.of("bonus_pct", "base_pct", "origins", "start", "end", "miles", "origin_airport", "dest_airport");

    private static final String TRANSFER = "transfer_bonus";

    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private final List<String> inexact = new ArrayList<>();
    private final List<String> falseAlerts = new ArrayList<>();
    private int cases;
    private int withoutTransfer;

    ExtractionScore() {
        tallies.put("transfer", new Tally());
        tallies.put("all_kinds", new Tally());
        FIELDS.forEach(field -> tallies.put(field, new Tally()));
    }

    void add(LabelledCase one, Extractor extractor) {
        List<PlainPromo> found = extractor.extract(one.announcement()).stream()
                .map(PlainPromo::of)
                .toList();
        add(one.announcement().id(), one.expected(), found);
    }

    void add(String id, List<PlainPromo> expected, List<PlainPromo> found) {
        List<Pair> pairs = pairs(expected, found);
        cases++;
        tally("all_kinds").count(id, expected.size(), found.size(), pairs.size());
        addTransfers(id, expected, found, pairs);
        boolean right = expected.size() == pairs.size() && found.size() == pairs.size();
        for (Pair pair : pairs) {
            right &= addFields(id, pair);
        }
        if (!right) {
            inexact.add(id);
        }
    }

    private void addTransfers(String id, List<PlainPromo> expected, List<PlainPromo> found, List<Pair> pairs) {
        long wanted = transfers(expected);
        long stated = transfers(found);
        tally("transfer")
                .count(
                        id,
                        wanted,
                        stated,
                        transfers(pairs.stream().map(Pair::expected).toList()));
        withoutTransfer += wanted == 0 ? 1 : 0;
        if (wanted == 0 && stated > 0) {
            falseAlerts.add(id);
        }
    }

    private boolean addFields(String id, Pair pair) {
        boolean right = true;
        for (String name : pair.expected().compared()) {
            String want = pair.expected().field(name);
            String have = pair.found().field(name);
            boolean same = Objects.equals(want, have);
            tally(name).count(id, want == null ? 0 : 1, have == null ? 0 : 1, want != null && same ? 1 : 0);
            tally(name).countNull(want == null, have != null);
            right &= same;
        }
        return right;
    }

    private Tally tally(String name) {
        return Objects.requireNonNull(tallies.get(name), name);
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

    int cases() {
        return cases;
    }

    /** The figures by name, each a share; of those named {@code invented} and {@code false_alerts} less is better. */
    Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        tallies.forEach((name, tally) -> {
            figures.put(name + ".precision", share(tally.right, tally.stated, 1));
            figures.put(name + ".recall", share(tally.right, tally.wanted, 1));
            if (FIELDS.contains(name)) {
                figures.put(name + ".invented", share(tally.invented, tally.nulls, 0));
            }
        });
        figures.put("false_alerts", share(falseAlerts.size(), withoutTransfer, 0));
        figures.put("exact", share(cases - inexact.size(), cases, 1));
        return figures;
    }

    private static double share(long part, long whole, double ofNothing) {
        return whole == 0 ? ofNothing : (double) part / whole;
    }

    static boolean isBetterLow(String figure) {
        return figure.endsWith(".invented") || figure.equals("false_alerts");
    }

    /** The announcements that spoil a figure. */
    Set<String> misses(String figure) {
        return switch (figure) {
            case "exact" -> new LinkedHashSet<>(inexact);
            case "false_alerts" -> new LinkedHashSet<>(falseAlerts);
            default -> tally(figure.substring(0, figure.indexOf('.'))).misses;
        };
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

        private final Set<String> misses = new LinkedHashSet<>();
        private long wanted;
        private long stated;
        private long right;
        private long nulls;
        private long invented;

        void count(String id, long want, long have, long same) {
            wanted += want;
            stated += have;
            right += same;
            if (same < Math.max(want, have)) {
                misses.add(id);
            }
        }

        void countNull(boolean isNull, boolean isStated) {
            nulls += isNull ? 1 : 0;
            invented += isNull && isStated ? 1 : 0;
        }
    }
}
