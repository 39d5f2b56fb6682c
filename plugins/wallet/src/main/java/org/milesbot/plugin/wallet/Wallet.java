package org.milesbot.plugin.wallet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one person holds.
 *
 * @param chatId whose it is
 * @param language in which they are warned
 * @param programs by slug
 */
record Wallet(long chatId, Locale language, SortedMap<String, Holding> programs) {

    /** How much of one programme, and what of it expires when. */
    record Holding(@Nullable Balance balance, SortedMap<LocalDate, Long> expiries) {

        static final Holding NOTHING = new Holding(null, new TreeMap<>());

        Holding with(Balance other) {
            return new Holding(other, expiries);
        }

        Holding with(LocalDate day, long points) {
            SortedMap<LocalDate, Long> more = new TreeMap<>(expiries);
            more.put(day, points);
            return new Holding(balance, more);
        }

        /** Points that are gone since the balance was said, so that it says too much. */
        Map<LocalDate, Long> goneSince(LocalDate today) {
            return balance == null || !balance.enteredOn().isBefore(today)
                    ? Map.of()
                    : expiries.subMap(balance.enteredOn(), today);
        }

        Map<LocalDate, Long> toCome(LocalDate today) {
            return expiries.tailMap(today);
        }
    }

    /** So many points, as was said on a day. */
    record Balance(long points, LocalDate enteredOn) {}

    /** All lines of it as a file has them: the balance first, then what is to expire. */
    List<Entry> entries(LocalDate today) {
        return programs.entrySet().stream()
                .flatMap(each -> entries(each.getKey(), each.getValue(), today).stream())
                .toList();
    }

    private static List<Entry> entries(String program, Holding holding, LocalDate today) {
        List<Entry> entries = new ArrayList<>();
        if (holding.balance() != null) {
            entries.add(new Entry(program, holding.balance().points(), null));
        }
        holding.toCome(today).forEach((day, points) -> entries.add(new Entry(program, points, day)));
        return entries;
    }
}
