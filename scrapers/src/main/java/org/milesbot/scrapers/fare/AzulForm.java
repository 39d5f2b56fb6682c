package org.milesbot.scrapers.fare;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.source.Page;

/**
 * The search of Azul for flights paid in points. Of the levels of a fare, those count that an adult pays in points alone;
 * a class that is not called a cabin is economy, for Azul names its economy classes as it likes.
 */
final class AzulForm implements AnswerForm {

    private static final ProgramId AZUL = new ProgramId("azul");
    private static final String ADULT = "ADT";

    @Override
    public boolean fits(String text) {
        return text.contains("\"trips\"") && text.contains("\"paxPoints\"");
    }

    @Override
    public void read(Node root, Page page, Gathering gathering) {
        for (Node trip : root.at("data").list("trips")) {
            gathering.each(trip.all("journeys"), journey -> read(journey, gathering));
        }
    }

    private static void read(Node journey, Gathering gathering) {
        Node identifier = journey.at("identifier");
        Flight flight = new Flight(
                identifier.airport("departureStation"),
                identifier.airport("arrivalStation"),
                identifier.day("std"),
                Flight.stops(identifier.at("connections"), "count"),
                Flight.airlines(Stream.concat(
                        Stream.of(identifier.text("carrierCode")),
                        journey.all("segments").stream()
                                .map(segment -> segment.at("identifier").text("carrierCode")))));
        gathering.each(journey.all("fares"), fare -> fare(fare, flight, gathering));
    }

    private static void fare(Node fare, Flight flight, Gathering gathering) {
        if (fare.isFalse("available")) {
            return;
        }
        Cabin cabin = cabin(fare.at("productClass"));
        Long seats = fare.count("availableCount");
        for (Node passenger : fare.all("paxPoints")) {
            gathering.each(passenger.all("levels"), level -> level(level, flight, cabin, seats, gathering));
        }
    }

    private static void level(Node level, Flight flight, Cabin cabin, @Nullable Long seats, Gathering gathering) {
        String passenger = level.text("paxType");
        var money = level.amount("fareMoney");
        boolean counts = (passenger == null || passenger.equals(ADULT))
                && (money == null || money.signum() == 0)
                && !level.isTrue("companionPass");
        if (counts) {
            var taxes = Money.reais(level, "taxesAndFees", "currencyCode");
            gathering.add(level, AZUL, flight, new Price(cabin, points(level.at("points")), taxes, seats));
        }
    }

    /** With a discount, what is left of the price is told beside it. */
    private static @Nullable Long points(Node points) {
        Long discounted = points.count("discountedAmount");
        return discounted != null && discounted > 0 ? discounted : points.count("amount");
    }

    private static Cabin cabin(Node product) {
        return Stream.of("category", "name")
                .flatMap(field -> Cabins.named(product.text(field)).stream())
                .findFirst()
                .orElse(Cabin.ECONOMY);
    }
}
