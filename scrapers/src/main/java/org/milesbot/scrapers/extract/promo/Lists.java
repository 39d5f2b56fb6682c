package org.milesbot.scrapers.extract.promo;

import java.util.function.Predicate;

/** Questions about short lists, of which an announcement asks hundreds: a stream for each would take longer than the answer. */
final class Lists {

    private Lists() {}

    static <T> boolean any(Iterable<T> list, Predicate<? super T> test) {
        for (T one : list) {
            if (test.test(one)) {
                return true;
            }
        }
        return false;
    }

    static <T> boolean none(Iterable<T> list, Predicate<? super T> test) {
        return !any(list, test);
    }

    static <T> boolean all(Iterable<T> list, Predicate<? super T> test) {
        for (T one : list) {
            if (!test.test(one)) {
                return false;
            }
        }
        return true;
    }
}
