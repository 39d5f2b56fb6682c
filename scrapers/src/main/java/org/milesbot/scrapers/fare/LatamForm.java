package org.milesbot.scrapers.fare;

import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.source.Page;

/** The search of LATAM Pass for flights paid in points; it does not tell how many seats there are. */
final class LatamForm implements AnswerForm {

    private static final ProgramId LATAM_PASS = new ProgramId("latam_pass");
    private static final String POINTS = "LOYALTY_POINTS";

    @Override
    public boolean fits(String text) {
        return text.contains("\"content\"") && text.contains('"' + POINTS + '"');
    }

    @Override
    public void read(Node root, Page page, Gathering gathering) {
        gathering.each(root.list("content"), offer -> read(offer, gathering));
    }

    private static void read(Node offer, Gathering gathering) {
        Node summary = offer.at("summary");
        Flight flight = new Flight(
                summary.at("origin").airport("iataCode"),
                summary.at("destination").airport("iataCode"),
                summary.at("origin").day("departure"),
                Flight.stops(summary, "stopOvers"),
                Flight.airlines(offer.all("itinerary").stream()
                        .map(segment -> segment.at("flight").text("airlineCode"))));
        gathering.each(summary.all("brands"), brand -> brand(brand, flight, gathering));
    }

    /** A brand for money is none of ours; one search may hold both. */
    private static void brand(Node brand, Flight flight, Gathering gathering) {
        Node price = brand.at("price");
        if (!POINTS.equals(price.text("currency"))) {
            return;
        }
        Cabin cabin = Cabins.of(brand.at("cabin"), "label");
        gathering.add(
                brand,
                LATAM_PASS,
                flight,
                new Price(cabin, price.count("amount"), Money.reais(brand.at("taxes"), "amount", "currency"), null));
    }
}
