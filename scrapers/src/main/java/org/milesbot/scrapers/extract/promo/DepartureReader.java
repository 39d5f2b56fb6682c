package org.milesbot.scrapers.extract.promo;

import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Lexicon;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.mention.Mentions;
import org.milesbot.scrapers.extract.text.WordSet;

/** Reads which city flights leave from that is told apart from their price: "saindo de Campinas (VCP)". */
final class DepartureReader {

    private static final WordSet LEAVING = WordSet.of(
            "saindo",
            "saida",
            "saidas",
            "partindo",
            "partida",
            "partidas",
            "decolando",
            "embarcando",
            "origem",
            "departing",
            "departures");
    private static final WordSet FROM = WordSet.of("de", "do", "da", "em", "from");
    private static final WordSet MORE = WordSet.of("e", "ou", ",", "and", "or", "/");

    private static final WordSet OTHERS = WordSet.of("outras", "outros", "mais", "demais", "varias", "do", "da");
    private static final int CODE_IN_BRACKETS = 3;

    private final Mentions mentions;

    DepartureReader(Mentions mentions) {
        this.mentions = mentions;
    }

    /** The words for the only place of departure in an announcement, or null if none or several are told. */
    @Nullable
    Hit read(Scene scene) {
        Hit only = null;
        for (Clause clause : scene.speaking()) {
            for (Hit hit : mentions.hits().within(clause.from(), clause.to())) {
                if (isPlace(hit) && isLeft(hit)) {
                    if (isOneOfSeveral(clause, hit) || (only != null && !isSameCity(only, hit))) {
                        return null;
                    }
                    only = only == null ? hit : only;
                }
            }
        }
        return only;
    }

    private static boolean isPlace(Hit hit) {
        return hit.sense() == Sense.PLACE || hit.sense() == Sense.AIRPORT_CODE;
    }

    private boolean isLeft(Hit hit) {
        int at = hit.from() - 1;
        return at >= 1
                && FROM.contains(mentions.tokens().get(at).form())
                && LEAVING.contains(mentions.tokens().get(at - 1).form());
    }

    /** "de Recife e Natal", "de São Paulo (GRU) e outras cidades". */
    private boolean isOneOfSeveral(Clause clause, Hit hit) {
        int next = mentions.is(hit.to(), "(") ? hit.to() + CODE_IN_BRACKETS : hit.to();
        return next + 1 < clause.to()
                && MORE.contains(mentions.tokens().get(next).form())
                && (mentions.hits().startsAt(next + 1, Sense.PLACE) != null
                        || mentions.hits().startsAt(next + 1, Sense.AIRPORT_CODE) != null
                        || OTHERS.contains(mentions.tokens().get(next + 1).form()));
    }

    private static boolean isSameCity(Hit one, Hit other) {
        String city = Lexicon.shipped().place(one).city();
        return city != null && city.equals(Lexicon.shipped().place(other).city());
    }
}
