package org.milesbot.cli.output;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.api.promo.Cabin;

/** Award fares in people's words. */
final class FareWords {

    private final Locale locale;
    private final OfferWords offer;
    private final DateTimeFormatter day;

    FareWords(Locale locale) {
        this.locale = locale;
        offer = new OfferWords(locale);
        day = DateTimeFormatter.ofPattern("EEE dd/MM/yyyy", locale);
    }

    /** With the day of the week. */
    String day(LocalDate date) {
        return day.format(date);
    }

    String route(AwardFare fare) {
        return fare.origin() + " → " + fare.destination();
    }

    /** Several flights one after the other: where one ends and the next begins is said once. */
    String route(List<AwardFare> fares) {
        StringBuilder route = new StringBuilder();
        String before = "";
        for (AwardFare fare : fares) {
            route.append(fare.origin().equals(before) ? "" : (before.isEmpty() ? "" : ", ") + fare.origin())
                    .append(" → ")
                    .append(fare.destination());
            before = fare.destination();
        }
        return route.toString();
    }

    String days(List<AwardFare> fares) {
        return fares.stream().map(fare -> day(fare.date())).collect(Collectors.joining(" – "));
    }

    /** That of each flight, once if it is the same. */
    String cabins(List<AwardFare> fares) {
        return fares.stream().map(AwardFare::cabin).distinct().map(this::cabin).collect(Collectors.joining(" / "));
    }

    String cabin(Cabin cabin) {
        return offer.cabin(cabin);
    }

    String whole(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    String money(@Nullable BigDecimal reais) {
        return reais == null ? OfferWords.UNKNOWN : offer.money(reais);
    }

    String seats(@Nullable Integer seats) {
        return seats == null ? OfferWords.UNKNOWN : seats.toString();
    }

    String stops(@Nullable Integer stops) {
        return stops == null ? OfferWords.UNKNOWN : say("fare.stops", stops);
    }

    String airlines(List<AwardFare> fares) {
        String airlines = fares.stream()
                .flatMap(fare -> fare.airlines().stream())
                .distinct()
                .collect(Collectors.joining(", "));
        return airlines.isEmpty() ? OfferWords.UNKNOWN : airlines;
    }

    /** How old the oldest of the prices is. */
    String age(Stream<Instant> fetched, Instant now) {
        Instant oldest = fetched.min(Instant::compareTo).orElse(now);
        Duration age = Duration.between(oldest, now);
        return age.toMinutes() < 1 ? say("fare.now") : say("fare.age", SourceWords.rounded(age));
    }

    /** How it compares with what the route usually costs; empty if nothing is known. */
    String compared(ShownFare shown) {
        int days = shown.lowestOfDays();
        Long median = shown.usual() == null ? null : shown.usual().median();
        return Stream.of(
                        days > 0 ? say("fare.lowest", days) : shown.isCheap() ? say("fare.cheap") : null,
                        median == null ? null : say("fare.median", whole(median)))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    String say(String key, Object... arguments) {
        return Text.of(FareWords.class, key, arguments).in(locale);
    }
}
