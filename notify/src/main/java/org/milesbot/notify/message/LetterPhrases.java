package org.milesbot.notify.message;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.Promo;

/** The text of messages about one promo, and of its part in a digest. */
final class LetterPhrases {

    private static final int LONGEST_TITLE = 160;
    private static final String UNTOLD = "?";

    private final Phrases phrases;
    private final TimePhrases time;
    private final OfferPhrases words;
    private final StandingPhrases standings;

    LetterPhrases(Phrases phrases, TimePhrases time, OfferPhrases words) {
        this.phrases = phrases;
        this.time = time;
        this.words = words;
        standings = new StandingPhrases(phrases, time, words);
    }

    Html alert(Telling telling, Set<String> tiers) {
        Offer offer = telling.offer();
        Promo promo = offer.promo();
        PersonalBonus personal = personal(promo, tiers);
        Html heading = words.heading(promo, personal);
        Html offered =
                Html.lines(words.personal(promo, personal), words.details(promo).asSentence());
        Html all = Html.lines(
                offered,
                open(offer).asSentence(),
                standing(offer, standings.program(offer)).asSentence(),
                standings.origin(offer).asSentence(),
                words.conditions(promo.bonus(), personal),
                link(offer));
        return switch (telling.reason()) {
            case CREATED, COMBO -> Html.lines(phrases.say("alert.heading", words.sign(promo), heading), all);
            case RAISED ->
                Html.lines(phrases.say("alert.raised", raised(telling).asSentence()), heading, all);
            case EXTENDED ->
                Html.lines(
                        phrases.say("alert.extended", extended(telling).asSentence()), heading, offered, link(offer));
            case ENDING ->
                Html.lines(
                        phrases.say("alert.ending", ending(offer).asSentence()),
                        heading,
                        offered,
                        words.conditions(promo.bonus(), personal),
                        link(offer));
        };
    }

    /** One promo of a digest: what, then for whom and until when, then the link. */
    Html block(int number, Telling telling, Set<String> tiers) {
        return numbered(number, telling.offer(), tiers, news(telling), standings.of(telling.offer()));
    }

    /** One promo of a list: the same, and how much attention it deserves. */
    Html item(int number, Offer offer, Set<String> tiers) {
        return numbered(number, offer, tiers, open(offer), standing(offer, standings.of(offer)));
    }

    private Html numbered(int number, Offer offer, Set<String> tiers, Html open, Html standing) {
        PersonalBonus personal = personal(offer.promo(), tiers);
        return Html.lines(
                phrases.say("digest.item", number, words.sign(offer.promo()), words.heading(offer.promo(), personal)),
                Html.join(
                                " · ",
                                List.of(
                                        open,
                                        words.personal(offer.promo(), personal),
                                        words.details(offer.promo()),
                                        standing))
                        .asSentence(),
                link(offer));
    }

    /** What is new of it and until when, in a digest. */
    private Html news(Telling telling) {
        return switch (telling.reason()) {
            case CREATED, COMBO -> open(telling.offer());
            case RAISED -> Html.join(" · ", List.of(raised(telling), open(telling.offer())));
            case EXTENDED -> extended(telling);
            case ENDING -> ending(telling.offer());
        };
    }

    Html digestHeading(DigestKind kind, int count) {
        return phrases.say("digest." + kind.slug(), count);
    }

    /** What the digest does not hold; empty if it holds all. */
    Html digestEnd(int leftOut, int expiredMeanwhile) {
        return Html.lines(
                leftOut == 0 ? Html.NONE : phrases.say("digest.more", leftOut),
                expiredMeanwhile == 0 ? Html.NONE : phrases.say("digest.expired", expiredMeanwhile));
    }

    static PersonalBonus personal(Promo promo, Set<String> tiers) {
        return PersonalBonus.of(promo.bonus(), promo.program(), promo.origins(), tiers);
    }

    private Html open(Offer offer) {
        return time.open(offer.promo().window(), offer.publishedAt());
    }

    private Html raised(Telling telling) {
        Html now = percent(telling.detail());
        return telling.before() == null
                ? phrases.say("raised.first", now)
                : phrases.say("raised", percent(telling.before()), now);
    }

    private Html percent(String digits) {
        return new Html(phrases.percent(Percent.of(digits)));
    }

    private Html extended(Telling telling) {
        String before = telling.before();
        Html was = before == null || before.equals(UNTOLD)
                ? Html.NONE
                : phrases.say("extended.before", time.day(LocalDate.parse(before)));
        if (telling.detail().equals(UNTOLD)) {
            return phrases.say("extended.untold", was);
        }
        return phrases.say("extended", time.moment(newEnd(telling)), was);
    }

    /** With the hour, if the promo still ends on the day of the extension. */
    private static Moment newEnd(Telling telling) {
        LocalDate day = LocalDate.parse(telling.detail());
        Moment end = telling.offer().promo().window().end();
        return end != null && end.date().equals(day) ? end : Moment.of(day);
    }

    private Html ending(Offer offer) {
        Moment end = offer.promo().window().end();
        if (end == null) {
            return phrases.say("ending");
        }
        if (!time.isToday(end)) {
            boolean isOver = end.date().isBefore(time.today());
            return phrases.say(isOver ? "window.over" : "ending.later", time.moment(end));
        }
        return end.time() == null
                ? phrases.say("ending.today")
                : phrases.say("ending.today.hour", time.hour(Objects.requireNonNull(end.time())));
    }

    private Html standing(Offer offer, Html compared) {
        Double score = offer.score();
        return Html.join(
                " · ",
                List.of(compared, score == null ? Html.NONE : phrases.say("score", String.valueOf(Math.round(score)))));
    }

    Html link(Offer offer) {
        return link(phrases, offer);
    }

    static Html link(Phrases phrases, Offer offer) {
        Html title = Html.escaped(offer.title(), LONGEST_TITLE);
        return WebLink.of(offer.url())
                .map(url -> phrases.say(
                        "link",
                        new Html(Escape.html(url.toString())),
                        title.isEmpty() ? phrases.say("link.untitled") : title))
                .orElse(title);
    }
}
