package org.milesbot.scrapers.extract.promo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.AmountMention.Unit;
import org.milesbot.scrapers.extract.mention.Clause;

/** Finds paragraphs that tell an offer of another kind than the rest, with days of their own: "A venda segue até 28". */
final class BesideReader {

    /** How many clauses an offer is told in, at most: looking at all that follow would take the square of their number. */
    private static final int REACH = 12;

    private final Scene scene;
    private final Topic topic;
    private final OfferProof proof;

    BesideReader(Scene scene, Topic topic) {
        this.scene = scene;
        this.topic = topic;
        this.proof = new OfferProof(scene);
    }

    /** What is offered in paragraphs of their own beside offers of other kinds, by paragraph. */
    Map<List<Clause>, List<Promo>> read(List<Promo> promos) {
        Set<PromoKind> kinds = promos.stream().map(Promo::kind).collect(Collectors.toSet());
        Map<Integer, List<Clause>> blocks = new LinkedHashMap<>();
        for (Clause clause : kinds.isEmpty() ? List.<Clause>of() : scene.body()) {
            blocks.computeIfAbsent(clause.block(), block -> new ArrayList<>()).add(clause);
        }
        Map<List<Clause>, List<Promo>> beside = new LinkedHashMap<>();
        for (List<Clause> block : blocks.values()) {
            for (List<Clause> piece : pieces(block)) {
                PromoKind kind = kindOf(piece);
                boolean apart = kind != null && !kinds.equals(Set.of(kind));
                List<Promo> own = kind == null || !apart ? List.of() : promos(piece, kind);
                if (!own.isEmpty()) {
                    scene.trace().say(Rule.BESIDE, own.get(0).kind());
                    beside.put(piece, own);
                }
            }
        }
        return beside;
    }

    /** A paragraph, cut where a sentence begins to tell an offer. */
    private List<List<Clause>> pieces(List<Clause> block) {
        List<List<Clause>> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= block.size(); i++) {
            if (i == block.size() || tells(block.subList(i, Math.min(block.size(), i + REACH)))) {
                pieces.add(block.subList(from, i));
                from = i;
            }
        }
        return pieces;
    }

    private boolean tells(List<Clause> clauses) {
        return kindOf(clauses.get(0)) != null || tellsTransfer(clauses);
    }

    private List<Promo> promos(List<Clause> block, PromoKind kind) {
        Scene own = scene.part(new Section(block.subList(0, 1), block.subList(1, block.size())), List.of());
        return PromoReader.readSection(own).stream()
                .filter(promo -> promo.kind().equals(kind))
                .toList();
    }

    /** The kind that the first of some clauses tells, if they say until when. */
    private @Nullable PromoKind kindOf(List<Clause> clauses) {
        PromoKind kind = kindOf(clauses.get(0));
        kind = kind == null && tellsTransfer(clauses) ? PromoKind.TRANSFER_BONUS : kind;
        return kind != null && Lists.all(clauses, scene::speaks) && Lists.any(clauses, proof::tellsDayAhead)
                ? kind
                : null;
    }

    private @Nullable PromoKind kindOf(Clause clause) {
        List<ReadPercent> percents = scene.percents(clause);
        if (!percents.isEmpty() && Lists.any(percents, ReadPercent::isPurchaseGain) && topic.purchase(clause) != null) {
            return PromoKind.POINTS_PURCHASE;
        }
        if (scene.has(clause, Sense.INTERNAL) && !percents.isEmpty()) {
            return PromoKind.INTERNAL_TRANSFER;
        }
        if (scene.has(clause, Sense.PER_MONEY) && topic.earning(clause) != null) {
            return PromoKind.EARN_MULTIPLIER;
        }
        boolean club = scene.has(clause, Sense.SUBSCRIBE) && isPriced(clause) && topic.club(clause) != null;
        return club ? PromoKind.CLUB : null;
    }

    private boolean isPriced(Clause clause) {
        return scene.has(clause, Sense.DISCOUNT)
                || Lists.any(scene.mentions().amounts(clause), amount -> amount.unit() == Unit.REAIS);
    }

    /** Both sides, or one beside the title's other, with a percentage that is called a bonus of a transfer. */
    private boolean tellsTransfer(List<Clause> clauses) {
        List<ReadPercent> percents = scene.percents(clauses.get(0));
        if (!anyIsOfTransfer(percents)) {
            return false;
        }
        Sides sides = Sides.of(scene, clauses);
        if (sides.hasOrigin() && !sides.takers().isEmpty()) {
            return true;
        }
        Sides titled = Sides.of(scene, scene.title());
        boolean titledBoth = (sides.hasOrigin() || titled.hasOrigin())
                && !(sides.takers().isEmpty() && titled.takers().isEmpty());
        boolean called = sides.hasOrigin() || Lists.any(clauses, clause -> scene.has(clause, Sense.TRANSFER));
        return titledBoth
                && called
                && Lists.any(percents, percent -> percent.isTransferBonus() && percent.role() == PercentRole.BONUS);
    }

    private static boolean anyIsOfTransfer(List<ReadPercent> percents) {
        for (ReadPercent percent : percents) {
            if (percent.isTransferBonus()) {
                return true;
            }
        }
        return false;
    }
}
