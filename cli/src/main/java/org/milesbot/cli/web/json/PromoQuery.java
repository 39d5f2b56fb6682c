package org.milesbot.cli.web.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.api.web.WebFields;
import org.milesbot.api.web.WebRequest;
import org.milesbot.cli.config.Quoted;
import org.milesbot.cli.web.read.OpenFilter;
import org.milesbot.cli.web.read.Parameters;
import org.milesbot.store.promo.PromoFilter;
import org.milesbot.store.promo.PromoFilter.Order;

/**
 * Which promos somebody wants to read, and from where on.
 *
 * @param filter the promos, and how many of them
 * @param at when the first page was asked for
 * @param after where the last page ended; null for the first
 * @param list what the list is of, by which its cursors are known
 */
record PromoQuery(PromoFilter filter, Instant at, @Nullable Cursor after, String list) {

    static final Parameters PARAMETERS = Parameters.FILTER.and("active", "since", "sort", "limit", "cursor");

    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final int DAY_LENGTH = 10;

    /**
     * What a request asks for.
     *
     * @throws MilesbotException of kind USAGE if a value is none of those there are
     */
    static PromoQuery of(WebRequest request) {
        WebFields query = request.query();
        String list = ListName.of(query, "program", "from", "kind", "min", "active", "since", "sort");
        Cursor after =
                query.first("cursor").map(text -> Cursor.read(text, list)).orElse(null);
        Instant at = after == null ? request.at().truncatedTo(ChronoUnit.SECONDS) : after.at();
        boolean isActive = choice(query, "active", "false", "true").equals("true");
        Order order = choice(query, "sort", "published", "score").equals("score") ? Order.SCORE : Order.NEWEST;
        PromoFilter filter = OpenFilter.of(query)
                .promos(isActive ? LocalDate.ofInstant(at, Zones.SAO_PAULO) : null, PageSize.of(query, USUAL, MOST))
                .in(order);
        return new PromoQuery(
                query.first("since")
                        .map(PromoQuery::since)
                        .map(filter::publishedSince)
                        .orElse(filter),
                at,
                after,
                list);
    }

    /** The first of the choices where there is none. */
    static String choice(WebFields query, String name, String usual, String other) {
        String value = query.first(name).orElse(usual);
        if (!value.equals(usual) && !value.equals(other)) {
            throw wrong(name, value);
        }
        return value;
    }

    /** A day of America/Sao_Paulo, or an instant. */
    private static Instant since(String value) {
        try {
            Instant since = value.length() == DAY_LENGTH
                    ? LocalDate.parse(value).atStartOfDay(Zones.SAO_PAULO).toInstant()
                    : OffsetDateTime.parse(value).toInstant();
            if (since.isBefore(Instant.EPOCH)) {
                throw wrong("since", value);
            }
            return since;
        } catch (DateTimeParseException e) {
            throw wrong("since", value);
        }
    }

    private static MilesbotException wrong(String name, String value) {
        return new MilesbotException(ErrorKind.USAGE, Text.of(PromoQuery.class, "wrong." + name, Quoted.of(value)));
    }
}
