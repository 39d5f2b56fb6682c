package org.milesbot.cli.fare.ask;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.fare.AirportPair;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.api.fare.FareProvider;
import org.milesbot.api.fare.FareQuery;
import org.milesbot.api.fare.FareRate;
import org.milesbot.api.fare.FareReading;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.source.FetchRequest;
import org.milesbot.api.source.Page;

/**
 * A provider whose answers have a line a fare: {@code GRU LIS 2027-03-10 90000}, {@code GRU LIS} for a route that it knows, and
 * {@code next /2} for another page.
 */
record Lines(URI address, int perDay) implements FareProvider {

    @Override
    public String id() {
        return "lines";
    }

    @Override
    public FareRate rate() {
        return new FareRate(perDay, Duration.ZERO);
    }

    @Override
    public List<FetchRequest> requests(FareQuery query) {
        String ends = String.join(",", query.origins()) + "-" + String.join(",", query.destinations());
        return List.of(request("/" + ends + "/" + query.from()));
    }

    @Override
    public List<FetchRequest> coverage() {
        return List.of(request("/routes"));
    }

    @Override
    public List<FetchRequest> sweep(LocalDate from, LocalDate to) {
        return List.of(request("/all/" + from + "/" + to));
    }

    private FetchRequest request(String path) {
        return FetchRequest.of(address.resolve(path)).with(Map.of("X-Key", "secret"));
    }

    @Override
    public boolean recognizes(Page page) {
        return page.text().contains(" ");
    }

    @Override
    public FareReading read(Page page) {
        List<AwardFare> fares = new ArrayList<>();
        List<FetchRequest> next = new ArrayList<>();
        List<Text> unreadable = new ArrayList<>();
        Set<AirportPair> routes = new HashSet<>();
        for (String line : page.text().lines().toList()) {
            String[] words = line.split(" ", -1);
            if (line.startsWith("<")) {
                throw new MilesbotException(ErrorKind.DATA, Text.plain("a page in place of fares"));
            } else if (words[0].equals("next")) {
                next.add(request(words[1]));
            } else if (line.matches("[A-Z]{3} [A-Z]{3}")) {
                routes.add(new AirportPair(words[0], words[1]));
            } else if (words.length == 4) {
                fares.add(fare(words, page));
            } else {
                unreadable.add(Text.plain(line));
            }
        }
        return new FareReading(fares, next, unreadable, quota(page), routes);
    }

    private static @Nullable Integer quota(Page page) {
        String left = page.header("X-Left");
        return left == null ? null : Integer.valueOf(left);
    }

    private static AwardFare fare(String[] words, Page page) {
        return new AwardFare(
                new ProgramId("smiles"),
                words[0],
                words[1],
                LocalDate.parse(words[2]),
                Cabin.BUSINESS,
                Long.parseLong(words[3]),
                null,
                null,
                null,
                List.of(),
                page.fetchedAt(),
                null);
    }
}
