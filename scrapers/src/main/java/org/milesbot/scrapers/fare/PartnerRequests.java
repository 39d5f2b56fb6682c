package org.milesbot.scrapers.fare;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.milesbot.api.fare.FareQuery;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.source.FetchRequest;

/** What a partner is asked; every request bears the key, and nothing else does. */
final class PartnerRequests {

    /** The most entries of an answer, some 2 MB. */
    private static final int TAKE = 1_000;

    /** The most entries of a query; the partner repeats itself on later pages, and each of them costs of the quota. */
    private static final int MOST = 5_000;

    private static final Pattern SKIP = Pattern.compile("[?&]skip=([0-9]{1,9})(?=&|$)");
    private static final Map<Cabin, String> CABINS = Map.of(
            Cabin.ECONOMY, "economy",
            Cabin.PREMIUM_ECONOMY, "premium",
            Cabin.BUSINESS, "business",
            Cabin.FIRST, "first");

    private final URI base;
    private final String key;

    PartnerRequests(URI base, String key) {
        this.base = base;
        this.key = key;
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
        parameters.put("take", String.valueOf(TAKE));
        return get("search", parameters);
    }

    /** The page after one of so many entries; empty at the end of what a query may cost. */
    Optional<FetchRequest> after(URI page, long cursor, int read) {
        String address = page.toString();
        Matcher skip = SKIP.matcher(address);
        int skipped = (skip.find() ? Integer.parseInt(skip.group(1)) : 0) + read;
        if (skipped >= MOST || !address.startsWith(base.toString())) {
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
