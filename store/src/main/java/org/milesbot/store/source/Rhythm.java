package org.milesbot.store.source;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;

/**
 * How often something new comes. Arithmetic only.
 *
 * @param median the middle one of the gaps between items; null until enough are known
 * @param longest what 19 of 20 gaps stay below; null until enough are known
 * @param busyHours the hours of the day in America/Sao_Paulo in which most items come; empty until enough are known
 */
public record Rhythm(@Nullable Duration median, @Nullable Duration longest, Set<Integer> busyHours) {

    /** Nothing is known. */
    public static final Rhythm UNKNOWN = new Rhythm(null, null, Set.of());

    /** Fewer gaps than this say nothing about the next. */
    static final int LEAST_GAPS = 10;

    /** What comes so close together came at once: posts in a row, pages without a date that were read one by one. */
    static final Duration BURST = Duration.ofMinutes(15);

    private static final int HOURS = 24;

    /** Fewer items than there are hours say nothing about the hours. */
    private static final int LEAST_ITEMS_FOR_HOURS = HOURS;

    /** An hour is busy if it has twice its share. */
    private static final int BUSY_SHARE = HOURS / 2;

    /** Copies the hours. */
    public Rhythm {
        busyHours = Collections.unmodifiableSet(new TreeSet<>(busyHours));
    }

    /** The rhythm of items that came at these instants, in any order. */
    public static Rhythm of(Collection<Instant> items) {
        List<Instant> bursts = bursts(items);
        List<Duration> gaps = new ArrayList<>();
        for (int i = 1; i < bursts.size(); i++) {
            gaps.add(Duration.between(bursts.get(i - 1), bursts.get(i)));
        }
        if (gaps.size() < LEAST_GAPS) {
            return UNKNOWN;
        }
        Collections.sort(gaps);
        return new Rhythm(quantile(gaps, 50), quantile(gaps, 95), busyHours(bursts));
    }

    private static List<Instant> bursts(Collection<Instant> items) {
        List<Instant> bursts = new ArrayList<>();
        for (Instant item : items.stream().sorted().toList()) {
            Instant last = bursts.isEmpty() ? Instant.MIN : bursts.get(bursts.size() - 1);
            if (last.equals(Instant.MIN) || !item.isBefore(last.plus(BURST))) {
                bursts.add(item);
            }
        }
        return bursts;
    }

    /** Between two gaps it lies as far as the rank does. */
    private static Duration quantile(List<Duration> sorted, int percent) {
        long hundredths = (long) (sorted.size() - 1) * percent;
        int below = (int) (hundredths / 100);
        if (hundredths % 100 == 0) {
            return sorted.get(below);
        }
        Duration step = sorted.get(below + 1).minus(sorted.get(below));
        return sorted.get(below).plus(step.multipliedBy(hundredths % 100).dividedBy(100));
    }

    private static Set<Integer> busyHours(List<Instant> bursts) {
        int[] count = new int[HOURS];
        bursts.forEach(item -> count[item.atZone(Zones.SAO_PAULO).getHour()]++);
        Set<Integer> busy = new TreeSet<>();
        for (int hour = 0; hour < HOURS && bursts.size() >= LEAST_ITEMS_FOR_HOURS; hour++) {
            if (count[hour] * BUSY_SHARE >= bursts.size()) {
                busy.add(hour);
            }
        }
        return busy;
    }

    /** Whether a busy hour lies between two instants, or one of them in it. */
    boolean isBusy(Instant from, Instant to) {
        Instant until = to.isBefore(from.plus(Duration.ofDays(1))) ? to : from.plus(Duration.ofDays(1));
        for (Instant each = from; each.isBefore(until); each = each.plus(Duration.ofHours(1))) {
            if (busyHours.contains(each.atZone(Zones.SAO_PAULO).getHour())) {
                return true;
            }
        }
        return busyHours.contains(until.atZone(Zones.SAO_PAULO).getHour());
    }
}
