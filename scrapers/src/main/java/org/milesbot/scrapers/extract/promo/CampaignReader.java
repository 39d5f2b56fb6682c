package org.milesbot.scrapers.extract.promo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.ProgrammeClass;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.text.WordSet;

/** Finds out how many transfer campaigns an announcement speaks of, and which clauses speak of which. */
final class CampaignReader {

    private static final WordSet OTHERS = WordSet.of(
            "outros", "demais", "todos", "todas", "qualquer", "quaisquer", "varios", "diversos", "all", "any");

    private static final WordSet JOINTS = WordSet.of(
            "e", "ou", ",", "+", "/", "com", "os", "dos", "de", "do", "mais", "outros", "demais", "dez", "vinte");

    private final Scene scene;
    private final GiverLists lists;
    private final Sides title;
    private final Set<String> titleGivers;

    CampaignReader(Scene scene) {
        this.scene = scene;
        this.lists = new GiverLists(scene);
        this.title = Sides.ofTitle(scene);
        this.titleGivers = title.giverSlugs();
    }

    List<Campaign> read() {
        List<Campaign> several = new LegReader(scene, title).read();
        if (several.size() > 1) {
            scene.trace().say(Rule.SEVERAL_CAMPAIGNS, several);
            return several;
        }
        Campaign one = one();
        scene.trace().say(one == null ? Rule.NO_TAKER : Rule.ONE_CAMPAIGN, one);
        return one == null ? List.of() : List.of(one);
    }

    private @Nullable Campaign one() {
        NameMention taker = taker();
        if (taker == null) {
            return null;
        }
        List<Clause> clauses = scene.speaking().stream()
                .filter(clause -> concerns(clause, taker))
                .toList();
        scene.trace().otherTakers(scene, clauses);
        Sides sides = withOnlyCustomers(originsOfWhole(taker, origins(taker, clauses)), clauses);
        return new Campaign(taker, sides.givers(), sides.everyBank(), clauses);
    }

    /** The taker of the first sentence that speaks of a bonus or a transfer, else the first there is. */
    private @Nullable NameMention bodyTaker() {
        NameMention first = null;
        for (Clause clause : scene.speaking()) {
            List<NameMention> takers = Sides.of(scene, List.of(clause)).takers();
            if (takers.isEmpty()) {
                continue;
            }
            first = first == null ? takers.get(0) : first;
            if (scene.has(clause, Sense.TRANSFER) || scene.has(clause, Sense.BONUS)) {
                return takers.get(0);
            }
        }
        return first;
    }

    private @Nullable NameMention taker() {
        NameMention here = title.takers().isEmpty() ? bodyTaker() : takerOfPercent();
        here = here == null && !title.takers().isEmpty() ? title.takers().get(0) : here;
        here = here == null ? takerOfWhole() : here;
        return here == null ? takerByClub() : here;
    }

    /** Of several takers in a title without a percentage, the one that a sentence gives one to: "só a Smiles tem bônus". */
    private @Nullable NameMention takerOfPercent() {
        Set<String> titled = title.takerSlugs();
        if (titled.size() < 2 || scene.transferTitle().hasAnyPercent()) {
            return null;
        }
        for (Clause clause : scene.body()) {
            boolean tells = scene.speaks(clause) && Lists.any(scene.percents(clause), ReadPercent::isTransferBonus);
            Sides sides = tells ? scene.sides(clause) : title;
            if (tells && sides.takerSlugs().size() == 1 && titled.containsAll(sides.takerSlugs())) {
                return sides.takers().get(0);
            }
        }
        return null;
    }

    /** Whose club alone is named, where nothing else names a taker. */
    private @Nullable NameMention takerByClub() {
        List<NameMention> clubs = scene.speaking().stream()
                .flatMap(clause -> scene.names(clause).stream())
                .filter(name -> name.isCarrier() && name.standing() == NameMention.Standing.CLUB)
                .toList();
        return Sides.slugs(clubs).size() == 1 ? clubs.get(0) : null;
    }

    /** A section may leave to the title of the whole who takes. */
    private @Nullable NameMention takerOfWhole() {
        Scene whole = scene.whole();
        if (whole == null) {
            return null;
        }
        Sides sides = Sides.of(whole, whole.title());
        return sides.takerSlugs().size() == 1 ? sides.takers().get(0) : null;
    }

    /** A section may leave to the title of the whole who gives. */
    private Sides originsOfWhole(NameMention taker, Sides found) {
        Scene whole = scene.whole();
        if (found.hasOrigin() || whole == null) {
            return found;
        }
        Sides sides = givingTo(taker, whole.title());
        for (Clause clause : sides.hasOrigin() ? List.<Clause>of() : scene.shared()) {
            Sides shared = givingTo(taker, List.of(clause));
            if (shared.hasOrigin() && scene.speaks(clause)) {
                return shared;
            }
        }
        return sides;
    }

