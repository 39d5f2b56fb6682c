package org.milesbot.scrapers.extract.promo;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.ProgrammeClass;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.AmountMention;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.mention.Mentions;
import org.milesbot.scrapers.extract.text.WordSet;

/** What an announcement is about, as its title says it and its body bears out. */
final class Topic {

    private static final WordSet CARD_WORDS = WordSet.of("cartao", "cartoes", "anuidade", "card");
    private static final WordSet BOUNDS = WordSet.of("limite", "minimo", "minima", "maximo", "maxima", "teto", "ate");
    private static final WordSet GOODS = WordSet.of(
            "passagens", "passagem", "voos", "bilhetes", "produtos", "ingressos", "diarias", "pacotes", "assentos");
    private static final int BOUND_REACH = 3;
    private static final int SHORTEST_STEM = 3;
    private static final int NEAR = 6;

    /** Sorts of text that tell of no offer whatever their titles say; a word of absence has none. */
    static final Set<String> NEVER_OFFERS =
            Set.of("complaint", "credited", "rumor", "scam", "over", "survey", "trouble", "story", "future", "");

    private final Scene scene;
    private final Mentions mentions;

    Topic(Scene scene) {
        this.scene = scene;
        this.mentions = scene.mentions();
    }

    /** The reason why this is no offer at all, or null. */
    @Nullable
    Hit noOffer() {
        Hit softer = null;
        for (Clause clause : scene.title()) {
            for (Hit hit : mentions.hits().within(clause.from(), clause.to(), Sense.NO_OFFER)) {
                boolean denied = mentions.is(hit.from() - 1, "sem") || mentions.is(hit.from() - 1, "nao");
                if (!denied && NEVER_OFFERS.contains(hit.value())) {
                    return hit;
                }
                softer = softer == null && !denied ? hit : softer;
            }
        }
        if (softer != null) {
            return softer;
        }
        for (Clause clause : scene.title()) {
            Hit absence = scene.first(clause, Sense.ABSENCE);
            if (absence != null) {
                return absence;
            }
        }
        return null;
    }

    boolean isGuide() {
        boolean guide = scene.titleHas(Sense.GUIDE) || Lists.any(scene.title(), this::saysHow);
        return guide && (titlePercents() == 0 || isCountedLesson());
    }

    /** "Como aproveitar …", but not "como a Livelo …". */
    private boolean saysHow(Clause clause) {
        return clause.to() - clause.from() > 2
                && mentions.is(clause.from(), "como")
                && isInfinitive(mentions.tokens().get(clause.from() + 1).form());
    }

    private static boolean isInfinitive(String form) {
        return form.length() > SHORTEST_STEM && (form.endsWith("ar") || form.endsWith("er") || form.endsWith("ir"));
    }

    /** "5 erros de quem transfere com bônus de 100%". */
    boolean isCountedLesson() {
        return Lists.any(
                scene.title(),
                clause -> mentions.tokens().get(clause.from()).isNumber()
                        && mentions.hits().startsAt(clause.from() + 1, Sense.GUIDE) != null);
    }

    private long titlePercents() {
        return scene.title().stream()
                .flatMap(clause -> scene.percents(clause).stream())
                .count();
    }

    /** The clause in which points are sold, or null: "compra de pontos", "pontos com 70% de desconto". */
    @Nullable
    Hit purchase(Clause clause) {
        for (Hit purchase : mentions.hits().within(clause.from(), clause.to(), Sense.PURCHASE)) {
            boolean direct = mentions.is(purchase.to() - 1, "direta");
            boolean ofPoints = mentions.hits()
                    .has(
                            Math.max(clause.from(), purchase.from() - (direct ? 3 * NEAR : 2 * NEAR)),
                            Math.min(clause.to(), purchase.to() + NEAR),
                            Sense.UNIT);
            boolean atShop = scene.has(clause, Sense.SHOP)
                    || mentions.is(purchase.to(), "no")
                    || mentions.is(purchase.to(), "na")
                    || mentions.is(purchase.to(), "em");
            if ((ofPoints || isOfPointsUnsaid(clause, purchase))
                    && !atShop
                    && !isOfOtherGoods(purchase.to())
                    && !scene.has(clause, Sense.PER_MONEY)) {
                return purchase;
            }
        }
        return discountedPoints(clause);
    }

    /** "150% de bônus na compra", "abre venda com 52% off": of the points of whom it names. */
    private boolean isOfPointsUnsaid(Clause clause, Hit purchase) {
        boolean flights =
                scene.has(clause, Sense.FLIGHT) || scene.has(clause, Sense.REDEEM) || scene.has(clause, Sense.EARN);
        boolean bonus = false;
        boolean discount = false;
        for (ReadPercent percent : scene.percents(clause)) {
            bonus |= percent.forPurchase() && percent.role() == PercentRole.BONUS;
            discount |= percent.role() == PercentRole.DISCOUNT;
        }
        boolean named = !scene.names(clause).isEmpty() || (!clause.isTitle() && scene.titleHas(Sense.DISCOUNT));
        return !flights
                && named
                && !mentions.is(purchase.to(), "acima")
                && (bonus
                        || (discount
                                && (scene.speaksOf(Sense.UNIT)
                                        || scene.transferTitle().offers())));
    }

