package org.milesbot.cli.output;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.milesbot.api.Text;
import org.milesbot.api.promo.Percent;
import org.milesbot.store.event.PromoEvent;

/** What happened to a campaign, in people's words. */
public final class EventWords {

    private static final String UNTOLD = "?";

    private final Locale locale;
    private final OfferWords offer;

    /** Words in a language. */
    public EventWords(Locale locale) {
        this.locale = locale;
        offer = new OfferWords(locale);
    }

    /** What happened, without its day. */
    public String of(PromoEvent event) {
        return switch (event.kind()) {
            case CREATED -> say("event.created");
            case RAISED -> say("event.raised", percent(event.detail()), percent(before(event)));
            case EXTENDED -> extended(event);
            case ENDING -> say("event.ending");
            case ENDED -> ended(event.detail());
        };
    }

    private String extended(PromoEvent event) {
        if (event.before() == null) {
            return say("event.extended.first", day(event.detail()));
        }
        return event.detail().equals(UNTOLD)
                ? say("event.extended.untold", day(event.before()))
                : say("event.extended", day(event.detail()), day(event.before()));
    }

    private String ended(String detail) {
        return switch (detail) {
            case "withdrawn" -> say("event.ended.withdrawn");
            case "faded" -> say("event.ended.faded");
            default -> say("event.ended", day(detail));
        };
    }

    private static String before(PromoEvent event) {
        return Objects.requireNonNull(event.before(), "what was raised or extended was something before");
    }

    private String percent(String digits) {
        return offer.percent(Percent.of(digits));
    }

    private static String day(String iso) {
        return OfferWords.DAY.format(LocalDate.parse(iso));
    }

    private String say(String key, Object... arguments) {
        return Text.of(EventWords.class, key, arguments).in(locale);
    }
}
