package org.milesbot.store.search;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** What campaigns are counted by. */
enum Dimension {
    PROGRAM,
    ORIGIN,
    KIND,
    YEAR,
    PERCENT;

    /** As its fields are called. */
    String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those with one of these values; null if there is none, which does not restrict. */
    @Nullable
    RoaringBitmap any(Entries entries, Collection<?> values) {
        return Sets.either(values.stream()
                .map(value -> entries.withField(field(), value.toString()))
                .toList());
    }

    /** Those that take points from one of these origins; so do those that take them from every bank. */
    static @Nullable RoaringBitmap from(Entries entries, Collection<?> origins) {
        return origins.isEmpty()
                ? null
                : ORIGIN.any(
                        entries, Stream.concat(origins.stream(), Stream.of("*")).toList());
    }

    /** Those of a year, if there is one. */
    static @Nullable RoaringBitmap in(Entries entries, @Nullable Integer year) {
        return year == null ? null : YEAR.any(entries, List.of(year));
    }
}
