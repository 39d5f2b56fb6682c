package org.milesbot.scrapers.fare;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.milesbot.api.Text;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.api.fare.FareProvider;
import org.milesbot.api.testing.CannedFetcher;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.api.testing.TestingPluginContext;
import org.milesbot.scrapers.extract.PromoExtractor;

/** The recordings of this package, the providers, and fares as one reads them. */
final class Recorded {

    static final Instant SAVED = Instant.parse("2026-11-21T09:00:00Z");

    private Recorded() {}

    static byte[] bytes(String id) {
        try (InputStream in = Objects.requireNonNull(Recorded.class.getResourceAsStream("recordings/" + id + ".har"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FareProvider provider(String id) {
        return provider(id, Map.of("key", "sesame"));
    }

    static FareProvider provider(String id, Map<String, String> settings) {
        SettableClock clock = SettableClock.at(SAVED);
        Map<String, String> own = id.equals("fares_partner") ? settings : Map.of();
        var context = new TestingPluginContext(own, clock, new CannedFetcher(clock), new PromoExtractor());
        return FareProviders.of(id, context).get(0);
    }

    static List<String> told(List<AwardFare> fares) {
        return fares.stream().map(Recorded::told).toList();
    }

    private static String told(AwardFare fare) {
        return String.join(
                " ",
                fare.program().value(),
                fare.origin() + "-" + fare.destination(),
                fare.date().toString(),
                fare.cabin().value(),
                String.valueOf(fare.miles()),
                "R$" + fare.taxesBrl(),
                "seats=" + fare.seats(),
                "stops=" + fare.stops(),
                String.join(",", fare.airlines()));
    }

    static List<String> sentences(List<Text> texts) {
        return texts.stream().map(text -> text.in(Locale.ENGLISH)).toList();
    }
}
