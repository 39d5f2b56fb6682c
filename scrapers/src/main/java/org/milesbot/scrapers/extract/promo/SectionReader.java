package org.milesbot.scrapers.extract.promo;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.AmountMention.Unit;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.text.BlockKind;
import org.milesbot.scrapers.extract.text.Token;
import org.milesbot.scrapers.extract.text.WordSet;

/** Cuts an announcement into the stretches that each may be an offer: under headings that name programmes, or numbered. */
final class SectionReader {

    private static final WordSet ORDINALS = WordSet.of(
            "primeira",
            "primeiro",
            "segunda",
            "segundo",
            "terceira",
            "terceiro",
            "coisa",
            "bloco",
            "pagina",
            "acao",
            "oferta",
            "promocao",
            "caminho",
            "dica",
            "opcao",
            "parte",
            "item",
            "saida",
            "rota",
            "alternativa",
            "destino",
            "jeito");
    private static final WordSet COUNTS = WordSet.of(
            "um", "uma", "dois", "duas", "tres", "a", "b", "c", "1", "2", "3", "4", "5", "6", "i", "ii", "iii");
    private static final WordSet LEGAL = WordSet.of(
            "regulamento",
            "clausula",
            "objeto",
            "vigencia",
            "elegibilidade",
            "mecanica",
            "foro",
            "aceite",
            "prazo",
            "participacao",
            "definicoes",
            "beneficio",
            "credito",
            "limite",
            "limites",
            "bonificacao");
    private static final Set<Sense> KINDS =
            EnumSet.of(Sense.TRANSFER, Sense.PURCHASE, Sense.CLUB, Sense.EVERY_BANK, Sense.INTERNAL);
    private static final int LONGEST_LABEL = 12;
    private static final int LEAST_OPENING = 6;
    private static final int LONGEST_OPENING = 30;

    private final Scene scene;
    private final List<List<Clause>> blocks = new ArrayList<>();

    SectionReader(Scene scene) {
        this.scene = scene;
        for (Clause clause : scene.body()) {
            boolean goesOn =
                    !blocks.isEmpty() && blocks.get(blocks.size() - 1).get(0).block() == clause.block();
            if (!goesOn) {
                blocks.add(new ArrayList<>());
            }
            blocks.get(blocks.size() - 1).add(clause);
        }
    }

    /** The sections; fewer than two mean that the announcement is one whole. */
    List<Section> read() {
        List<Section> sections = underHeadings();
        if (scene.transferTitle().tellsAll()) {
            return sections;
        }
        sections = sections.size() > 1 ? sections : numbered();
        if (sections.size() > 1 || titleIsOfOneOtherKind()) {
            return sections;
        }
        sections = labelled();
        return sections.size() > 1 ? sections : entries();
    }

    /** Under a title that names nobody, the blocks that each tell who offers what. */
    private List<Section> entries() {
        boolean named = Lists.any(scene.title(), clause -> !scene.names(clause).isEmpty());
        List<Section> sections = new ArrayList<>();
        for (List<Clause> block : named ? List.<List<Clause>>of() : blocks) {
            boolean speaks = Lists.all(block, scene::speaks);
            if (speaks && (tellsWhole(block) || tellsOtherKind(block))) {
                sections.add(new Section(block.subList(0, 1), block.subList(1, block.size())));
            }
        }
        return sections;
    }

    private boolean tellsOtherKind(List<Clause> block) {
        return namesAny(block)
                && tellsKind(block)
                && Lists.any(block, clause -> !scene.percents(clause).isEmpty())
                && Lists.any(block, clause -> scene.has(clause, Sense.PURCHASE) || scene.has(clause, Sense.INTERNAL));
    }

    /** Points on sale, a club, a fare: what the labels of such a text say is about that. */
    private boolean titleIsOfOneOtherKind() {
        long roles = scene.title().stream()
                .flatMap(clause -> scene.percents(clause).stream())
                .map(ReadPercent::role)
                .distinct()
                .count();
        long owners = scene.title().stream()
                .flatMap(clause -> scene.names(clause).stream())
                .filter(name -> name.isCarrier() && name.stands())
                .map(NameMention::slug)
                .distinct()
                .count();
        return roles < 2 && owners < 2 && new Topic(scene).titleIsOfOtherKind();
    }

    private List<Section> underHeadings() {
        List<Section> sections = new ArrayList<>();
        List<Clause> opening = List.of();
        List<Clause> rest = new ArrayList<>();
        for (List<Clause> block : blocks) {
            if (block.get(0).kind() == BlockKind.HEADING) {
                add(sections, opening, rest);
                opening = namesAny(block) || tellsKind(block) ? block : List.of();
                rest = new ArrayList<>();
            } else {
                rest.addAll(block);
            }
        }
        add(sections, opening, rest);
        return sections;
    }

    private static void add(List<Section> sections, List<Clause> opening, List<Clause> rest) {
        if (!opening.isEmpty() && !rest.isEmpty()) {
            sections.add(new Section(opening, rest));
        }
    }

    private boolean tellsKind(List<Clause> clauses) {
        return Lists.any(clauses, clause -> saysWhat(clause.from(), clause.to()));
    }

    private boolean namesAny(List<Clause> clauses) {
        return clauses.stream()
                .flatMap(clause -> scene.names(clause).stream())
                .anyMatch(name -> name.standing() != NameMention.Standing.EXCLUDED);
    }