    /** A coalition whose points count of one bank's customers only. */
    private Sides withOnlyCustomers(Sides found, List<Clause> clauses) {
        boolean coalition = found.giverSlugs().size() == 1
                && found.givers().get(0).programmeClass() == ProgrammeClass.COALITION
                && found.everyBank().isEmpty();
        List<NameMention> customers = coalition ? lists.onlyCustomers(clauses) : List.of();
        if (customers.isEmpty()) {
            return found;
        }
        List<NameMention> givers = new ArrayList<>(found.givers());
        givers.addAll(customers);
        return new Sides(found.takers(), givers, found.everyBank());
    }

    /** A clause about other takers only is about something else. */
    private boolean concerns(Clause clause, NameMention taker) {
        boolean others = false;
        for (NameMention name : scene.names(clause)) {
            boolean mayTake = name.isCarrier() && !titleGivers.contains(name.slug());
            if (mayTake && name.slug().equals(taker.slug())) {
                return true;
            }
            others |= mayTake;
        }
        return !others || clause.isTitle();
    }

    /** The title's origins; where it has none, those of the first sentences about the transfer. */
    private Sides origins(NameMention taker, List<Clause> clauses) {
        List<NameMention> only = lists.onlyThese(taker, clauses);
        if (!only.isEmpty()) {
            scene.trace().say(Rule.ORIGINS_LISTED, only);
            return new Sides(List.of(taker), only, List.of());
        }
        List<NameMention> listed = lists.listed(taker, clauses);
        if (Sides.slugs(listed).size() >= GiverLists.LONG && !titleSaysAny()) {
            scene.trace().say(Rule.ORIGINS_LISTED, listed);
            return new Sides(List.of(taker), listed, List.of());
        }
        boolean question = isQuestion();
        Sides found = givingTo(taker, Sides.heardOfTitle(scene));
        Sides every = question ? null : everyBankBeside(found, clauses);
        if (every != null) {
            scene.trace().say(Rule.ORIGINS_NAMED_AND_ALL, Rule.EVERY_BANK);
            return every;
        }
        if (found.hasOrigin() && !question) {
            scene.trace().say(Rule.ORIGINS_OF_TITLE, found);
            return settled(withoutDenied(found));
        }
        for (Clause clause : clauses) {
            Sides sides = givingTo(taker, List.of(clause));
            boolean offer = scene.has(clause, Sense.TRANSFER)
                    || scene.has(clause, Sense.BONUS)
                    || scene.has(clause, Sense.OFFER)
                    || !scene.percents(clause).isEmpty()
                    || clause.isTitle();
            if (offer && sides.hasOrigin() && !isBreadcrumb(clause, sides) && !(clause.isTitle() && question)) {
                scene.trace().say(Rule.ORIGINS_OF_SENTENCE, clause.from(), clause.to(), sides);
                return settled(withList(sides, clause, clauses, taker));
            }
        }
        Sides any = givingTo(
                taker, clauses.stream().filter(clause -> !clause.isTitle()).toList());
        if (!any.hasOrigin() && found.hasOrigin()) {
            scene.trace().say(Rule.ORIGINS_OF_TITLE, found);
            return settled(found);
        }
        scene.trace().say(Rule.ORIGINS_ANYWHERE, any);
        return settled(any);
    }

    /** "Para pontos de qualquer banco": names in the body are examples. */
    private boolean titleSaysAny() {
        return Lists.any(
                title.everyBank(),
                hit -> scene.mentions().is(hit.from(), "qualquer")
                        || scene.mentions().is(hit.from(), "quaisquer"));
    }

    /** Of several givers of a title those that a sentence says to give nothing are left out, if others give something. */
    private Sides withoutDenied(Sides found) {
        if (found.giverSlugs().size() < 2) {
            return found;
        }
        Set<String> denied = new HashSet<>();
        Set<String> giving = new HashSet<>();
        for (Clause clause : scene.body()) {
            Set<String> named = Sides.slugs(scene.names(clause));
            if (scene.aside(clause) == Aside.ABSENCE) {
                denied.addAll(named.isEmpty() ? namesBefore(clause) : named);
            } else if (scene.speaks(clause) && !scene.percents(clause).isEmpty()) {
                giving.addAll(named);
            }
        }
        denied.removeAll(giving);
        List<NameMention> left = found.givers().stream()
                .filter(giver -> !denied.contains(giver.slug()))
                .toList();
        boolean apart = Lists.any(left, giver -> giving.contains(giver.slug()));
        return apart ? new Sides(found.takers(), left, found.everyBank()) : found;
    }

    /** "A Esfera está na página, mas sem bônus por enquanto". */
    private Set<String> namesBefore(Clause clause) {
        Clause before = scene.mentions().clauses().get(Math.max(0, clause.index() - 1));
        return before.block() == clause.block() ? Sides.slugs(scene.names(before)) : Set.of();
    }

