package org.milesbot.scrapers.fare;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.api.promo.Fare;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.promo.TravelDates;
import org.milesbot.api.promo.Trip;
import org.milesbot.api.source.Announcement;
import org.milesbot.api.source.Extractor;
import org.milesbot.api.source.Page;
import org.milesbot.scrapers.page.SavedPage;

/**
 * The fares that a promo page or an article states, as the host's extractor reads them. One that leaves something open
 * (an airport, the cabin, whether it is one way, or which single day one flies) stays a promo: nothing of it is invented.
 */
final class AnnouncedFares {

    private static final int LONGEST_PAGE = 3_000_000;

    private final ProgramId program;
    private final Extractor extractor;

    AnnouncedFares(ProgramId program, Extractor extractor) {
        this.program = program;
        this.extractor = extractor;
    }

    /** Whether a page tells of flights for this programme's miles, be it all that makes a fare or less. */
    boolean areOn(Page page) {
        return promos(page).findAny().isPresent();
    }

    List<AwardFare> read(Page page) {
        return promos(page)
                .map(Promo::fare)
                .flatMap(fare -> Stream.ofNullable(complete(fare, page)))
                .distinct()
                .toList();
    }

    private Stream<Promo> promos(Page page) {
        if (!isHtml(page.text()) || page.text().length() > LONGEST_PAGE) {
            return Stream.empty();
        }
        SavedPage saved = SavedPage.read(page.text());
        Instant published = Objects.requireNonNullElse(saved.published(), page.fetchedAt());
        String id = page.requested().toString();
        return extractor.extract(new Announcement(id, saved.title(), saved.html(), link(page), published)).stream()
                .filter(promo -> promo.kind().equals(PromoKind.AWARD_FARE)
                        && promo.program().equals(program));
    }

    private @Nullable AwardFare complete(@Nullable Fare fare, Page page) {
        if (fare == null || !Trip.ONE_WAY.equals(fare.trip())) {
            return null;
        }
        String origin = fare.originAirport();
        String destination = fare.destAirport();
        TravelDates travel = fare.travel();
        boolean flown = origin != null && destination != null && !origin.equals(destination);
        boolean priced = fare.cabin() != null && fare.miles() != null && fare.miles() > 0;
        if (!flown || !priced || travel.from() == null || !travel.from().equals(travel.to())) {
            return null;
        }
        return new AwardFare(
                program,
                Objects.requireNonNull(origin),
                Objects.requireNonNull(destination),
                travel.from(),
                Objects.requireNonNull(fare.cabin()),
                Objects.requireNonNull(fare.miles()),
                fare.taxesBrl(),
                null,
                null,
                List.of(),
                page.fetchedAt(),
                link(page));
    }

    /** A file that somebody saved has no address that others could follow. */
    private static @Nullable URI link(Page page) {
        return String.valueOf(page.url().getScheme()).startsWith("http") ? page.url() : null;
    }

    private static boolean isHtml(String text) {
        return text.stripLeading().startsWith("<");
    }
}