    /** Blocks that begin with a name or a kind of offer and a colon or dash. */
    private List<Section> labelled() {
        List<Section> sections = new ArrayList<>();
        for (List<Clause> block : blocks) {
            Clause first = block.get(0);
            int end = labelEnd(first);
            if (end > first.from() && saysWhat(first.from(), end) && !isTier(first, end)) {
                sections.add(new Section(block.subList(0, 1), block.subList(1, block.size())));
            }
        }
        return sections;
    }

    /** The colon, bar or dash after the first words of a clause, or its start if there is none. */
    private int labelEnd(Clause clause) {
        int limit = Math.min(clause.to(), clause.from() + LONGEST_LABEL);
        for (int i = clause.from() + 1; i < limit; i++) {
            boolean ends = scene.mentions().is(i, ":")
                    || scene.mentions().is(i, "|")
                    || (scene.mentions().is(i, "-")
                            && !scene.mentions().tokens().get(i).glued());
            if (ends) {
                return i;
            }
        }
        return clause.from();
    }

    /** "Clube Azul e Clube Livelo: 100%" is one tier of an offer. */
    private boolean isTier(Clause clause, int end) {
        boolean priced = Lists.any(scene.mentions().amounts(clause), amount -> amount.unit() == Unit.REAIS)
                || Lists.any(scene.percents(clause), percent -> percent.role() == PercentRole.DISCOUNT);
        return !priced
                && !scene.has(clause, Sense.SUBSCRIBE)
                && scene.mentions().hits().has(clause.from(), end, Sense.CLUB)
                && Lists.none(
                        scene.names(clause), name -> name.stands() && name.hit().to() <= end);
    }

    private boolean saysWhat(int from, int to) {
        return scene.mentions().hits().has(from, to, Sense.PROGRAMME)
                || Lists.any(KINDS, sense -> scene.mentions().hits().has(from, to, sense));
    }

    /** Blocks that begin with "1.", "Primeira:", "Coisa dois." and the like. */
    private List<Section> numbered() {
        List<Section> sections = new ArrayList<>();
        if (Lists.any(scene.title(), this::isRegulation)) {
            return sections;
        }
        for (List<Clause> block : blocks) {
            if (Lists.any(block, clause -> isLegal(clause) && hasWords(clause, 1)) && !tellsWhole(block)) {
                return List.of();
            }
            List<Clause> speaking = isNumbered(block.get(0))
                    ? block.stream().filter(clause -> hasWords(clause, 1)).toList()
                    : List.of();
            if (!speaking.isEmpty()) {
                int opening = openingEnd(speaking);
                sections.add(new Section(speaking.subList(0, opening), speaking.subList(opening, speaking.size())));
            }
        }
        return sections;
    }

    /** "Prazo: até 12/09 a Livelo dá 100% na Azul" is no clause of a regulation, whatever it begins with. */
    private boolean tellsWhole(List<Clause> block) {
        Sides sides = Sides.of(scene, block);
        return sides.hasOrigin()
                && !sides.takers().isEmpty()
                && Lists.any(block, clause -> !scene.percents(clause).isEmpty());
    }

    /** The label of a block and the sentence after it. */
    private int openingEnd(List<Clause> clauses) {
        int end = 1;
        while (end < clauses.size() && (words(clauses.subList(0, end)) < LEAST_OPENING || end < 2) && end < 4) {
            end++;
        }
        return end;
    }

    private long words(List<Clause> clauses) {
        return clauses.stream()
                .flatMap(clause -> scene.mentions().tokens().subList(clause.from(), clause.to()).stream())
                .filter(Token::isWord)
                .count();
    }

    private boolean hasWords(Clause clause, int least) {
        int words = 0;
        for (int i = clause.from(); i < clause.to() && words < least; i++) {
            words += scene.mentions().tokens().get(i).isWord() ? 1 : 0;
        }
        return words >= least;
    }

    private boolean isRegulation(Clause title) {
        return Lists.any(
                scene.mentions().tokens().subList(title.from(), title.to()),
                token -> token.is("regulamento") || token.is("termos"));
    }

    /** The parts of a regulation are numbered too. */
    private boolean isLegal(Clause clause) {
        int limit = Math.min(clause.to(), clause.from() + 4);
        for (int i = clause.from(); i < limit; i++) {
            boolean named = LEGAL.contains(scene.mentions().tokens().get(i).form());
            if (named && (clause.to() - clause.from() <= 6 || scene.mentions().is(i + 1, ":"))) {
                return true;
            }
        }
        return false;
    }

    private boolean isNumbered(Clause clause) {
        int at = clause.from();
        int limit = Math.min(clause.to(), at + LONGEST_OPENING);
        while (at < limit && !isWordOrNumber(at)) {
            at++;
        }
        if (at >= limit) {
            return false;
        }
        Token token = scene.mentions().tokens().get(at);
        if (token.isNumber()) {
            return token.form().length() == 1
                    && !isWordOrNumber(at + 1)
                    && !scene.mentions().is(at + 1, "%");
        }
        boolean counted = at + 1 < clause.to()
                && COUNTS.contains(scene.mentions().tokens().get(at + 1).form());
        boolean closed = scene.mentions().is(at + 1, ":")
                || scene.mentions().is(at + 1, ".")
                || (scene.mentions().is(at + 2, ":") && at + 2 < clause.to());
        return ORDINALS.contains(token.form()) && (counted || closed);
    }

    private boolean isWordOrNumber(int at) {
        Token token = at < scene.mentions().tokens().size()
                ? scene.mentions().tokens().get(at)
                : null;
        return token != null && (token.isWord() || token.isNumber());
    }
}
