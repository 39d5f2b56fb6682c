package org.milesbot.cli.output;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.ClubPlan;
import org.milesbot.api.promo.Fare;
import org.milesbot.api.promo.Gain;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.TravelDates;
import org.milesbot.api.promo.Trip;

/** What a promo offers in people's words: what it gives at most and at least, and the rest of its kind's fields. */
public final class OfferWords {

    /** Stands for what is not known. */
    public static final String UNKNOWN = "–";

    /** A day as people write it. */
    public static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private static final Set<Cabin> CABINS = Set.of(Cabin.ECONOMY, Cabin.PREMIUM_ECONOMY, Cabin.BUSINESS, Cabin.FIRST);
    private static final Set<Trip> TRIPS = Set.of(Trip.ONE_WAY, Trip.ROUND_TRIP);
    private static final Set<Gain> GAINS = Set.of(Gain.BONUS, Gain.DISCOUNT);

    private final Locale locale;

    /** Words in a language. */
    public OfferWords(Locale locale) {
        this.locale = locale;
    }

    /** The most that anyone gets: a percentage, a rate, or a price. */
    public String highest(Promo promo) {
        if (promo.fare() != null) {
            return price(promo.fare());
        }
        if (promo.earning() != null) {
            return rate(promo.earning().rateMax(), promo.earning().rateUnit());
        }
        if (promo.club() != null && promo.club().monthlyPriceBrl() != null) {
            return say("club.price", money(promo.club().monthlyPriceBrl()));
        }
        return percent(promo.bonus().highest());
    }

    /** What everyone gets. */
    public String base(Promo promo) {
        return promo.earning() == null
                ? percent(promo.bonus().base())
                : rate(promo.earning().rateBase(), promo.earning().rateUnit());
    }

    /** Where a flight goes, or where purchases pay; empty for other kinds. */
    public String where(Promo promo) {
        Fare fare = promo.fare();
        if (fare != null && (fare.origin() != null || fare.destination() != null)) {
            return Stream.of(fare.origin(), fare.destination())
                    .map(place -> place == null ? "?" : place.toString())
                    .collect(Collectors.joining(" → "));
        }
        return promo.earning() == null ? "" : String.join(", ", promo.earning().shops());
    }

    /** What else is known of the offer; empty if nothing is. */
    public String details(Promo promo) {
        Fare fare = promo.fare() == null ? Fare.UNKNOWN : promo.fare();
        return Stream.of(
                        gain(promo.bonus().gain()),
                        plan(promo.club()),
                        cabin(fare.cabin()),
                        trip(fare.trip()),
                        travel(fare))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String price(Fare fare) {
        if (fare.miles() == null) {
            return UNKNOWN;
        }
        String miles = say("fare.miles", fare.miles());
        return fare.taxesBrl() == null ? miles : miles + " + " + money(fare.taxesBrl());
    }

    private String rate(@Nullable BigDecimal points, @Nullable Currency unit) {
        if (points == null || unit == null) {
            return UNKNOWN;
        }
        return say("earning.rate", points, unit.getSymbol(Locale.forLanguageTag("pt-BR")));
    }

    /** Such as R$ 350,00. */
    String money(BigDecimal reais) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return "R$ " + format.format(reais);
    }

    /** A percentage; a dash for one that is not known. */
    public String percent(@Nullable Percent percent) {
        if (percent == null) {
            return UNKNOWN;
        }
        char point = locale.getLanguage().equals("en") ? '.' : ',';
        return percent.toString().replace('.', point) + "%";
    }

    private String gain(@Nullable Gain gain) {
        return known(gain, GAINS, "gain.");
    }

    /** The cabin; the slug of one that is not known. */
    String cabin(@Nullable Cabin cabin) {
        return known(cabin, CABINS, "cabin.");
    }

    private String trip(@Nullable Trip trip) {
        return known(trip, TRIPS, "trip.");
    }

    /** A plug-in's own slug has no words here and stands for itself. */
    private <T> String known(@Nullable T slug, Set<T> known, String prefix) {
        if (slug == null) {
            return "";
        }
        return known.contains(slug) ? say(prefix + slug) : slug.toString();
    }

    private String plan(@Nullable ClubPlan club) {
        String plan = club == null ? null : club.plan();
        if (plan == null) {
            return "";
        }
        boolean points = plan.length() < 10 && plan.chars().allMatch(letter -> letter >= '0' && letter <= '9');
        return say("club.plan", points ? NumberFormat.getIntegerInstance(locale).format(Long.parseLong(plan)) : plan);
    }

    private String travel(Fare fare) {
        TravelDates travel = fare.travel();
        LocalDate from = travel.from();
        LocalDate to = travel.to();
        if (from == null) {
            return to == null ? "" : say("travel.until", DAY.format(to));
        }
        return to == null
                ? say("travel.from", DAY.format(from))
                : say("travel.between", DAY.format(from), DAY.format(to));
    }

    private String say(String key, Object... arguments) {
        return Text.of(OfferWords.class, key, arguments).in(locale);
    }
}
