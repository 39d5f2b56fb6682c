package org.milesbot.store.search;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Percent;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.RoaringBitmap;

/**
 * The campaigns as they are searched: of each stem and each field, such as {@code program:smiles}, the numbers of those
 * that have it, and of each number what it is counted by. An entry that is put again gets a new number, so that sets only
 * ever grow at their ends; the old number is taken out of what a search may find.
 */
final class Entries {

    private static final String FIELD = ":";
    private static final int FIRST = 1_024;

    /** By stem, or by {@code :name:value}, which no stem begins like. */
    private final NavigableMap<String, RoaringBitmap> sets = new TreeMap<>();

    /** The same by what rows say: a hundred thousand of them are read at once, and to look up by order takes longer. */
    private final Map<String, RoaringBitmap> byMark = new HashMap<>();

    private final Map<Dimension, Column> columns = new EnumMap<>(Dimension.class);
    private final RoaringBitmap present = new RoaringBitmap();
    private final List<UUID> ids = new ArrayList<>();
    private final Map<UUID, Integer> numbers = new HashMap<>();
    private long[] publishedAt = new long[FIRST];

    Entries() {
        for (Dimension dimension : Dimension.values()) {
            columns.put(dimension, new Column(dimension.field() + FIELD));
        }
    }

    /**
     * Adds an entry, or replaces the one with this id.
     *
     * @param marks its stems and fields, with a space between two of them
     */
    void put(UUID id, long micros, String marks) {
        int number = ids.size();
        Integer before = numbers.put(id, number);
        if (before != null) {
            present.remove(before);
        }
        ids.add(id);
        if (number == publishedAt.length) {
            publishedAt = Arrays.copyOf(publishedAt, number + number / 2);
        }
        publishedAt[number] = micros;
        present.add(number);
        List<String> each = List.of(marks.split(" ", -1));
        columns.values().forEach(column -> column.add(number, each));
        for (String mark : each) {
            byMark.computeIfAbsent(mark, this::added).add(number);
        }
    }

    private RoaringBitmap added(String mark) {
        RoaringBitmap set = new RoaringBitmap();
        sets.put(mark.contains(FIELD) ? FIELD + mark : mark, set);
        return set;
    }

    /** Lets go of all but these. */
    void retain(Set<UUID> known) {
        numbers.entrySet().removeIf(entry -> {
            boolean isGone = !known.contains(entry.getKey());
            if (isGone) {
                present.remove(entry.getValue());
            }
            return isGone;
        });
    }

    /** How many there are. */
    int size() {
        return numbers.size();
    }

    /** How many numbers are no longer an entry's. */
    int dead() {
        return ids.size() - numbers.size();
    }

    /** All of them. Nobody changes what is returned here and below. */
    RoaringBitmap all() {
        return present;
    }

    RoaringBitmap with(String stem) {
        return byMark.getOrDefault(stem, new RoaringBitmap());
    }

    RoaringBitmap withBeginning(String stem) {
        return or(sets.subMap(stem, stem + Character.MAX_VALUE).values().iterator());
    }

    RoaringBitmap withField(String name, String value) {
        return with(name + FIELD + value);
    }

    /** Those whose percentage is in a range. */
    RoaringBitmap within(PercentRange range) {
        String prefix = FIELD + Dimension.PERCENT.field() + FIELD;
        return or(sets.subMap(prefix, prefix + Character.MAX_VALUE).entrySet().stream()
                .filter(set -> range.contains(Percent.of(set.getKey().substring(prefix.length()))))
                .map(Map.Entry::getValue)
                .iterator());
    }

    /** How many of some have each value of a dimension. */
    Map<String, Integer> counts(Dimension dimension, RoaringBitmap some) {
        return Objects.requireNonNull(columns.get(dimension)).counts(some);
    }

    private static RoaringBitmap or(Iterator<RoaringBitmap> some) {
        return FastAggregation.or(some);
    }

    /**
     * The newest of some, in order.
     *
     * @param named what their keys say of that
     * @param after the last that was seen, or null
     */
    List<SearchKey> newest(RoaringBitmap some, boolean named, @Nullable SearchKey after, int limit) {
        long until = after == null ? Long.MAX_VALUE : ChronoUnit.MICROS.between(Instant.EPOCH, after.publishedAt());
        Comparator<Integer> order = Comparator.<Integer>comparingLong(number -> -publishedAt[number])
                .thenComparing(ids::get, Entries::compare);
        PriorityQueue<Integer> newest = new PriorityQueue<>(limit + 1, order.reversed());
        long least = Long.MIN_VALUE;
        // Most that were added last are the newest, and the rest is passed by at a glance.
        for (IntIterator numbers = some.getReverseIntIterator(); numbers.hasNext(); ) {
            int number = numbers.next();
            long at = publishedAt[number];
            if (at >= least
                    && at <= until
                    && (at < until || after == null || compare(ids.get(number), after.id()) > 0)) {
                newest.add(number);
                if (newest.size() > limit) {
                    newest.remove();
                    least = publishedAt[newest.element()];
                }
            }
        }
        return newest.stream().sorted(order).map(number -> key(number, named)).toList();
    }

    private SearchKey key(int number, boolean named) {
        return new SearchKey(named, Instant.EPOCH.plus(publishedAt[number], ChronoUnit.MICROS), ids.get(number));
    }

    /** By their letters, as the database does; Java takes the halves for numbers with a sign. */
    private static int compare(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
