package org.milesbot.cli.output;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.milesbot.api.Text;
import org.milesbot.api.promo.Audience;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.Window;

/** What a promo offers, to whom and when, in one line of people's words; what is unknown is left out. */
public final class PromoLine {

    static final String BETWEEN = " · ";
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);

    private final Locale locale;
    private final PromoWords words;
    private final OfferWords offer;

    /**
     * @param names what people call the programmes and banks
     */
    public PromoLine(ProgramNames names, Locale locale) {
        this.locale = locale;
        words = new PromoWords(names, locale);
        offer = new OfferWords(locale);
    }

    /** The kind of promo. */
    public String kind(Promo promo) {
        return words.kind(promo.kind());
    }

    /** Where points come from or flights go, what it gives, and when. */
    public List<String> parts(Promo promo) {
        return Stream.concat(offer(promo).stream(), Stream.of(window(promo.window())))
                .toList();
    }

    /** The same without when. */
    public List<String> offer(Promo promo) {
        return Stream.of(where(promo), gain(promo), offer.details(promo))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private String where(Promo promo) {
        String where = words.where(promo, Integer.MAX_VALUE);
        return where.isEmpty() || promo.fare() != null || promo.earning() != null ? where : say("promo.from", where);
    }

    private String gain(Promo promo) {
        List<String> gains = new ArrayList<>();
        String highest = offer.highest(promo);
        String base = offer.base(promo);
        if (!highest.equals(OfferWords.UNKNOWN) && !highest.equals(base)) {
            gains.add(isPrice(promo) ? highest : say("promo.up_to", highest));
        }
        if (!base.equals(OfferWords.UNKNOWN)) {
            gains.add(say("promo.for_everyone", base));
        }
        promo.bonus().tiers().stream()
                .filter(tier -> !tier.audience().equals(Audience.EVERYONE))
                .forEach(tier -> gains.add(say("promo.for", offer.percent(tier.percent()), tier.label())));
        return String.join(", ", gains);
    }

    private static boolean isPrice(Promo promo) {
        return promo.fare() != null || (promo.club() != null && promo.club().monthlyPriceBrl() != null);
    }

    private String window(Window window) {
        return window.equals(Window.UNKNOWN) ? say("promo.undated") : words.window(window);
    }

    private String say(String key, Object... arguments) {
        return Text.of(PromoLine.class, key, arguments).in(locale);
    }
}
