package org.milesbot.scrapers.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.milesbot.api.promo.Promo;
import org.milesbot.scrapers.extract.promo.TraceEntry;
import org.milesbot.scrapers.extract.text.CleanText;

/**
 * How an announcement was read.
 *
 * @param text what was read of it
 * @param promos what was found
 * @param said which rule said what, in order
 */
public record Explanation(CleanText text, List<Promo> promos, List<TraceEntry> said) {

    /** Copies the lists. */
    public Explanation {
        promos = List.copyOf(promos);
        said = List.copyOf(said);
    }

    /** For each promo, which words and which rule its fields come from, by the field's name in JSON. */
    public List<Map<String, TraceEntry>> fields() {
        Map<Integer, Map<String, TraceEntry>> begun = new LinkedHashMap<>();
        for (TraceEntry entry : said) {
            if (entry.promo() > 0) {
                begun.computeIfAbsent(entry.promo(), number -> new LinkedHashMap<>())
                        .put(entry.said().value(), entry);
            }
        }
        List<Map<String, TraceEntry>> candidates = new ArrayList<>(begun.values());
        List<Map<String, TraceEntry>> fields = new ArrayList<>();
        for (Promo promo : promos) {
            Map<String, TraceEntry> own = candidates.stream()
                    .filter(candidate -> isOf(candidate, promo))
                    .findFirst()
                    .orElse(Map.of());
            candidates.remove(own);
            fields.add(own);
        }
        return fields;
    }

    private static boolean isOf(Map<String, TraceEntry> candidate, Promo promo) {
        return promo.evidence().entrySet().stream().allMatch(evidence -> {
            TraceEntry entry = candidate.get(evidence.getKey());
            return entry != null
                    && entry.place() != null
                    && entry.place().words().startsWith(evidence.getValue());
        });
    }
}
