package org.milesbot.cli.web.read;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.web.WebFields;
import org.milesbot.store.promo.PromoFilter;
import org.milesbot.store.promo.PromoFilter.Order;

/**
 * Which of the promos somebody wants to see, as a query says it. What is null or empty does not restrict.
 *
 * @param programs of one of these programmes; "program" in a query, once or several times
 * @param from that take points from here; those that take them from every partner bank do; {@code from}
 * @param kind of this kind; {@code kind}
 * @param least that give somebody at least this percentage; {@code min}
 */
public record OpenFilter(
        Set<ProgramId> programs,
        @Nullable OriginId from,
        @Nullable PromoKind kind,
        @Nullable Percent least) {

    private static final int LONGEST_QUOTED = 40;
    private static final Pattern PERCENT = Pattern.compile("[0-9]{1,5}(\\.[0-9]{1,4})?");

    /** Copies the programmes. */
    public OpenFilter {
        programs = Set.copyOf(programs);
    }

    /**
     * Reads a filter.
     *
     * @throws MilesbotException of kind USAGE if a value has not the form of a right one
     */
    public static OpenFilter of(WebFields query) {
        return new OpenFilter(
                query.all("program").stream()
                        .map(value -> parsed("program", value, ProgramId::new))
                        .collect(Collectors.toUnmodifiableSet()),
                first(query, "from", OriginId::new),
                first(query, "kind", PromoKind::new),
                first(query, "min", OpenFilter::percent));
    }

    private static Percent percent(String digits) {
        if (!PERCENT.matcher(digits).matches()) {
            throw new IllegalArgumentException("a percentage is some digits");
        }
        return Percent.of(digits);
    }

    private static <T> @Nullable T first(WebFields query, String name, Function<String, T> parser) {
        Optional<String> value = query.first(name);
        return value.isEmpty() ? null : parsed(name, value.get(), parser);
    }

    private static <T> T parsed(String name, String value, Function<String, T> parser) {
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException e) {
            String quoted = value.length() <= LONGEST_QUOTED ? value : value.substring(0, LONGEST_QUOTED) + "…";
            throw new MilesbotException(ErrorKind.USAGE, Text.of(OpenFilter.class, "wrong." + name, quoted));
        }
    }

    /**
     * As the table of promos is asked.
     *
     * @param activeOn only those that are open on this day, or null
     * @param limit at most so many
     */
    public PromoFilter promos(@Nullable LocalDate activeOn, int limit) {
        return new PromoFilter(programs, from, kind, activeOn, null, limit, Order.NEWEST, least);
    }

    /** Whether a promo is wanted. */
    public boolean wants(Promo promo) {
        return (programs.isEmpty() || programs.contains(promo.program()))
                && (kind == null || kind.equals(promo.kind()))
                && (from == null || takesFrom(promo, from))
                && (least == null || gives(promo, least.value()));
    }

    private static boolean takesFrom(Promo promo, OriginId origin) {
        return promo.origins().contains(origin) || promo.origins().contains(OriginId.EVERY_BANK);
    }

    private static boolean gives(Promo promo, BigDecimal least) {
        Percent highest = promo.bonus().highest();
        return highest != null && highest.value().compareTo(least) >= 0;
    }
}
