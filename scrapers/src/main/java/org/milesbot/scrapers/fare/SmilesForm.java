package org.milesbot.scrapers.fare;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.source.Page;

/**
 * The search of Smiles. What only members of the club pay, and prices of miles with money, are left out: a fare is what
 * anybody pays in miles alone. Taxes are read where the search was in reais.
 */
final class SmilesForm implements AnswerForm {

    private static final ProgramId SMILES = new ProgramId("smiles");
    private static final String ANYBODY = "SMILES";

    @Override
    public boolean fits(String text) {
        return text.contains("\"requestedFlightSegmentList\"");
    }

    @Override
    public void read(Node root, Page page, Gathering gathering) {
        boolean reais = isInReais(page);
        for (Node segment : root.list("requestedFlightSegmentList")) {
            gathering.each(segment.all("flightList"), flight -> read(flight, reais, gathering));
        }
    }

    private static void read(Node entry, boolean reais, Gathering gathering) {
        Flight flight = new Flight(
                entry.at("departure", "airport").airport("code"),
                entry.at("arrival", "airport").airport("code"),
                entry.at("departure").day("date"),
                Flight.stops(entry, "stops"),
                Flight.airlines(Stream.of(entry.at("airline").text("code"))));
        Cabin cabin = cabin(entry);
        Long seats = entry.count("availableSeats");
        for (Node fare : entry.all("fareList")) {
            if (ANYBODY.equals(fare.text("type"))) {
                gathering.add(fare, SMILES, flight, new Price(cabin, fare.count("miles"), taxes(fare, reais), seats));
            }
        }
    }

    /** The cabin of the flight, or a lower one that one of its legs is flown in. */
    private static Cabin cabin(Node entry) {
        Cabin cabin = Cabins.of(entry, "cabin");
        for (Node leg : entry.all("legList")) {
            cabin = leg.text("cabin") == null ? cabin : Cabins.lower(cabin, Cabins.of(leg, "cabin"));
        }
        return cabin;
    }

    private static @Nullable BigDecimal taxes(Node fare, boolean reais) {
        BigDecimal taxes = fare.at("g3").amount("costTax");
        return reais && taxes != null && taxes.signum() > 0 ? Money.cents(taxes) : null;
    }

    /** The site speaks of other countries' money in its address, if at all. */
    private static boolean isInReais(Page page) {
        String query = Objects.requireNonNullElse(page.requested().getRawQuery(), "");
        List<String> pairs = List.of(query.split("&", -1));
        return pairs.stream().noneMatch(pair -> pair.startsWith("currencyCode=") && !pair.equals("currencyCode=BRL"))
                && pairs.stream().noneMatch(pair -> pair.startsWith("r=") && !pair.equals("r=br"));
    }
}
