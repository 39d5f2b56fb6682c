package org.milesbot.scrapers.extract.promo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;

/** What a text tells that an offer has and mere talk of one has not: days, terms, percentages of its own. */
final class OfferProof {

    private static final Set<Sense> SIGNS_OF_OFFER =
            EnumSet.of(Sense.NOW, Sense.CREDIT, Sense.ENDS, Sense.EXTENDED, Sense.EXCLUSION);
    private static final Set<Sense> TAKEN_OUT = EnumSet.of(Sense.CLUB, Sense.WELCOME, Sense.SUBSCRIBE);

    /** From as many paragraphs on one alone is not what a text is about. */
    private static final int LONG = 4;

    private final Scene scene;

    OfferProof(Scene scene) {
        this.scene = scene;
    }

    /** What a title says counts if its body, where it has one, tells anything that an offer has and talk has not. */
    boolean isBorneOut() {
        return scene.body().isEmpty()
                || Lists.any(scene.title(), clause -> tellsDay(scene, clause))
                || Lists.any(scene.body(), this::tellsTerms)
                || Lists.any(scene.body(), clause -> scene.speaks(clause) && bearsOut(clause));
    }

    /** Not a headline of another post that a page shows above an article of which nothing else speaks of a transfer. */
    boolean isBackedUp() {
        TransferTitle title = scene.transferTitle();
        if (title.hasTaker() || title.hasOrigin() || title.hasBonus() || isAhead()) {
            return true;
        }
        Set<Integer> paragraphs = new HashSet<>();
        Set<Integer> ofTransfer = new HashSet<>();
        for (Clause clause : scene.body()) {
            if (scene.speaks(clause)) {
                paragraphs.add(clause.block());
            }
            if (scene.speaks(clause) && speaksOfTransfer(clause)) {
                ofTransfer.add(clause.block());
            }
        }
        return paragraphs.size() < LONG || ofTransfer.size() > 1;
    }

    private boolean speaksOfTransfer(Clause clause) {
        Sides sides = scene.sides(clause);
        return scene.has(clause, Sense.TRANSFER)
                || scene.has(clause, Sense.BONUS)
                || sides.hasOrigin()
                || !sides.takers().isEmpty();
    }

    /** "O que rolou em 2024", under which nothing is on or open. */
    boolean isOfThePast() {
        return scene.titleHas(Sense.PAST) && !isOpen() && !scene.speaksOf(Sense.NOW);
    }

    /** "O orçamento acabou", "era um teste", said of nobody whom the title does not name. */
    boolean isRevoked() {
        for (Clause clause : scene.body()) {
            if (revokes(clause) && scene.aside(clause) != Aside.BOILERPLATE && namesTitledOnly(clause)) {
                return true;
            }
        }
        return false;
    }

    private boolean namesTitledOnly(Clause clause) {
        Set<String> titled = new HashSet<>();
        scene.title().forEach(title -> titled.addAll(Sides.slugs(scene.names(title))));
        return titled.containsAll(Sides.slugs(scene.names(clause)));
    }

    private boolean revokes(Clause clause) {
        Hit revoked = scene.first(clause, Sense.REVOKED);
        return revoked != null && !scene.mentions().is(revoked.from() - 1, "nao");
    }

    /** "Clube: 100% nas transferências por um ano. Assine até 20/09": the days are those of taking out a club or card. */
    boolean isOfSubscribing() {
        boolean titled = Lists.any(TAKEN_OUT, scene::titleHas);
        List<Clause> dated = !titled
                ? List.of()
                : scene.speaking().stream().filter(this::tellsDayAhead).toList();
        return !dated.isEmpty()
                && Lists.all(
                        dated,
                        clause -> !clause.isTitle()
                                && !scene.has(clause, Sense.TRANSFER)
                                && scene.percents(clause).isEmpty()
                                && (scene.has(clause, Sense.SUBSCRIBE) || scene.has(clause, Sense.WELCOME)));
    }

    /** "50% a mais no abastecimento": no percentage is told but what spending pays. */
    boolean isOfSpending() {
        Set<BigDecimal> earned = new HashSet<>();
        Set<BigDecimal> others = new HashSet<>();
        for (Clause clause : scene.speaking()) {
            for (ReadPercent percent : scene.percents(clause)) {
                if (percent.role() == PercentRole.EARNED) {
                    earned.add(percent.mention().value());
                } else if (percent.isTransferBonus()) {
                    others.add(percent.mention().value());
                }
            }
        }
        return !earned.isEmpty() && earned.containsAll(others);
    }

    /** "Os pontos podem ser trocados por milhas Smiles" is always so; where nothing else names a taker, it is no offer. */
    boolean isOnlyPossible() {
        boolean possible = false;
        for (Clause clause : scene.speaking()) {
            if (!scene.sides(clause).takers().isEmpty()) {
                if (!tellsPossible(clause)) {
                    return false;
                }
                possible = true;
            }
        }
        return possible;
    }

    private boolean tellsPossible(Clause clause) {
        Hit transfer = scene.first(clause, Sense.TRANSFER);
        return transfer != null
                && !clause.isTitle()
                && scene.percents(clause).isEmpty()
                && scene.dates(clause).isEmpty()
                && isPossible(Math.max(clause.from(), transfer.from() - 2), transfer.from() + 1);
    }

    private boolean isPossible(int from, int to) {
        return Lists.any(scene.mentions().tokens().subList(from, to), token -> token.is("pode") || token.is("podem"));
    }

    private boolean tellsTerms(Clause clause) {
        Aside aside = scene.aside(clause);
        return (aside == Aside.NO || aside == Aside.PAST || aside == Aside.ABSENCE) && scene.has(clause, Sense.TERMS);
    }

    private boolean bearsOut(Clause clause) {
        return Lists.any(SIGNS_OF_OFFER, sense -> scene.has(clause, sense))
                || Lists.any(scene.percents(clause), ReadPercent::isTransferBonus)
                || tellsDay(scene, clause);
    }

    /** A day of the window, or any to come. */
    static boolean tellsDay(Scene scene, Clause clause) {
        return Lists.any(
                scene.dates(clause),
                date -> date.role() != DateRole.OTHER
                        || (!date.mention().relative()
                                && !date.mention()
                                        .first()
                                        .isBefore(scene.mentions().published())));
    }

    /** Said until when it goes, if only "até as 23h59". */
    boolean isOpen() {
        return isAhead() || Lists.any(scene.body(), clause -> scene.speaks(clause) && scene.has(clause, Sense.ENDS));
    }

    /** A date of the window that is not over. */
    boolean isAhead() {
        return Lists.any(scene.speaking(), this::tellsDayAhead);
    }

    /** Whether a clause says until when, and that is not over. */
    boolean tellsDayAhead(Clause clause) {
        for (ReadDate date : scene.dates(clause)) {
            LocalDate last = date.mention().last();
            LocalDate end = last == null ? date.mention().first() : last;
            boolean window = date.role() == DateRole.END || date.role() == DateRole.PERIOD;
            if (window && !end.isBefore(scene.mentions().published())) {
                return true;
            }
        }
        return false;
    }
}