    /** "compra de passagens", "comprar passagens". */
    private boolean isOfOtherGoods(int after) {
        if (after < mentions.tokens().size()
                && GOODS.contains(mentions.tokens().get(after).form())) {
            return true;
        }
        return mentions.is(after, "de")
                && mentions.hits().startsAt(after + 1, Sense.UNIT) == null
                && mentions.hits().startsAt(after + 1, Sense.PROGRAMME) == null
                && after + 1 < mentions.tokens().size()
                && mentions.tokens().get(after + 1).isWord()
                && !mentions.is(after + 1, "ate");
    }

    private @Nullable Hit discountedPoints(Clause clause) {
        boolean elsewhere = scene.has(clause, Sense.REDEEM)
                || scene.has(clause, Sense.PLACE)
                || scene.has(clause, Sense.FLIGHT)
                || scene.has(clause, Sense.AIRPORT_CODE)
                || (isTransfer(clause) && !tellsBothRoles(clause))
                || (scene.has(clause, Sense.CLUB) && !isPricedForClub(clause))
                || scene.has(clause, Sense.PER_MONEY);
        Hit unit = scene.first(clause, Sense.UNIT);
        if (unit == null || elsewhere || (mentions.is(unit.from(), "km") && isOfName(clause, unit))) {
            return null;
        }
        return scene.has(clause, Sense.DISCOUNT) || isPriced(clause) ? unit : null;
    }

    /** "Cada mil pontos por R$ 33, desconto de 52% para quem é do Clube" sells points, not the club. */
    private boolean isPricedForClub(Clause clause) {
        return !clause.isTitle()
                && !scene.has(clause, Sense.SUBSCRIBE)
                && !scene.has(clause, Sense.PLAN)
                && Lists.any(mentions.amounts(clause), Topic::isPrice)
                && Lists.any(scene.percents(clause), percent -> percent.role() == PercentRole.DISCOUNT);
    }

    /** "Pontos Livelo a R$ 35 o milheiro", where the text tells a discount. */
    private boolean isPriced(Clause clause) {
        return clause.isTitle()
                && Lists.any(mentions.amounts(clause), Topic::isPrice)
                && Lists.any(mentions.tokens().subList(clause.from(), clause.to()), token -> token.is("milheiro"))
                && scene.speaksOf(Sense.DISCOUNT)
                && !scene.speaksOf(Sense.TRANSFER);
    }

    /** "Pontos com 45% de desconto + 90% de bônus". */
    private boolean tellsBothRoles(Clause clause) {
        List<ReadPercent> percents = scene.percents(clause);
        return Lists.any(percents, percent -> percent.role() == PercentRole.DISCOUNT)
                && Lists.any(percents, percent -> percent.role() == PercentRole.BONUS);
    }

    /** The "Km" of "Km de Vantagens", the "Club" of "Iberia Club". */
    private boolean isOfName(Clause clause, Hit word) {
        return scene.names(clause).stream()
                .map(NameMention::hit)
                .anyMatch(name -> name.from() <= word.from()
                        && name.to() >= word.to()
                        && name.to() - name.from() > word.to() - word.from());
    }

    /** A club's price or plan, or null. */
    @Nullable
    Hit club(Clause clause) {
        for (Hit club : mentions.hits().within(clause.from(), clause.to(), Sense.CLUB)) {
            boolean taking = scene.has(clause, Sense.SUBSCRIBE)
                    || scene.has(clause, Sense.WELCOME)
                    || scene.has(clause, Sense.PLAN)
                    || Lists.any(mentions.amounts(clause), Topic::isPrice)
                    || (scene.has(clause, Sense.DISCOUNT)
                            && !scene.has(clause, Sense.PURCHASE)
                            && !scene.has(clause, Sense.REDEEM))
                    || scene.has(clause, Sense.MULTIPLE)
                    || !mentions.amounts(clause).isEmpty();
            boolean forSale =
                    purchase(clause) != null && club.from() > clause.from() + 1 && !scene.has(clause, Sense.SUBSCRIBE);
            if (isOfName(clause, club)) {
                continue;
            }
            boolean leads = club.from() <= clause.from() + 1
                    && Lists.any(scene.names(clause), name -> name.standing() == NameMention.Standing.CLUB)
                    && (scene.has(clause, Sense.BONUS)
                            || !scene.percents(clause).isEmpty());
            boolean earned = scene.has(clause, Sense.PER_MONEY) && !scene.has(clause, Sense.SUBSCRIBE);
            if ((taking || leads) && !forSale && !earned) {
                return club;
            }
        }
        return null;
    }

