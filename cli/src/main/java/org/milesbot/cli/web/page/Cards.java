package org.milesbot.cli.web.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.source.SourceId;
import org.milesbot.cli.output.OfferWords;
import org.milesbot.cli.output.ProgramNames;
import org.milesbot.cli.output.PromoWords;
import org.milesbot.cli.output.StandingWords;
import org.milesbot.store.promo.PromoRow;
import org.milesbot.store.score.Ranking;
import org.milesbot.store.score.ScoreBasis;

/** Makes cards of promos. */
final class Cards {

    private static final int MOST_ORIGINS = 4;
    private static final int GOOD_PLACE = 3;

    private final ProgramNames names;
    private final PromoWords words;
    private final OfferWords offer;
    private final StandingWords standing;

    Cards(ProgramNames names, Locale locale) {
        this.names = names;
        words = new PromoWords(names, locale);
        offer = new OfferWords(locale);
        standing = new StandingWords(locale);
    }

    /**
     * @param sources who report each promo
     */
    List<Card> of(List<PromoRow> promos, Map<UUID, List<SourceId>> sources) {
        return promos.stream()
                .map(row -> of(row, sources.getOrDefault(row.id(), List.of(row.source()))))
                .toList();
    }

    private Card of(PromoRow row, List<SourceId> sources) {
        Promo promo = row.promo();
        String highest = offer.highest(promo);
        String base = offer.base(promo);
        return new Card(
                row.id(),
                promo.program().value(),
                names.of(promo.program().value()),
                words.kind(promo.kind()),
                words.where(promo, MOST_ORIGINS),
                highest,
                base.equals(highest) || base.equals(OfferWords.UNKNOWN) ? "" : base,
                offer.details(promo),
                words.window(promo.window()),
                ScoreBasis.after(promo.window().end()),
                standing.of(promo, row.standing()),
                row.standing() != null && isGood(row.standing().program()),
                row.title(),
                row.url(),
                sources.stream().map(SourceId::value).toList(),
                row.score() == null ? null : Long.valueOf(Math.round(row.score().value())));
    }

    private static boolean isGood(Ranking ranking) {
        return ranking.isRecord()
                || ranking.standsOut()
                || (ranking.year().isTelling() && ranking.year().place() <= GOOD_PLACE);
    }
}
