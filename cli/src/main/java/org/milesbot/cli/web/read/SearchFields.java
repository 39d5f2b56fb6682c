package org.milesbot.cli.web.read;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.web.WebFields;
import org.milesbot.store.search.PercentRange;
import org.milesbot.store.search.SearchFilter;

/** What a query says of a search: {@code program}, {@code from}, {@code kind}, {@code year} and {@code pct}. */
public final class SearchFields {

    private static final int LONGEST_QUOTED = 40;

    private SearchFields() {}

    /**
     * What was chosen beside the words.
     *
     * @throws MilesbotException of kind USAGE if a value has not the form of a right one
     */
    public static SearchFilter filter(WebFields query) {
        OpenFilter named = OpenFilter.of(query);
        return new SearchFilter(
                named.programs(),
                origins(query),
                query.all("kind").stream()
                        .map(value -> parsed("kind", value, PromoKind::new))
                        .collect(Collectors.toUnmodifiableSet()),
                query.first("year").map(SearchFields::year).orElse(null),
                query.first("pct").map(SearchFields::band).orElse(PercentRange.ANY));
    }

    private static Set<OriginId> origins(WebFields query) {
        return query.all("from").stream()
                .map(value -> parsed("from", value, OriginId::new))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static <T> T parsed(String name, String value, Function<String, T> parser) {
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException e) {
            throw wrong(name, value);
        }
    }

    private static Integer year(String value) {
        if (!value.matches("(19|20)[0-9]{2}")) {
            throw wrong("year", value);
        }
        return Integer.valueOf(value);
    }

    /** A band by its least percentage, such as {@code 80} for 80 to below 100. */
    private static PercentRange band(String value) {
        Optional<PercentRange> band = PercentRange.BANDS.stream()
                .filter(each -> name(each).equals(value))
                .findFirst();
        return band.orElseThrow(() -> wrong("pct", value));
    }

    /** A band as it stands in an address. */
    public static String name(PercentRange band) {
        return band.from() == null ? "" : band.from().toString();
    }

    /** All bands as they stand in addresses. */
    public static List<String> bands() {
        return PercentRange.BANDS.stream().map(SearchFields::name).toList();
    }

    private static MilesbotException wrong(String name, String words) {
        String quoted = words.length() <= LONGEST_QUOTED ? words : words.substring(0, LONGEST_QUOTED) + "…";
        return new MilesbotException(ErrorKind.USAGE, Text.of(SearchFields.class, "wrong." + name, quoted));
    }
}
