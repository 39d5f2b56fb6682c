package org.milesbot.scrapers.extract.promo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.ProgrammeClass;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.promo.NameMention.Mark;
import org.milesbot.scrapers.extract.text.WordSet;

/**
 * Who gives and who takes in a stretch of clauses.
 *
 * @param takers the programmes that points go to
 * @param givers the programmes and banks that points come from
 * @param everyBank the words that say every bank, if any
 */
record Sides(List<NameMention> takers, List<NameMention> givers, List<Hit> everyBank) {

    private static final WordSet OWNED_BY_CARD = WordSet.of("anuidade", "fatura", "limite", "pagamento", "bandeira");
    private static final WordSet JOINTS =
            WordSet.of("do", "da", "de", "dos", "das", "o", "a", "credito", ":", "participantes", "parceiros");

    private static final WordSet POINTS_AT_LIST = WordSet.of(
            "seguintes",
            "desses",
            "dessas",
            "destes",
            "destas",
            "esses",
            "essas",
            "estes",
            "estas",
            "nesses",
            "nessas",
            "dois",
            "duas");

    private static final WordSet COUNTS =
            WordSet.of("tres", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "doze", "quinze", "vinte");
    private static final Sides NOBODY = new Sides(List.of(), List.of(), List.of());

    static Sides of(Scene scene, List<Clause> clauses) {
        return clauses.size() == 1 ? scene.sides(clauses.get(0)) : ofAll(scene, clauses);
    }

    /** Those of a title: what it asks counts less than what it answers, as in "Bônus na TAP? Na Smiles!". */
    static Sides ofTitle(Scene scene) {
        List<Clause> heard = heardOfTitle(scene);
        Sides whole = of(scene, heard);
        List<Clause> answers = answers(scene);
        if (heard.size() < scene.title().size() || answers.isEmpty()) {
            return whole;
        }
        Sides answered = of(scene, answers);
        if (answered.takers().isEmpty() || answered.takerSlugs().containsAll(whole.takerSlugs())) {
            return whole;
        }
        return new Sides(answered.takers(), whole.givers(), whole.everyBank());
    }

    /** The title's clauses without its questions, where the rest tells both sides; else all of them. */
    static List<Clause> heardOfTitle(Scene scene) {
        List<Clause> answers = answers(scene);
        Sides answered = of(scene, answers);
        return answered.hasOrigin() && !answered.takers().isEmpty() ? answers : scene.title();
    }

    private static List<Clause> answers(Scene scene) {
        return scene.title().stream()
                .filter(clause -> !scene.mentions().is(clause.to() - 1, "?"))
                .toList();
    }

    /** Anew; a scene keeps those of each clause. */
    static Sides ofOne(Scene scene, Clause clause) {
        return between(standing(scene, clause), everyBank(scene, clause));
    }

    private static Sides ofAll(Scene scene, List<Clause> clauses) {
        List<NameMention> names = new ArrayList<>();
        List<Hit> everyBank = new ArrayList<>();
        for (Clause clause : clauses) {
            names.addAll(standing(scene, clause));
            everyBank.addAll(scene.sides(clause).everyBank());
        }
        return between(names, everyBank);
    }

    private static List<NameMention> standing(Scene scene, Clause clause) {
        List<NameMention> names = scene.names(clause);
        List<NameMention> standing = new ArrayList<>(names.size());
        for (NameMention name : names) {
            if (name.stands()) {
                standing.add(name);
            }
        }
        return standing;
    }

    private static Sides between(List<NameMention> names, List<Hit> everyBank) {
        if (names.isEmpty() && everyBank.isEmpty()) {
            return NOBODY;
        }
        List<NameMention> distinct = distinct(names);
        List<NameMention> takers = new ArrayList<>();
        for (NameMention name : names) {
            if (takes(name, distinct)) {
                takers.add(name);
            }
        }
        Set<String> takerSlugs = slugs(takers);
        List<NameMention> givers = new ArrayList<>();
        for (NameMention name : names) {
            if (!takerSlugs.contains(name.slug()) && gives(name)) {
                givers.add(name);
            }
        }
        return new Sides(takers, givers, everyBank);
    }

    /** "cartões" before a bank's own name are that bank's. */
    static List<Hit> everyBank(Scene scene, Clause clause) {
        Hit inclusion = clause.isTitle() ? scene.first(clause, Sense.INCLUSION) : null;
        if (inclusion == null && !scene.has(clause, Sense.EVERY_BANK)) {
            return List.of();
        }
        List<Hit> found = new ArrayList<>();
        if (inclusion != null
                && Lists.any(
                        scene.names(clause),
                        name -> !name.isCarrier() && name.hit().from() >= inclusion.to())) {
            found.add(inclusion);
        }
        Exclusion exclusion = Exclusion.of(scene.mentions(), clause);
        for (Hit hit : scene.mentions().hits().within(clause.from(), clause.to(), Sense.EVERY_BANK)) {
            boolean owned = Lists.any(
                    scene.names(clause),
                    name -> name.hit().from() >= hit.from()
                            && name.hit().from() - hit.to() <= 3
                            && joins(scene, hit.to(), name.hit().from())
                            && !(name.isCarrier() && leadsTo(scene, hit, name)));
            boolean listed = hit.from() > clause.from()
                    && (POINTS_AT_LIST.contains(scene.mentions()
                                    .tokens()
                                    .get(hit.from() - 1)
                                    .form())
                            || (isCount(scene, hit.from() - 1) && scene.namesSeveralBanks()));
            boolean ofOneBank = isOfTheBank(scene, hit);
            boolean excluded = ofOneBank
                    || (exclusion.covers(hit.from()) && !clause.isTitle())
                    || scene.mentions().hits().has(hit.from(), Math.min(clause.to(), hit.to() + 2), Sense.TRAP)
                    || OWNED_BY_CARD.contains(scene.mentions()
                            .tokens()
                            .get(Math.max(clause.from(), hit.from() - 1))
                            .form());
            if (!owned && !listed && !excluded) {
                found.add(hit);
            }
        }
        return found;
    }

