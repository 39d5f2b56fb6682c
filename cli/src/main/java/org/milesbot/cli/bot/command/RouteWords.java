package org.milesbot.cli.bot.command;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.TravelDates;
import org.milesbot.cli.people.RouteForm;
import org.milesbot.store.user.UserRoute;

/** Routes in the words of people: "GRU ou VCP → LIS · 03/2027 · executiva · até 90.000 milhas". Plain text. */
final class RouteWords {

    private static final int MOST_CODES = 6;
    private static final Set<Cabin> CABINS = Set.of(Cabin.ECONOMY, Cabin.PREMIUM_ECONOMY, Cabin.BUSINESS, Cabin.FIRST);

    private final Speech speech;

    RouteWords(Speech speech) {
        this.speech = speech;
    }

    String of(UserRoute route) {
        return Stream.of(
                        speech.plain("route.ends", end(route.origins()), end(route.dests())),
                        when(route.travel()),
                        route.cabin() == null ? "" : cabin(route.cabin()),
                        route.maxMiles() == null ? "" : miles(route.maxMiles()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String end(Set<String> codes) {
        String shown = RouteForm.shown(codes);
        if (!shown.contains(",")) {
            return shown;
        }
        List<String> sorted = codes.stream().sorted().toList();
        if (sorted.size() > MOST_CODES) {
            return speech.plain(
                    "settings.more",
                    String.join(", ", sorted.subList(0, MOST_CODES)),
                    String.valueOf(sorted.size() - MOST_CODES));
        }
        int last = sorted.size() - 1;
        return speech.plain("route.or", String.join(", ", sorted.subList(0, last)), sorted.get(last));
    }

    /** A month, a day, or from when to when; empty for any time. */
    String when(TravelDates travel) {
        LocalDate from = travel.from();
        LocalDate to = travel.to();
        if (from == null) {
            return to == null ? "" : speech.plain("route.until", day(to));
        }
        if (to == null) {
            return speech.plain("route.since", day(from));
        }
        boolean isOfMonths = from.getDayOfMonth() == 1 && to.getDayOfMonth() == to.lengthOfMonth();
        String first = isOfMonths ? month(from) : day(from);
        String last = isOfMonths ? month(to) : day(to);
        return first.equals(last) ? first : speech.plain("route.between", first, last);
    }

    private String month(LocalDate date) {
        return month(YearMonth.from(date));
    }

    /** Such as "mar/2027". */
    String month(YearMonth month) {
        return speech.plain(
                "route.month", speech.plain("route.month." + month.getMonthValue()), Integer.toString(month.getYear()));
    }

    private String day(LocalDate date) {
        return speech.plain("route.day", Integer.toString(date.getDayOfMonth()), month(date));
    }

    String cabin(Cabin cabin) {
        return CABINS.contains(cabin) ? speech.plain("route.cabin." + cabin) : cabin.value();
    }

    String miles(long miles) {
        return speech.plain("route.miles", speech.phrases().whole(miles));
    }
}
