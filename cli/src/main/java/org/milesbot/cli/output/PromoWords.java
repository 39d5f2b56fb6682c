package org.milesbot.cli.output;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.milesbot.api.Text;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.promo.Window;

/** What a promo is, from where and when, in people's words. */
public final class PromoWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final Set<PromoKind> KINDS = Set.of(
            PromoKind.TRANSFER_BONUS,
            PromoKind.POINTS_PURCHASE,
            PromoKind.CLUB,
            PromoKind.EARN_MULTIPLIER,
            PromoKind.INTERNAL_TRANSFER,
            PromoKind.AWARD_FARE);

    private final ProgramNames names;
    private final Locale locale;
    private final OfferWords offer;

    /**
     * @param names what people call the programmes and banks
     */
    public PromoWords(ProgramNames names, Locale locale) {
        this.names = names;
        this.locale = locale;
        offer = new OfferWords(locale);
    }

    /** What it offers, in the same language. */
    public OfferWords offer() {
        return offer;
    }

    /** The kind, in one word; the slug of one that is not known. */
    public String kind(PromoKind kind) {
        return KINDS.contains(kind) ? say("kind." + kind) : kind.value();
    }

    /**
     * Where points come from, where a flight goes, or which shops pay.
     *
     * @param mostOrigins after so many, the rest are counted
     */
    public String where(Promo promo, int mostOrigins) {
        return promo.fare() == null && promo.earning() == null ? origins(promo, mostOrigins) : offer.where(promo);
    }

    /** The first few; a campaign of a dozen banks would push everything else off the screen. */
    private String origins(Promo promo, int most) {
        int hidden = promo.origins().size() - most;
        String first = promo.origins().stream()
                .limit(most)
                .map(origin ->
                        origin.equals(OriginId.EVERY_BANK) ? say("origins.every_bank") : names.of(origin.value()))
                .collect(Collectors.joining(", "));
        return hidden > 0 ? say("origins.more", first, Integer.toString(hidden)) : first;
    }

    /** When it is open. */
    public String window(Window window) {
        Moment start = window.start();
        Moment end = window.end();
        if (start == null) {
            return end == null ? say("window.unknown") : say("window.until", moment(end));
        }
        if (end == null) {
            return say("window.from", moment(start));
        }
        return start.date().equals(end.date())
                ? say("window.day", moment(end))
                : say("window.between", day(start.date(), end.date()), moment(end));
    }

    /** The day without its year where the other day says it. */
    private static String day(LocalDate day, LocalDate other) {
        String written = DAY.format(day);
        return day.getYear() == other.getYear() ? written.substring(0, 5) : written;
    }

    /** A day, with its hour where that is told. */
    public static String moment(Moment moment) {
        String day = DAY.format(moment.date());
        return moment.time() == null ? day : day + " " + HOUR.format(moment.time());
    }

    private String say(String key, Object... arguments) {
        return Text.of(PromoWords.class, key, arguments).in(locale);
    }
}
