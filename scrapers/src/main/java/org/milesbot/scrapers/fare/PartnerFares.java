package org.milesbot.scrapers.fare;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.fare.AirportPair;
import org.milesbot.api.fare.FareProvider;
import org.milesbot.api.fare.FareQuery;
import org.milesbot.api.fare.FareRate;
import org.milesbot.api.fare.FareReading;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.source.FetchRequest;
import org.milesbot.api.source.Page;
import org.milesbot.scrapers.page.UnreadablePageException;

/**
 * A client of a licensed partner's interface in the shape that seats.aero publishes for its partners: the cached search,
 * a page at a time; and, for the programmes that are named to it, which routes there are and all seats of South America.
 * The partner tells for each day and cabin the lowest price, beside it the lowest
 * of a direct flight; taxes in cents, of whatever money; and 0 seats or taxes for programmes that do not tell them, so 0
 * is unknown: whether there is a seat stands apart from how many.
 */
final class PartnerFares implements FareProvider {

    static final String ID = "fares_partner";

    /** What the partner allows on a day with the usual licence. */
    private static final FareRate RATE = new FareRate(1_000, Duration.ofSeconds(1));

    private static final String QUOTA = "x-ratelimit-remaining";
    private static final Map<String, String> PROGRAMMES = Rows.byName("programmes.txt");

    /** The letters that begin the names of a cabin's fields. */
    private static final List<String> CABINS = List.of("Y", "W", "J", "F");

    private final PartnerRequests requests;

    /**
     * @param programmes those that are asked about; empty for all that the partner knows
     */
    PartnerFares(URI base, String key, Set<ProgramId> programmes) {
        this.requests = new PartnerRequests(base, key, sources(programmes));
    }

    /** The programmes that the partner may be asked about. */
    static Set<String> programmes() {
        return new TreeSet<>(PROGRAMMES.values());
    }

    private static List<String> sources(Set<ProgramId> programmes) {
        return PROGRAMMES.entrySet().stream()
                .filter(named -> programmes.contains(new ProgramId(named.getValue())))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public FareRate rate() {
        return RATE;
    }

    @Override
    public List<FetchRequest> requests(FareQuery query) {
        return List.of(requests.search(query));
    }

    @Override
    public List<FetchRequest> coverage() {
        return requests.routes();
    }

    @Override
    public List<FetchRequest> sweep(LocalDate from, LocalDate to) {
        return requests.all(from, to);
    }

    @Override
    public boolean recognizes(Page page) {
        return page.text().contains("\"data\"")
                && (page.text().contains("MileageCost\"") || page.text().contains("\"hasMore\""));
    }

    @Override
    public FareReading read(Page page) {
        Text expected = Text.of(PartnerFares.class, "expected.partner");
        Node root = Node.parse(page.text()).orElseThrow(() -> new UnreadablePageException(page, expected, null));
        Gathering gathering = new Gathering(page.fetchedAt());
        try {
            if (PartnerRequests.isForRoutes(page.requested())) {
                return routes(root.elements(), gathering, page);
            }
            List<Node> entries = root.list("data");
            gathering.each(entries, entry -> read(entry, gathering));
            return gathering.reading(next(root, page, entries.size()), quotaLeft(page));
        } catch (UnreadableEntryException e) {
            throw new UnreadablePageException(page, expected, e.text(), e);
        }
    }

    private static FareReading routes(List<Node> entries, Gathering gathering, Page page) {
        Set<AirportPair> routes = new HashSet<>();
        gathering.each(
                entries,
                entry -> routes.add(
                        new AirportPair(entry.airport("OriginAirport"), entry.airport("DestinationAirport"))));
        FareReading read = gathering.reading(List.of(), quotaLeft(page));
        return new FareReading(read.fares(), read.next(), read.unreadable(), read.quotaLeft(), routes);
    }

    private List<FetchRequest> next(Node root, Page page, int read) {
        Long cursor = root.count("cursor");
        if (!root.isTrue("hasMore") || cursor == null || read == 0) {
            return List.of();
        }
        return requests.after(page.requested(), cursor, read).stream().toList();
    }

    private static @Nullable Integer quotaLeft(Page page) {
        String left = page.header(QUOTA);
        return left == null || !left.matches("[0-9]{1,9}") ? null : Integer.valueOf(left);
    }

    private static void read(Node entry, Gathering gathering) {
        Node route = entry.at("Route");
        ProgramId program = program(entry.text("Source") == null ? route : entry);
        Flight flight = new Flight(
                route.airport("OriginAirport"),
                route.airport("DestinationAirport"),
                entry.day("Date"),
                null,
                List.of());
        for (String letter : CABINS) {
            Offer offer = new Offer(entry, letter, Cabins.named(letter).orElseThrow());
            gathering.each(List.of(entry), each -> offer.addTo(gathering, program, flight));
        }
    }

    private static ProgramId program(Node named) {
        String source = named.text("Source");
        if (source == null) {
            throw named.at("Source").unreadable("entry.missing");
        }
        String slug = PROGRAMMES.get(source);
        if (slug == null) {
            // Without its place, so that it is said once for all entries.
            throw new UnreadableEntryException(
                    Text.of(Node.class, "entry.programme", named.at("Source").quoted()));
        }
        return new ProgramId(slug);
    }

    /** What an entry tells of one cabin. */
    private record Offer(Node entry, String letter, Cabin cabin) {

        void addTo(Gathering gathering, ProgramId program, Flight flight) {
            if (!entry.isTrue(letter + "Available")) {
                return;
            }
            Long direct = entry.isTrue(letter + "Direct") ? entry.count(letter + "DirectMileageCost") : null;
            if (direct != null && direct > 0) {
                gathering.add(entry, program, flight.direct(airlines("DirectAirlines")), price("Direct", direct));
            }
            Long miles = entry.count(letter + "MileageCost");
            if (!Objects.equals(miles, direct)) {
                Flight any =
                        new Flight(flight.origin(), flight.destination(), flight.day(), null, airlines("Airlines"));
                gathering.add(entry, program, any, price("", miles));
            }
        }

        private Price price(String kind, @Nullable Long miles) {
            Long seats = entry.count(letter + kind + "RemainingSeats");
            return new Price(cabin, miles, taxes(kind), Objects.equals(seats, 0L) ? null : seats);
        }

        private @Nullable BigDecimal taxes(String kind) {
            BigDecimal cents = entry.amount(letter + kind + "TotalTaxes");
            boolean told = cents != null && cents.signum() > 0 && "BRL".equals(entry.text("TaxesCurrency"));
            return told ? Money.cents(Objects.requireNonNull(cents).movePointLeft(2)) : null;
        }

        private List<String> airlines(String field) {
            String codes = entry.text(letter + field);
            return codes == null ? List.of() : Flight.airlines(Stream.of(codes.split(",", -1)));
        }
    }
}
