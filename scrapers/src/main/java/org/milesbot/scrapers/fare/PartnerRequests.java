package org.milesbot.scrapers.fare;

import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.milesbot.api.fare.FareQuery;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.source.FetchRequest;

/** What a partner is asked; every request bears the key, and nothing else does. */
final class PartnerRequests {

    /** The most entries of an answer, some 2 MB. */
    private static final int TAKE = 1_000;

    /** The most entries of a query; the partner repeats itself on later pages, and each of them costs of the quota. */
    private static final int MOST = 5_000;

    /** The same where all is asked for that a programme has from or to a continent. */
    private static final int MOST_OF_ALL = 20_000;

    /** Where those live who are asked for; the other end of a flight may be anywhere. */
    private static final String REGION = "South%20America";

    private static final String SEARCH = "search";
    private static final String AVAILABILITY = "availability";
    private static final String ROUTES = "routes";

    private static final Pattern SKIP = Pattern.compile("[?&]skip=([0-9]{1,9})(?=&|$)");
    private static final Map<Cabin, String> CABINS = Map.of(
            Cabin.ECONOMY, "economy",
            Cabin.PREMIUM_ECONOMY, "premium",
            Cabin.BUSINESS, "business",
            Cabin.FIRST, "first");

    private final URI base;
    private final String key;
    private final List<String> sources;

    /**
     * @param sources the programmes that are asked about, by the partner's names for them; empty for all
     */
    PartnerRequests(URI base, String key, List<String> sources) {
        this.base = base;
        this.key = key;
        this.sources = List.copyOf(sources);
    }

    /** The first page of the cached search. A cabin that the partner does not know is looked for among all. */
    FetchRequest search(FareQuery query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("origin_airport", String.join(",", query.origins()));
        parameters.put("destination_airport", String.join(",", query.destinations()));
        parameters.put("start_date", query.from().toString());
        parameters.put("end_date", query.to().toString());
        String cabin = query.cabin() == null ? null : CABINS.get(query.cabin());
        if (cabin != null) {
            parameters.put("cabins", cabin);
        }
        if (!sources.isEmpty()) {
            parameters.put("sources", String.join(",", sources));
        }
        parameters.put("take", String.valueOf(TAKE));
        return get(SEARCH, parameters);
    }

    /** The routes of each programme that is asked about. */
    List<FetchRequest> routes() {
        return sources.stream()
                .map(source -> get(ROUTES, Map.of("source", source)))
                .toList();
    }

    /** Whether an address is one of {@link #routes}. */
    static boolean isForRoutes(URI asked) {
        return asked.getPath() != null && asked.getPath().endsWith("/" + ROUTES);
    }

    /** The first pages of all that the programmes that are asked about have from and to South America. */
    List<FetchRequest> all(LocalDate from, LocalDate to) {
        return sources.stream()
                .flatMap(source -> Stream.of("origin_region", "destination_region")
                        .map(end -> availability(source, end, from, to)))
                .toList();
    }

    private FetchRequest availability(String source, String end, LocalDate from, LocalDate to) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("source", source);
        parameters.put("start_date", from.toString());
        parameters.put("end_date", to.toString());
        parameters.put(end, REGION);
        parameters.put("take", String.valueOf(TAKE));
        return get(AVAILABILITY, parameters);
    }

    /** The page after one of so many entries; empty at the end of what a query may cost. */
    Optional<FetchRequest> after(URI page, long cursor, int read) {
        String address = page.toString();
        Matcher skip = SKIP.matcher(address);
        int skipped = (skip.find() ? Integer.parseInt(skip.group(1)) : 0) + read;
        int most = address.startsWith(base + "/" + AVAILABILITY) ? MOST_OF_ALL : MOST;
        if (skipped >= most || !address.startsWith(base.toString())) {
            return Optional.empty();
        }
        String first = address.replaceAll("&(skip|cursor)=[0-9]*", "");
        return Optional.of(withKey(URI.create(first + "&skip=" + skipped + "&cursor=" + cursor)));
    }

    private FetchRequest get(String path, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&"));
        return withKey(URI.create(base + "/" + path + "?" + query));
    }

    private FetchRequest withKey(URI uri) {
        return FetchRequest.of(uri).with(Map.of("partner-authorization", key, "accept", "application/json"));
    }
}
