package org.milesbot.store.search;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;

/** Sets of entries, of which one that is null does not restrict. Nobody changes what is passed or returned. */
final class Sets {

    private Sets() {}

    /** What is in all of them. */
    static @Nullable RoaringBitmap both(List<? extends @Nullable RoaringBitmap> some) {
        RoaringBitmap[] known = known(some);
        return known.length < 2 ? first(known) : FastAggregation.and(known);
    }

    /** What is in one of them. Most often there are two, for which the aggregation of many takes several times as long. */
    static @Nullable RoaringBitmap either(List<? extends @Nullable RoaringBitmap> some) {
        RoaringBitmap[] known = known(some);
        if (known.length == 2) {
            return RoaringBitmap.or(known[0], known[1]);
        }
        return known.length < 2 ? first(known) : FastAggregation.or(known);
    }

    private static @Nullable RoaringBitmap first(RoaringBitmap[] some) {
        return some.length == 0 ? null : some[0];
    }

    private static RoaringBitmap[] known(List<? extends @Nullable RoaringBitmap> some) {
        return some.stream().filter(Objects::nonNull).toArray(RoaringBitmap[]::new);
    }
}
