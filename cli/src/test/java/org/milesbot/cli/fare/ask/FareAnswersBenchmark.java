package org.milesbot.cli.fare.ask;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.api.fare.FareProvider;
import org.milesbot.api.source.Page;
import org.milesbot.api.testing.CannedFetcher;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.api.testing.TestingPluginContext;
import org.milesbot.scrapers.extract.lexicon.Places;
import org.milesbot.scrapers.fare.FareProviders;
import org.milesbot.scrapers.fare.InventedAnswers;
import org.milesbot.store.alert.FareMatches;
import org.milesbot.store.alert.Household;
import org.milesbot.store.db.Database;
import org.milesbot.store.fare.Fares;
import org.milesbot.store.fare.StoredFare;

/**
 * How long it takes to read a partner's answers for many routes over 60 days, to keep them, and to find out whom to tell, where
 * somebody waits for each route; first when all of it is new, then again when all of it is known.
 */
final class FareAnswersBenchmark {

    private static final int DAYS = 60;
    private static final Instant NOON = Instant.parse("2026-11-20T15:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2027, 3, 1);

    private final FareProvider partner;
    private final Fares fares;
    private final FareMatches matches;

    private FareAnswersBenchmark(Database database) {
        fares = new Fares(database);
        matches = new FareMatches(database, Places.shipped().cityOfAirports());
        partner = FareProviders.of(
                        "fares_partner",
                        new TestingPluginContext(
                                Map.of("key", "secret"),
                                SettableClock.at(NOON),
                                new CannedFetcher(SettableClock.at(NOON)),
                                announcement -> List.of()))
                .get(0);
    }

    /** Argument: how many routes. */
    public static void main(String[] arguments) {
        int routes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        try (Household house = new Household()) {
            FareAnswersBenchmark benchmark = new FareAnswersBenchmark(house.database());
            List<String[]> ways = ways(routes);
            ways.forEach(way -> watch(house, ways.indexOf(way) + 1, way));
            benchmark.tick("all of it new", ways, FIRST, NOON);
            benchmark.tick("known already", ways, FIRST, NOON.plus(Duration.ofHours(6)));
        }
    }

    private static List<String[]> ways(int many) {
        List<String[]> ways = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            ways.add(new String[] {code(i / 100), code(400 + i % 100)});
        }
        return ways;
    }

    private static String code(int number) {
        return "" + (char) ('A' + number / 676) + (char) ('A' + number / 26 % 26) + (char) ('A' + number % 26);
    }

    private static void watch(Household house, long number, String[] way) {
        long person = house.person(number, "");
        house.run(
                "insert into user_route (user_id, origins, dests, cabin, max_miles) values (?, array[?], array[?], 'business', 75000)",
                person,
                way[0],
                way[1]);
    }

    private void tick(String what, List<String[]> ways, LocalDate first, Instant now) {
        List<String> answers = ways.stream()
                .map(way -> InventedAnswers.partner(way[0], way[1], first, DAYS))
                .toList();
        long begin = System.nanoTime();
        List<List<AwardFare>> read = answers.stream()
                .map(answer -> partner.read(page(answer, now)).fares())
                .toList();
        long parsed = System.nanoTime();
        long stored = 0;
        int told = 0;
        for (List<AwardFare> some : read) {
            List<StoredFare> kept = fares.store(partner.id(), some, now);
            stored += kept.size();
            told += matches.match(kept.stream().map(StoredFare::id).toList(), now);
        }
        long end = System.nanoTime();
        System.out.printf(
                Locale.ROOT,
                "%d routes of %d days, %s: %d fares read in %.1f s, kept and matched with %d alerts in %.1f s; %.1f s in all%n",
                ways.size(),
                DAYS,
                what,
                stored,
                (parsed - begin) / 1e9,
                told,
                (end - parsed) / 1e9,
                (end - begin) / 1e9);
    }

    private static Page page(String answer, Instant now) {
        URI uri = URI.create("https://partner.example.org/search");
        return new Page(uri, uri, now, "application/json", answer);
    }
}
