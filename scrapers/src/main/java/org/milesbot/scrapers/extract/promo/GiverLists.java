package org.milesbot.scrapers.extract.promo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Meaning;
import org.milesbot.scrapers.extract.lexicon.ProgrammeClass;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.lexicon.Writing;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.text.WordSet;

/** Finds lists of givers: whole ones that name who takes part, and open ones that only give examples. */
final class GiverLists {

    /** From as many givers on it is a list rather than a sentence. */
    static final int LONG = 3;

    private static final WordSet ONLY_WORDS = WordSet.of(
            "so",
            "somente",
            "apenas",
            "unicamente",
            "exclusivamente",
            "exclusivo",
            "exclusiva",
            "restrita",
            "restrito");
    private static final int OPENING = 3;
    private static final int ONLY_REACH = 8;
    private static final WordSet OPENERS = WordSet.of(
            "participam",
            "participantes",
            "vale",
            "valem",
            "valida",
            "valido",
            "bancos",
            "parceiros",
            "origem",
            "origens",
            "quem");
    private static final List<List<String>> OPEN_ENDS = List.of(
            List.of("e", "outros"),
            List.of("e", "outras"),
            List.of("e", "demais"),
            List.of("entre", "outros"),
            List.of("entre", "outras"),
            List.of("dentre", "outros"),
            List.of("e", "varios", "outros"),
            List.of("e", "muitos", "outros"),
            List.of("e", "diversos", "outros"),
            List.of("e", "tantos", "outros"),
            List.of("entre", "tantos", "outros"),
            List.of("entre", "muitos", "outros"),
            List.of("e", "companhia"),
            List.of("e", "cia"),
            List.of("etc"),
            List.of("e", "mais"));

    private final Scene scene;

    GiverLists(Scene scene) {
        this.scene = scene;
    }

    /** Banks told as a list: one an entry after a colon, or all in one breath. */
    List<NameMention> listed(NameMention taker, List<Clause> clauses) {
        List<NameMention> best = List.of();
        for (Clause clause : clauses) {
            boolean introduces = scene.mentions().is(clause.to() - 1, ":");
            List<NameMention> found = introduces ? entriesAfter(clause, clauses) : candidates(clause);
            List<NameMention> givers = givingTo(taker, found);
            if (Sides.slugs(givers).size() > Sides.slugs(best).size()
                    && (isOfOffer(clause) || (introduces && !scene.has(clause, Sense.EXCLUSION)))
                    && !isOpen(givers)
                    && (Sides.everyBank(scene, clause).isEmpty() || listsAfterColon(clause, givers))) {
                best = givers;
            }
        }
        return best;
    }

    private boolean isOfOffer(Clause clause) {
        return clause.isTitle()
                || scene.has(clause, Sense.TRANSFER)
                || scene.has(clause, Sense.EVERY_BANK)
                || scene.has(clause, Sense.BONUS)
                || opensList(clause)
                || !scene.percents(clause).isEmpty();
    }

    private List<NameMention> candidates(Clause clause) {
        List<NameMention> found = new ArrayList<>();
        for (NameMention name : scene.names(clause)) {
            if (name.stands() && !name.isCarrier()) {
                found.add(name);
            }
        }
        return found;
    }

    /** Without the banks of "os pontos do Bradesco vão para a Livelo", which give to another. */
    private static List<NameMention> givingTo(NameMention taker, List<NameMention> names) {
        if (names.isEmpty()) {
            return names;
        }
        boolean elsewhere = Lists.any(
                names,
                name -> name.programmeClass() == ProgrammeClass.COALITION
                        && name.mark() == NameMention.Mark.TAKER
                        && !name.slug().equals(taker.slug()));
        return names.stream()
                .filter(name -> !name.slug().equals(taker.slug())
                        && !(elsewhere && name.programmeClass() == ProgrammeClass.BANK))
                .toList();
    }

    /** "Quase todos os bancos, com 85%: Itaú, Caixa e Safra" names them all. */
    private boolean listsAfterColon(Clause clause, List<NameMention> givers) {
        for (int i = clause.from(); !clause.isTitle() && i < clause.to() - 1; i++) {
            if (scene.mentions().is(i, ":")) {
                int colon = i;
                boolean behind = Lists.all(givers, giver -> giver.hit().from() > colon);
                boolean before = Lists.all(Sides.everyBank(scene, clause), hit -> hit.from() < colon);
                return behind && before && Sides.slugs(givers).size() >= LONG;
            }
        }
        return false;
    }

