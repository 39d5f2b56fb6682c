package org.milesbot.scrapers.fare;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Cabin;

/** What airlines call their cabins: the rows of cabins.txt. */
final class Cabins {

    private static final List<Cabin> FROM_THE_LOWEST =
            List.of(Cabin.ECONOMY, Cabin.PREMIUM_ECONOMY, Cabin.BUSINESS, Cabin.FIRST);

    private static final Map<String, String> NAMES = Rows.byName("cabins.txt");

    private Cabins() {}

    /** The cabin of a name, in whatever letters; empty if nobody calls a cabin so. */
    static Optional<Cabin> named(@Nullable String name) {
        return name == null
                ? Optional.empty()
                : Optional.ofNullable(NAMES.get(folded(name))).map(Cabin::new);
    }

    /** The cabin that an entry names in a field. */
    static Cabin of(Node entry, String field) {
        return named(entry.text(field)).orElseThrow(() -> entry.at(field).refused("entry.cabin"));
    }

    /** The lower of two. */
    static Cabin lower(Cabin one, Cabin other) {
        return FROM_THE_LOWEST.indexOf(one) <= FROM_THE_LOWEST.indexOf(other) ? one : other;
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]", "");
    }
}
