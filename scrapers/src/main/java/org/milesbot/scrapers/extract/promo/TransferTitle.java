package org.milesbot.scrapers.extract.promo;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;

/** What the title of an announcement, or of a section of one, says of a transfer bonus. */
final class TransferTitle {

    private final Scene scene;
    private final Sides sides;
    private final boolean offers;
    private @Nullable Boolean tellsAll;

    TransferTitle(Scene scene) {
        this.scene = scene;
        this.sides = Sides.ofTitle(scene);
        this.offers = findOffer();
    }

    /** A clause names a bonus and one of taker, giver, transfer beyond the taker; or all clauses do together. */
    boolean offers() {
        return offers;
    }

    private boolean findOffer() {
        for (Clause clause : scene.title()) {
            Sides own = scene.sides(clause);
            boolean transfer = scene.has(clause, Sense.TRANSFER);
            if (!transfer
                    && scene.has(clause, Sense.EARNS)
                    && scene.percents(clause).isEmpty()) {
                continue;
            }
            boolean taker = !own.takers().isEmpty();
            if (clubTakes(clause, own) && hasBonus(scene, clause)) {
                return true;
            }
            boolean beyond = taker ? own.hasOrigin() || transfer : transfer && own.hasOrigin();
            if (beyond && hasBonus(scene, clause)) {
                return true;
            }
        }
        return scene.title().size() > 1 && offersTogether();
    }

    /** "Clube Smiles leva 80% do Santander", which sells no subscription. */
    private boolean clubTakes(Clause clause, Sides own) {
        boolean club = own.takers().isEmpty()
                && !own.givers().isEmpty()
                && Lists.any(
                        scene.names(clause), name -> name.isCarrier() && name.standing() == NameMention.Standing.CLUB);
        return club
                && !scene.percents(clause).isEmpty()
                && !scene.speaksOf(Sense.SUBSCRIBE)
                && !scene.speaksOf(Sense.WELCOME)
                && scene.speaksOf(Sense.TRANSFER);
    }

    /** "LifeMiles? Livelo e C6 com 45%". */
    private boolean offersTogether() {
        return hasTaker()
                && hasOrigin()
                && Lists.any(scene.title(), clause -> !scene.percents(clause).isEmpty() && hasBonus(scene, clause));
    }

    /** A transfer bonus with its percentage, and nothing of another kind; found out once. */
    boolean tellsAll() {
        Boolean found = tellsAll;
        if (found == null) {
            found = findAll();
            tellsAll = found;
        }
        return found;
    }

    private boolean findAll() {
        return hasPercent() && offers() && !scene.titleHas(Sense.PURCHASE) && !new Topic(scene).titleIsOfOtherKind();
    }

    boolean hasTaker() {
        return !sides.takers().isEmpty();
    }

    boolean hasOrigin() {
        return sides.hasOrigin();
    }

    /** How many programmes may take. */
    int takers() {
        return sides.takerSlugs().size();
    }

    /** A percentage that may be what a transfer pays. */
    boolean hasPercent() {
        return anyPercent(ReadPercent::isTransferBonus);
    }

    /** A percentage that is called a bonus. */
    boolean callsPercentBonus() {
        return anyPercent(percent -> percent.isTransferBonus() && percent.role() == PercentRole.BONUS);
    }

    /** Any percentage, of whatever. */
    boolean hasAnyPercent() {
        return anyPercent(percent -> true);
    }

    private boolean anyPercent(Predicate<ReadPercent> fits) {
        for (Clause clause : scene.title()) {
            for (ReadPercent percent : scene.percents(clause)) {
                if (fits.test(percent)) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean hasBonus() {
        return Lists.any(scene.title(), clause -> hasBonus(scene, clause));
    }

    boolean asks() {
        return Lists.any(scene.title(), clause -> scene.mentions().is(clause.to() - 1, "?"));
    }

    /** Whether a clause tells a transfer's percentage, or speaks of a bonus without any. */
    static boolean hasBonus(Scene scene, Clause clause) {
        List<ReadPercent> percents = scene.percents(clause);
        boolean purchase = scene.has(clause, Sense.PURCHASE);
        if (percents.isEmpty()) {
            return scene.has(clause, Sense.BONUS) && !purchase;
        }
        for (ReadPercent percent : percents) {
            if (percent.isTransferBonus() && (!purchase || percent.role() == PercentRole.BONUS)) {
                return true;
            }
        }
        return false;
    }
}