    /** "Outros cartões do banco", where the title names the bank. */
    private static boolean isOfTheBank(Scene scene, Hit hit) {
        boolean the = (scene.mentions().is(hit.to(), "do") && scene.mentions().is(hit.to() + 1, "banco"))
                || (scene.mentions().is(hit.to() - 2, "do") && scene.mentions().is(hit.to() - 1, "banco"));
        return the
                && scene.title().stream()
                        .flatMap(title -> scene.names(title).stream())
                        .anyMatch(name -> name.stands() && name.programmeClass() == ProgrammeClass.BANK);
    }

    /** "Quatro bancos". */
    private static boolean isCount(Scene scene, int token) {
        return scene.mentions().tokens().get(token).isNumber()
                || COUNTS.contains(scene.mentions().tokens().get(token).form());
    }

    /** "de tu tarjeta a Smiles". */
    private static boolean leadsTo(Scene scene, Hit everyBank, NameMention name) {
        return name.hit().from() - everyBank.to() == 1 && scene.mentions().is(everyBank.to(), "a");
    }

    private static boolean joins(Scene scene, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!JOINTS.contains(scene.mentions().tokens().get(i).form())) {
                return false;
            }
        }
        return true;
    }

    private static boolean takes(NameMention name, List<NameMention> all) {
        return switch (name.programmeClass()) {
            case BANK -> false;
            case HOTEL -> hotelTakes(name, all);
            case AIR -> !givesToOther(name, all);
            case COALITION ->
                name.mark() == Mark.TAKER
                        && Lists.none(
                                all,
                                other -> (other.isCarrier() && other.mark() != Mark.GIVER)
                                        || (other.programmeClass() == ProgrammeClass.BANK
                                                && other.mark() == Mark.TAKER))
                        && Lists.any(all, other -> !other.slug().equals(name.slug()) && other.mark() != Mark.TAKER);
        };
    }

    /** A hotel gives where it is marked so beside any other taker, or unmarked beside a marked one. */
    private static boolean hotelTakes(NameMention name, List<NameMention> all) {
        return switch (name.mark()) {
            case TAKER -> true;
            case NONE -> !hasCarrierMarked(name, all, Mark.TAKER);
            case GIVER ->
                Lists.none(
                        all,
                        other -> other.isCarrier() && !other.slug().equals(name.slug()) && other.mark() != Mark.GIVER);
        };
    }

    /** An airline gives where a hotel or another airline is marked as the taker, or a hotel stands beside it. */
    private static boolean givesToOther(NameMention name, List<NameMention> all) {
        if (name.mark() == Mark.TAKER) {
            return false;
        }
        boolean hotelTakes =
                Lists.any(all, other -> other.programmeClass() == ProgrammeClass.HOTEL && other.mark() != Mark.GIVER);
        return hotelTakes
                || givesToTheOther(name, all)
                || (name.mark() == Mark.GIVER
                        && hasCarrierMarked(name, all, Mark.TAKER)
                        && Lists.none(all, other -> !other.isCarrier()));
    }

    private static boolean hasCarrierMarked(NameMention name, List<NameMention> all, Mark mark) {
        for (NameMention other : all) {
            if (other.mark() == mark && other.isCarrier() && !other.slug().equals(name.slug())) {
                return true;
            }
        }
        return false;
    }

    private static boolean gives(NameMention name) {
        return name.programmeClass() == ProgrammeClass.BANK
                || name.programmeClass() == ProgrammeClass.COALITION
                || (name.isCarrier() && name.mark() != Mark.TAKER);
    }

    /** Of two programmes one marked giver gives, if the other is not marked so too. */
    private static boolean givesToTheOther(NameMention name, List<NameMention> all) {
        List<NameMention> others =
                all.stream().filter(other -> !other.slug().equals(name.slug())).toList();
        boolean takes = Lists.all(
                others,
                other -> other.mark() != Mark.GIVER
                        && (other.isCarrier()
                                || (other.programmeClass() == ProgrammeClass.COALITION && other.mark() == Mark.TAKER)));
        return name.mark() == Mark.GIVER && takes && slugs(others).size() == 1;
    }

    /** One mention of each programme and mark is enough to weigh the others against. */
    private static List<NameMention> distinct(List<NameMention> names) {
        List<NameMention> distinct = new ArrayList<>();
        for (NameMention name : names) {
            if (!isAmong(distinct, name)) {
                distinct.add(name);
            }
        }
        return distinct;
    }

    private static boolean isAmong(List<NameMention> distinct, NameMention name) {
        for (NameMention one : distinct) {
            if (one.mark() == name.mark() && one.slug().equals(name.slug())) {
                return true;
            }
        }
        return false;
    }

    static Set<String> slugs(List<NameMention> names) {
        if (names.size() < 2) {
            return names.isEmpty() ? Set.of() : Set.of(names.get(0).slug());
        }
        Set<String> slugs = new LinkedHashSet<>();
        for (NameMention name : names) {
            slugs.add(name.slug());
        }
        return slugs;
    }

    boolean hasOrigin() {
        return !givers.isEmpty() || !everyBank.isEmpty();
    }

    Set<String> takerSlugs() {
        return slugs(takers);
    }

    Set<String> giverSlugs() {
        return slugs(givers);
    }
}