    /** "Somente clientes BB Empresas participam". */
    List<NameMention> onlyThese(NameMention taker, List<Clause> clauses) {
        for (Clause clause : clauses) {
            Hit only = scene.first(clause, Sense.ONLY);
            List<NameMention> names = only == null ? List.of() : behind(only, clause, taker);
            if (only != null
                    && !names.isEmpty()
                    && (tellsWhoTakesPart(only.to(), clause.to()) || answers(only, clause, names))) {
                return names;
            }
        }
        return List.of();
    }

    /** The bank of "pontos Livelo, só para correntistas BB": its customers alone give what the coalition gives. */
    List<NameMention> onlyCustomers(List<Clause> clauses) {
        for (Clause clause : clauses) {
            boolean plain = !clause.isTitle() && scene.percents(clause).isEmpty();
            int only = plain ? onlyAt(clause) : clause.to();
            for (NameMention name : only < clause.to() ? scene.names(clause) : List.<NameMention>of()) {
                boolean bank = name.programmeClass() == ProgrammeClass.BANK
                        && name.stands()
                        && name.hit().from() > only
                        && name.hit().from() - only <= ONLY_REACH;
                if (bank && scene.mentions().hits().has(only, name.hit().from(), Sense.CUSTOMER)) {
                    return List.of(name);
                }
            }
        }
        return List.of();
    }

    /** Where "só" or "exclusivo" stands in a clause, or its end. */
    private int onlyAt(Clause clause) {
        for (int i = clause.from(); i < clause.to(); i++) {
            boolean only = ONLY_WORDS.contains(scene.mentions().tokens().get(i).form());
            if (only && !scene.mentions().is(i - 1, "nao")) {
                return i;
            }
        }
        return clause.to();
    }

    /** "Quem dá bônus na TAP? Só a Livelo". */
    private boolean answers(Hit only, Clause clause, List<NameMention> names) {
        boolean asked = Lists.any(scene.title(), title -> scene.mentions().is(title.to() - 1, "?"));
        boolean opens =
                only.from() - clause.from() < OPENING || scene.mentions().is(only.from() - 1, ":");
        return asked && opens && names.get(0).hit().from() - only.to() <= 1;
    }

    private List<NameMention> behind(Hit only, Clause clause, NameMention taker) {
        return scene.names(clause).stream()
                .filter(name -> name.stands()
                        && !name.isCarrier()
                        && !name.slug().equals(taker.slug())
                        && name.hit().from() >= only.to()
                        && name.hit().from() - only.to() <= ONLY_REACH)
                .toList();
    }

    private boolean tellsWhoTakesPart(int from, int to) {
        return Lists.any(
                scene.mentions().tokens().subList(from, to),
                token -> token.form().startsWith("particip") || token.form().startsWith("elegive"));
    }

    private boolean opensList(Clause clause) {
        int end = Math.min(clause.to(), clause.from() + OPENING);
        return OPENERS.contains(scene.mentions().tokens().get(clause.from()).form())
                || Lists.any(
                        scene.mentions().tokens().subList(clause.from(), end),
                        token -> token.is("lista") || token.is("participam") || token.is("participantes"));
    }

    private List<NameMention> entriesAfter(Clause heading, List<Clause> clauses) {
        List<NameMention> found = new ArrayList<>();
        int block = heading.block();
        for (Clause clause : clauses) {
            boolean entry = scene.isListed(clause) && (clause.block() == block || clause.block() == block + 1);
            boolean begun = !scene.names(clause).isEmpty()
                    && scene.names(clause).get(0).hit().from() - clause.from() <= 1;
            if (entry && (begun || scene.percents(clause).isEmpty())) {
                block = clause.block();
                scene.names(clause).stream()
                        .filter(name -> name.stands() && !name.isCarrier())
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** "Itaú, Bradesco e outros" only gives examples. */
    boolean isOpen(List<NameMention> givers) {
        return openEnd(givers) != null;
    }

    @Nullable
    Hit openEnd(List<NameMention> givers) {
        for (NameMention giver : Sides.slugs(givers).size() > 1 ? givers : List.<NameMention>of()) {
            int from = giver.hit().to() + (scene.mentions().is(giver.hit().to(), ",") ? 1 : 0);
            for (List<String> words : OPEN_ENDS) {
                if (standAt(from, words) && !isClosed(from + words.size())) {
                    return new Hit(new Meaning(Sense.EVERY_BANK, "", Writing.ANY), from, from + words.size());
                }
            }
        }
        return null;
    }

    /** "E mais ninguém". */
    private boolean isClosed(int at) {
        return scene.mentions().is(at, "ninguem")
                || scene.mentions().is(at, "nada")
                || scene.mentions().is(at, "nenhum");
    }

    private boolean standAt(int from, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (!scene.mentions().is(from + i, words.get(i))) {
                return false;
            }
        }
        return true;
    }
}
