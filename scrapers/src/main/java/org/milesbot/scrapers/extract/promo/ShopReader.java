package org.milesbot.scrapers.extract.promo;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.mention.Mentions;
import org.milesbot.scrapers.extract.text.Token;
import org.milesbot.scrapers.extract.text.WordSet;

/**
 * Reads where purchases earn points: shops of the word lists, else a name with capitals right behind the rate, "10
 * pontos por real na Loja Tal".
 */
final class ShopReader {

    private static final WordSet AT = WordSet.of("no", "na", "nos", "nas", "em", "at");
    private static final WordSet OF = WordSet.of("do", "da");
    private static final WordSet PLACES = WordSet.of("loja", "lojas", "site", "parceria", "app", "parceiro");
    private static final WordSet INSIDE_NAMES = WordSet.of("de", "do", "da");
    private static final WordSet NO_NAMES = WordSet.of(
            "black",
            "cyber",
            "dia",
            "natal",
            "semana",
            "brasil",
            "shopping",
            "app",
            "site",
            "cartao",
            "clube",
            "parceiro",
            "parceiros",
            "pix",
            "outlet",
            "pascoa",
            "consumer",
            "instagram",
            "telegram",
            "promo");
    private static final int MOST_NAMES = 10;
    private static final int MOST_WORDS = 4;
    private static final int WORDS_BEFORE_NAME = 4;

    private final Scene scene;
    private final Mentions mentions;
    private final Evidence evidence;

    ShopReader(Scene scene, Evidence evidence) {
        this.scene = scene;
        this.mentions = scene.mentions();
        this.evidence = evidence;
    }

    /** The shops of the first clause that names any, title first; empty if none does. */
    List<String> read() {
        for (Clause clause : scene.speaking()) {
            if (clause.isTitle() || isAboutPurchases(clause)) {
                List<String> shops = listed(clause);
                if (shops.isEmpty()) {
                    shops = unlisted(clause);
                }
                if (!shops.isEmpty()) {
                    return shops;
                }
            }
        }
        return List.of();
    }

    private boolean isAboutPurchases(Clause clause) {
        return scene.has(clause, Sense.EARN)
                || scene.has(clause, Sense.EARNS)
                || scene.has(clause, Sense.PURCHASE)
                || !RateGrammar.read(mentions, clause).isEmpty();
    }

    private List<String> listed(Clause clause) {
        Set<String> names = new LinkedHashSet<>();
        int first = -1;
        int last = -1;
        Hit exclusion = scene.first(clause, Sense.EXCLUSION);
        int end = exclusion == null ? clause.to() : exclusion.from();
        for (Hit hit : mentions.hits().within(clause.from(), end)) {
            if (names.size() < MOST_NAMES && isShop(hit, last)) {
                names.add(hit.value());
                first = first < 0 ? hit.from() : first;
                last = hit.to();
            }
        }
        if (first >= 0) {
            evidence.add("shops", first, last);
        }
        return List.copyOf(names);
    }

    private boolean isShop(Hit hit, int before) {
        boolean known = hit.sense() == Sense.SHOP || (hit.sense() == Sense.SHOP_WORD && isShoppedAt(hit, before));
        return known && hasCapital(hit.from(), hit.to());
    }

    /** "no Ponto", "no site da Renner", "na Fast Shop e Extra". */
    private boolean isShoppedAt(Hit hit, int before) {
        String word =
                hit.from() == 0 ? "" : mentions.tokens().get(hit.from() - 1).form();
        String word2 =
                hit.from() < 2 ? "" : mentions.tokens().get(hit.from() - 2).form();
        return AT.contains(word)
                || PLACES.contains(word)
                || (OF.contains(word) && PLACES.contains(word2))
                || ((word.equals("e") || word.equals(",")) && before == hit.from() - 1);
    }

    private boolean hasCapital(int from, int to) {
        return mentions.words(from, to).chars().anyMatch(Character::isUpperCase);
    }

    private List<String> unlisted(Clause clause) {
        List<Rate> rates = RateGrammar.read(mentions, clause);
        if (rates.isEmpty() || isAllCapitals(rates.get(0))) {
            return List.of();
        }
        int to = rates.get(rates.size() - 1).to();
        for (int at = to; at < Math.min(clause.to(), to + WORDS_BEFORE_NAME); at++) {
            if (AT.contains(mentions.tokens().get(at).form())) {
                int end = nameEnd(clause, at + 1);
                boolean loneWord = end == at + 2
                        && PLACES.contains(mentions.tokens().get(at + 1).form());
                if (end > at + 1 && !loneWord) {
                    evidence.add("shops", at + 1, end);
                    return List.of(mentions.words(at + 1, end));
                }
            }
        }
        return List.of();
    }

    /** Where every word has a capital none tells a name. */
    private boolean isAllCapitals(Rate rate) {
        for (int i = rate.from(); i < rate.to(); i++) {
            Token token = mentions.tokens().get(i);
            if (mentions.hits().startsAt(i, Sense.UNIT) != null) {
                return startsWithCapital(token);
            }
        }
        return true;
    }

    private int nameEnd(Clause clause, int from) {
        int end = from;
        int at = from;
        while (at < clause.to() && at - from < MOST_WORDS) {
            Token token = mentions.tokens().get(at);
            boolean named = token.isWord() && startsWithCapital(token) && !isOther(at);
            if (named) {
                end = at + 1;
            } else if (end == from || !INSIDE_NAMES.contains(token.form())) {
                return end;
            }
            at++;
        }
        return end;
    }

    private boolean isOther(int at) {
        return NO_NAMES.contains(mentions.tokens().get(at).form())
                || Lists.any(
                        mentions.hits().within(at, at + 1),
                        hit -> hit.sense() == Sense.MONTH || hit.sense() == Sense.UNIT)
                || startsName(at, Sense.PROGRAMME)
                || startsName(at, Sense.AIRLINE)
                || startsName(at, Sense.WEEKDAY)
                || startsName(at, Sense.PLACE);
    }

    private boolean startsName(int at, Sense sense) {
        return mentions.hits().startsAt(at, sense) != null;
    }

    private boolean startsWithCapital(Token token) {
        return Character.isUpperCase(mentions.text().text().charAt(token.start()));
    }
}