    private static boolean isPrice(AmountMention amount) {
        return amount.unit() == AmountMention.Unit.REAIS;
    }

    /** Points per real, or twice the points, or null. */
    @Nullable
    Hit earning(Clause clause) {
        Hit rate = rate(clause);
        if (rate != null) {
            return isCardRate(clause) ? null : rate;
        }
        Hit multiple = multiple(clause);
        boolean paid = scene.has(clause, Sense.EARNS) && !scene.has(clause, Sense.TRANSFER);
        boolean transfer = isTransfer(clause) && (scene.speaksOf(Sense.TRANSFER) || !isAtShop(clause));
        return multiple != null
                        && (paid || (scene.has(clause, Sense.UNIT) && !transfer))
                        && !scene.has(clause, Sense.CLUB)
                ? multiple
                : null;
    }

    private boolean isAtShop(Clause clause) {
        return scene.has(clause, Sense.SHOP) || scene.has(clause, Sense.SHOP_WORD);
    }

    /** "pontos por real", "pts/R$", "pontos por R$ 1". */
    private @Nullable Hit rate(Clause clause) {
        Hit words = scene.first(clause, Sense.PER_MONEY);
        if (words != null && (scene.has(clause, Sense.UNIT) || scene.has(clause, Sense.EARNS))) {
            return words;
        }
        for (Hit unit : mentions.hits().within(clause.from(), clause.to(), Sense.UNIT)) {
            boolean slash = mentions.is(unit.to(), "/");
            boolean perOne = mentions.is(unit.to(), "por") && mentions.is(unit.to() + 3, "1");
            if ((slash || perOne) && mentions.is(unit.to() + 1, "r") && mentions.is(unit.to() + 2, "$")) {
                return unit;
            }
        }
        return null;
    }

    /** What a card always pays is no offer. */
    private boolean isCardRate(Clause clause) {
        for (int i = clause.from(); i < clause.to(); i++) {
            if (CARD_WORDS.contains(mentions.tokens().get(i).form())) {
                return !scene.has(clause, Sense.EARN) || mentions.is(clause.from(), "cartao");
            }
        }
        return false;
    }

    /** "dobro", "3x pontos". */
    private @Nullable Hit multiple(Clause clause) {
        for (Hit unit : mentions.hits().within(clause.from(), clause.to(), Sense.UNIT)) {
            boolean times = mentions.is(unit.from() - 1, "x")
                    && unit.from() - 2 >= clause.from()
                    && mentions.tokens().get(unit.from() - 2).isNumber();
            if (times) {
                return unit;
            }
        }
        return scene.first(clause, Sense.MULTIPLE);
    }

    private boolean isTransfer(Clause clause) {
        boolean bank = false;
        boolean carrier = false;
        boolean other = false;
        for (NameMention name : scene.names(clause)) {
            bank |= name.programmeClass() == ProgrammeClass.BANK;
            carrier |= name.isCarrier();
            other |= !name.isCarrier();
        }
        return bank || (carrier && other) || scene.has(clause, Sense.TRANSFER);
    }

    /** The price of a flight in points, or null. */
    @Nullable
    AmountMention fare(Clause clause) {
        if (scene.has(clause, Sense.WELCOME)
                || scene.has(clause, Sense.PER_MONEY)
                || scene.has(clause, Sense.CLUB)
                || scene.has(clause, Sense.EARN)
                || scene.has(clause, Sense.BONUS)) {
            return null;
        }
        boolean flight = scene.has(clause, Sense.FLIGHT)
                || scene.has(clause, Sense.PLACE)
                || scene.has(clause, Sense.AIRPORT_CODE)
                || scene.has(clause, Sense.CABIN)
                || (scene.has(clause, Sense.FROM_PRICE)
                        && !scene.has(clause, Sense.TRANSFER)
                        && !scene.has(clause, Sense.PURCHASE));
        for (AmountMention amount : mentions.amounts(clause)) {
            if (flight
                    && !isBound(amount)
                    && !isMonthly(amount)
                    && amount.unit() == AmountMention.Unit.POINTS
                    && amount.value().longValue() >= 1_000) {
                return amount;
            }
        }
        return null;
    }

    /** "1.000 milhas por mês". */
    boolean isMonthly(AmountMention amount) {
        return mentions.hits().startsAt(amount.to(), Sense.PLAN) != null;
    }

    /** "Limite: 120.000 milhas". */
    private boolean isBound(AmountMention amount) {
        for (int i = amount.from() - 1; i >= Math.max(0, amount.from() - BOUND_REACH); i--) {
            if (BOUNDS.contains(mentions.tokens().get(i).form())) {
                return true;
            }
        }
        return false;
    }

    /** Whether any clause of the title is of a kind other than a transfer. */
    boolean titleIsOfOtherKind() {
        for (Clause clause : scene.title()) {
            if (purchase(clause) != null || club(clause) != null || earning(clause) != null || fare(clause) != null) {
                return true;
            }
        }
        return false;
    }
}
