package org.milesbot.scrapers.fare;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.api.fare.FareReading;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.source.FetchRequest;

/**
 * What has been read out of one answer so far. Of flights that differ in nothing that a fare tells, the cheapest counts:
 * answers repeat them by fare family, by hour, and by mistake.
 */
final class Gathering {

    /** More than any price; a number beyond is a slip. */
    private static final long MOST_MILES = 50_000_000;

    private static final BigDecimal MOST_TAXES = new BigDecimal(1_000_000);
    private static final int MOST_SEATS = 1_000;

    private record Kind(
            ProgramId program,
            String origin,
            String destination,
            LocalDate day,
            Cabin cabin,
            @Nullable Integer stops,
            List<String> airlines) {}

    private final Instant fetchedAt;
    private final Map<Kind, AwardFare> fares = new LinkedHashMap<>();
    private final Map<String, Text> unreadable = new LinkedHashMap<>();

    Gathering(Instant fetchedAt) {
        this.fetchedAt = fetchedAt;
    }

    /** Reads entries one by one; one that cannot be read is told of, and the others are read. */
    void each(List<Node> entries, Consumer<Node> reader) {
        for (Node entry : entries) {
            try {
                reader.accept(entry);
            } catch (UnreadableEntryException e) {
                unreadable.putIfAbsent(String.valueOf(e.getMessage()), e.text());
            }
        }
    }

    /**
     * Adds a fare if it can be had.
     *
     * @param entry where it stands, for the sentence about a number beyond belief
     */
    void add(Node entry, ProgramId program, Flight flight, Price price) {
        if (flight.origin().equals(flight.destination())) {
            throw entry.unreadable("entry.circle", flight.origin());
        }
        if (!price.isOpen()) {
            return;
        }
        AwardFare fare = new AwardFare(
                program,
                flight.origin(),
                flight.destination(),
                flight.day(),
                price.cabin(),
                believable(entry, Objects.requireNonNull(price.miles()), MOST_MILES),
                taxes(entry, price.taxesBrl()),
                price.seats() == null ? null : (int) believable(entry, price.seats(), MOST_SEATS),
                flight.stops(),
                flight.airlines(),
                fetchedAt,
                null);
        fares.merge(kind(fare), fare, (known, other) -> other.miles() < known.miles() ? other : known);
    }

    private static long believable(Node entry, long number, long most) {
        if (number > most) {
            throw entry.unreadable("entry.beyond", String.valueOf(number));
        }
        return number;
    }

    private static @Nullable BigDecimal taxes(Node entry, @Nullable BigDecimal taxes) {
        if (taxes != null && taxes.compareTo(MOST_TAXES) > 0) {
            throw entry.unreadable("entry.beyond", taxes.toPlainString());
        }
        return taxes;
    }

    private static Kind kind(AwardFare fare) {
        return new Kind(
                fare.program(),
                fare.origin(),
                fare.destination(),
                fare.date(),
                fare.cabin(),
                fare.stops(),
                fare.airlines());
    }

    FareReading reading(List<FetchRequest> next, @Nullable Integer quotaLeft) {
        return new FareReading(List.copyOf(fares.values()), next, new ArrayList<>(unreadable.values()), quotaLeft);
    }
}