    /** Several givers of the title, of which a sentence says that any other bank gives as well. */
    private @Nullable Sides everyBankBeside(Sides found, List<Clause> clauses) {
        for (Clause clause : found.giverSlugs().size() > 1 ? clauses : List.<Clause>of()) {
            Sides sides =
                    givingTo(found.takers().isEmpty() ? null : found.takers().get(0), List.of(clause));
            boolean all = Lists.any(sides.everyBank(), this::saysOthers);
            if (all && sides.giverSlugs().containsAll(found.giverSlugs()) && !clause.isTitle()) {
                return new Sides(sides.takers(), List.of(), sides.everyBank());
            }
        }
        return null;
    }

    /** "Milhas > Transferir > Pontos do cartão" is where the page lies, not what it offers. */
    private boolean isBreadcrumb(Clause clause, Sides sides) {
        long arrows = scene.mentions().tokens().subList(clause.from(), clause.to()).stream()
                .filter(token -> token.is(">"))
                .count();
        return arrows > 1 && sides.givers().isEmpty();
    }

    private boolean isQuestion() {
        Clause last =
                scene.title().isEmpty() ? null : scene.title().get(scene.title().size() - 1);
        return last != null && scene.mentions().is(last.to() - 1, "?");
    }

    /** "Livelo | 80%": a giver and what its points get. */
    private boolean isEntryOfGiver(Clause clause) {
        List<NameMention> names = scene.names(clause);
        return scene.isListed(clause)
                && !names.isEmpty()
                && names.get(0).hit().from() - clause.from() <= 1
                && !scene.percents(clause).isEmpty();
    }

    /** Banks that follow as a list. */
    private Sides withList(Sides sides, Clause clause, List<Clause> clauses, NameMention taker) {
        List<Clause> more = new ArrayList<>();
        more.add(clause);
        for (Clause other : clauses) {
            boolean next = other.block() > clause.block()
                    && scene.isListed(other)
                    && (scene.percents(other).isEmpty() || (isEntryOfGiver(clause) && isEntryOfGiver(other)));
            if (next) {
                more.add(other);
            }
        }
        return sides.everyBank().isEmpty() && more.size() > 1 ? givingTo(taker, more) : sides;
    }

    /** Named banks count unless the words for all banks stand before them. */
    private Sides settled(Sides sides) {
        Hit open = lists.openEnd(sides.givers());
        if (open != null && sides.everyBank().isEmpty()) {
            scene.trace().say(Rule.ORIGINS_NAMED_AND_ALL, Rule.EVERY_BANK);
            return new Sides(sides.takers(), List.of(), List.of(open));
        }
        if (sides.givers().isEmpty() || sides.everyBank().isEmpty()) {
            return sides;
        }
        boolean others = lists.isOpen(sides.givers())
                || Lists.any(sides.everyBank(), hit -> saysOthers(hit) || isJoined(hit, sides.givers()));
        boolean wordFirst =
                sides.everyBank().get(0).from() < sides.givers().get(0).hit().from()
                        && Sides.slugs(sides.givers()).size() < GiverLists.LONG;
        boolean every = others || wordFirst;
        scene.trace().say(Rule.ORIGINS_NAMED_AND_ALL, every ? Rule.EVERY_BANK : Rule.NAMED_BANKS);
        return every
                ? new Sides(sides.takers(), List.of(), sides.everyBank())
                : new Sides(sides.takers(), sides.givers(), List.of());
    }

    /** Beside a known taker, every bank and coalition gives. */
    private Sides givingTo(@Nullable NameMention taker, List<Clause> clauses) {
        Sides sides = Sides.of(scene, clauses);
        List<NameMention> givers = new ArrayList<>(sides.givers());
        sides.takers().stream().filter(name -> !name.isCarrier()).forEach(givers::add);
        givers.removeIf(giver -> taker != null && giver.slug().equals(taker.slug()));
        givers.sort(Comparator.comparingInt(giver -> giver.hit().from()));
        return new Sides(sides.takers(), givers, sides.everyBank());
    }

    /** "Livelo e cartões de crédito". */
    private boolean isJoined(Hit everyBank, List<NameMention> givers) {
        return Lists.any(
                givers,
                giver -> giver.clause().holds(everyBank.from())
                        && giver.hit().to() < everyBank.from()
                        && Lists.all(
                                scene.mentions().tokens().subList(giver.hit().to(), everyBank.from()),
                                token -> JOINTS.contains(token.form())));
    }

    /** Words that mean more banks than are named. */
    private boolean saysOthers(Hit everyBank) {
        return OTHERS.contains(scene.mentions().tokens().get(everyBank.from()).form());
    }
}
