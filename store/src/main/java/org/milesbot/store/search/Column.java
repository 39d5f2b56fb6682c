package org.milesbot.store.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/**
 * What entries have of one dimension, by their numbers. Most have one value, some several; of what they have together there
 * are few, therefore each of that is kept once.
 */
final class Column {

    private static final int FIRST = 1_024;

    private final String prefix;
    private final List<List<String>> combinations = new ArrayList<>();
    private final Map<List<String>, Integer> known = new HashMap<>();
    private int[] combinationOf = new int[FIRST];

    /**
     * @param prefix of the marks that it holds, such as {@code program:}
     */
    Column(String prefix) {
        this.prefix = prefix;
    }

    /** Keeps what an entry has, which is nothing, one or several of its marks. */
    void add(int number, List<String> marks) {
        List<String> values = marks.stream()
                .filter(mark -> mark.startsWith(prefix))
                .map(mark -> mark.substring(prefix.length()))
                .toList();
        if (number >= combinationOf.length) {
            combinationOf = Arrays.copyOf(combinationOf, number + number / 2);
        }
        combinationOf[number] = known.computeIfAbsent(values, this::remembered);
    }

    private int remembered(List<String> values) {
        combinations.add(values);
        return combinations.size() - 1;
    }

    /** How many of some entries have each value. */
    Map<String, Integer> counts(RoaringBitmap some) {
        int[] counts = new int[combinations.size()];
        int[] of = combinationOf;
        some.forEach((int number) -> counts[of[number]]++);
        Map<String, Integer> byValue = new HashMap<>();
        for (int i = 0; i < counts.length; i++) {
            int count = counts[i];
            if (count > 0) {
                combinations.get(i).forEach(value -> byValue.merge(value, count, Integer::sum));
            }
        }
        return byValue;
    }
}
