package org.milesbot.scrapers.fare;

import java.util.List;
import java.util.Objects;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.source.Page;

/**
 * The award search of American. It says 0 seats where it does not count them, so 0 is unknown; a product that cannot be
 * had, with or without a waiting list, is marked as not available.
 */
final class AmericanForm implements AnswerForm {

    private static final ProgramId AADVANTAGE = new ProgramId("aadvantage");

    @Override
    public boolean fits(String text) {
        return text.contains("\"slices\"") && text.contains("\"perPassengerAwardPoints\"");
    }

    /** A search for money has prices where an award search has points. */
    @Override
    public void read(Node root, Page page, Gathering gathering) {
        Node metadata = root.at("responseMetadata");
        String type = metadata.text("searchType");
        if (type != null && !type.equalsIgnoreCase("award")) {
            throw metadata.at("searchType").refused("entry.revenue");
        }
        gathering.each(root.list("slices"), slice -> read(slice, gathering));
    }

    private static void read(Node slice, Gathering gathering) {
        List<Node> segments = slice.all("segments");
        if (segments.isEmpty()) {
            throw slice.at("segments").unreadable("entry.missing");
        }
        Flight flight = new Flight(
                slice.at("origin").airport("code"),
                slice.at("destination").airport("code"),
                segments.get(0).day("departureDateTime"),
                segments.size() - 1,
                Flight.airlines(
                        segments.stream().map(segment -> segment.at("flight").text("carrierCode"))));
        gathering.each(slice.all("pricingDetail"), product -> product(product, segments, flight, gathering));
    }

    private static void product(Node product, List<Node> segments, Flight flight, Gathering gathering) {
        if (!product.isTrue("productAvailable")) {
            return;
        }
        Long seats = product.count("seatsRemaining");
        Price price = new Price(
                cabin(product, segments),
                product.count("perPassengerAwardPoints"),
                Money.reais(product.at("perPassengerTaxesAndFees"), "amount", "currency"),
                Objects.equals(seats, 0L) ? null : seats);
        gathering.add(product, AADVANTAGE, flight, price);
    }

    /** A product for business may have a leg in economy, which its segments tell. */
    private static Cabin cabin(Node product, List<Node> segments) {
        String type = product.text("productType");
        Cabin lowest = Cabins.of(product, "productType");
        for (Node segment : segments) {
            for (Node leg : segment.all("legs")) {
                for (Node detail : leg.all("productDetails")) {
                    if (Objects.equals(type, detail.text("productType"))) {
                        lowest = Cabins.lower(
                                lowest, Cabins.named(detail.text("cabinType")).orElse(lowest));
                    }
                }
            }
        }
        return lowest;
    }
}
