package org.milesbot.scrapers.extract.promo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Lexicon;
import org.milesbot.scrapers.extract.lexicon.Meaning;
import org.milesbot.scrapers.extract.lexicon.ProgrammeClass;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.lexicon.Writing;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.mention.Mentions;
import org.milesbot.scrapers.extract.mention.PercentMention;
import org.milesbot.scrapers.extract.text.BlockKind;
import org.milesbot.scrapers.extract.text.Token;
import org.milesbot.scrapers.extract.text.WordSet;

/** Finds the words that say who a percentage is for. */
final class AudienceReader {

    private static final WordSet AUDIENCE_OPENERS = WordSet.of(
            "para",
            "a",
            "aos",
            "as",
            "com",
            "sem",
            "se",
            "quem",
            "quando",
            "em",
            "ao",
            "p",
            "pra",
            "for",
            "(",
            "no",
            "na",
            "nos",
            "-",
            "todos",
            "exclusivo",
            "ou",
            "apenas",
            "|",
            ">",
            ":",
            "exigem",
            "sao",
            "exige",
            "pedem",
            "requerem");

    private static final WordSet AFTER_COMMA = WordSet.of("para", "aos", "pra", "igual");
    private static final WordSet NEGATIONS = WordSet.of("sem", "nao", "nunca", "nem", "jamais");
    private static final WordSet NEGATION_JOINTS = WordSet.of(
            "e",
            "sao",
            "sejam",
            "tenham",
            "assinam",
            "pagam",
            "fazem",
            "possuem",
            "participam",
            "tem",
            "tenho",
            "tenha",
            "tiver",
            "possui",
            "possua",
            "possuir",
            "for",
            "sou",
            "ser",
            "seja",
            "esta",
            "estiver",
            "faz",
            "fizer",
            "parte",
            "participa",
            "paga",
            "pago",
            "pagou",
            "assina",
            "de",
            "do",
            "da",
            "dos",
            "das",
            "o",
            "a",
            "os",
            "as",
            "no",
            "na",
            "um",
            "uma",
            "nenhum",
            "nenhuma",
            "qualquer",
            "plano",
            "planos",
            "ativo",
            "ativa",
            "algum",
            "vinculo",
            "com",
            "ao",
            "dono",
            "assinou",
            "inscritos",
            "inscrito",
            "associados",
            "vinculados",
            "filiados",
            "cadastrados",
            "membro");
    private static final int NEGATION_REACH = 7;
    private static final int LONGEST_NAME = 3;
    private static final int LABEL_REACH = 3;
    private static final int QUESTION_REACH = 6;
    private static final WordSet NEXT_OPENERS = WordSet.of("para", "aos", "quem", "pra");

    private final Mentions mentions;
    private final Clause clause;
    private final @Nullable Clause label;
    private final List<PercentMention> percents;

    /**
     * @param label what stands over the clause, or null
     * @param percents the percentages of the clause
     */
    AudienceReader(Mentions mentions, Clause clause, @Nullable Clause label, List<PercentMention> percents) {
        this.mentions = mentions;
        this.clause = clause;
        this.label = label;
        this.percents = percents;
    }

    /** Behind the percentage after a joining word, else before it. */
    @Nullable
    Hit of(PercentMention percent, int index, int left, int right) {
        boolean lastOfGroup =
                index + 1 == percents.size() || percents.get(index + 1).group() != percent.group();
        boolean firstOfGroup = index == 0 || percents.get(index - 1).group() != percent.group();
        if (lastOfGroup) {
            Hit behind = audienceBehind(percent.to(), right);
            if (behind != null) {
                return behind;
            }
        }
        Hit least = mentions.hits().last(Math.max(left, percent.from() - 4), percent.from(), Sense.LEAST);
        if (least != null && !isNumberBetween(least.to(), percent.from())) {
            return least;
        }
        if (clause.kind() == BlockKind.ROW) {
            Hit row = audienceBefore(clause.from(), percents.get(0).from());
            return row == null ? audienceOfColumn(percent) : row;
        }
        Hit before = firstOfGroup && lastOfGroup ? labelBefore(left, percent.from()) : null;
        if (before == null && index > 0 && clause.kind() == BlockKind.ITEM) {
            return audienceBefore(clause.from(), percents.get(0).from());
        }
        return before == null ? audienceAround(percent, right) : before;
    }

    /** In the cell of the header row that stands over the percentage. */
    private @Nullable Hit audienceOfColumn(PercentMention percent) {
        Clause header = label;
        if (header == null || header.kind() != BlockKind.ROW) {
            return null;
        }
        int from = cellStart(header, bars(clause.from(), percent.from()));
        for (int i = from; i < header.to() && !mentions.is(i, "|"); i++) {
            Hit hit = audienceAt(i, header.to());
            if (hit != null) {
                return hit;
            }
        }
        return null;
    }

    private int bars(int from, int to) {
        return (int) mentions.tokens().subList(from, to).stream()
                .filter(token -> token.is("|"))
                .count();
    }

    private int cellStart(Clause row, int column) {
        int at = row.from();
        for (int passed = 0; at < row.to() && passed < column; at++) {
            passed += mentions.is(at, "|") ? 1 : 0;
        }
        return at;
    }

    private boolean isNumberBetween(int from, int to) {
        return Lists.any(mentions.tokens().subList(from, to), Token::isNumber);
    }

    /** In the next block's first words, or in the label over this one: "70% DE BÔNUS" / "para o Clube". */
    private @Nullable Hit audienceAround(PercentMention percent, int right) {
        boolean last = right == clause.to();
        Clause next = last && clause.index() + 1 < mentions.clauses().size()
                ? mentions.clauses().get(clause.index() + 1)
                : null;
        boolean open = !mentions.is(clause.to() - 1, ".");
        if (next != null && open && mentions.percents(next).isEmpty() && NEXT_OPENERS.contains(form(next.from()))) {
            Hit hit = firstAudience(next);
            if (hit != null) {
                return hit;
            }
        }
        int reach = label != null && mentions.is(label.to() - 1, "?") ? QUESTION_REACH : LABEL_REACH;
        boolean alone =
                label != null && mentions.percents(clause).size() == 1 && percent.from() - clause.from() <= reach;
        return alone && label != null && mentions.percents(label).isEmpty() ? firstAudience(label) : null;
    }

    private @Nullable Hit firstAudience(Clause other) {
        for (int i = other.from(); i < Math.min(other.to(), other.from() + 6); i++) {
            Hit hit = audienceAt(i, other.to());
            if (hit != null) {
                return hit;
            }
        }
        return null;
    }

    private String form(int at) {
        return mentions.tokens().get(at).form();
    }

    private @Nullable Hit audienceBehind(int from, int right) {
        Hit category = categoryInBrackets(from, right);
        if (category != null) {
            return category;
        }
        boolean without = from < right && mentions.is(from, "sem");
        if (without
                && (from + 1 == clause.to() || !mentions.tokens().get(from + 1).isWord())) {
            return new Hit(new Meaning(Sense.EVERYONE, "", Writing.ANY), from, from + 1);
        }
        int start = afterRepetition(from, right);
        int to = Math.min(right, start + 12);
        boolean opened = false;
        for (int i = start; i < to; i++) {
            String form = mentions.tokens().get(i).form();
            if (form.equals(".") || (form.equals(":") && i > start)) {
                return null;
            }
            opened |= AUDIENCE_OPENERS.contains(form);
            Hit hit = audienceAt(i, right);
            if (hit != null) {
                return opened || i == start ? widest(hit, right) : null;
            }
            if (form.equals(",") && i > start && !opensAfter(i, right)) {
                return null;
            }
        }
        return null;
    }

    /** "20% (LATAM e Gold)": the category named as the programme is everyone's. */
    private @Nullable Hit categoryInBrackets(int from, int right) {
        Hit name =
                from + 1 < right && mentions.is(from, "(") ? mentions.hits().startsAt(from + 1, Sense.PROGRAMME) : null;
        boolean category = name != null
                && Lexicon.shipped().classOf(name.value()) == ProgrammeClass.AIR
                && (mentions.is(name.to(), ")") || mentions.is(name.to(), "e") || mentions.is(name.to(), ","));
        return category && !clause.isTitle() ? name : null;
    }

    /** "40% na transferência, para todos". */
    private boolean opensAfter(int comma, int right) {
        return comma + 1 < right && AFTER_COMMA.contains(form(comma + 1));
    }

    /** Behind "(sessenta por cento)". */
    private int afterRepetition(int from, int right) {
        if (from >= right || !mentions.is(from, "(")) {
            return from;
        }
        for (int i = from; i < Math.min(right, from + 8); i++) {
            if (mentions.is(i, ")")) {
                return mentions.is(i - 1, "cento") ? i + 1 : from;
            }
        }
        return from;
    }

    /** "para assinantes e demais clientes" is for everyone, where no other percentage follows for the others. */
    private Hit widest(Hit hit, int right) {
        Hit everyone = right == clause.to() && reachOf(hit) == Reach.SOME
                ? mentions.hits().first(hit.to(), Math.min(right, hit.to() + 7), Sense.EVERYONE)
                : null;
        boolean joined = everyone != null
                && Lists.none(mentions.tokens().subList(hit.to(), everyone.from()), token -> token.is(","));
        return everyone == null || !joined ? hit : everyone;
    }

    private @Nullable Hit labelBefore(int left, int to) {
        Hit words = audienceBefore(left, to);
        Hit name = words == null ? mentions.hits().startsAt(left, Sense.PROGRAMME) : null;
        boolean label = name != null
                && left == clause.from()
                && to - name.to() <= 2
                && (mentions.is(name.to(), ":") || mentions.is(name.to(), "|") || mentions.is(name.to(), "-"))
                && !clause.isTitle()
                && Lexicon.shipped().classOf(name.value()) == ProgrammeClass.AIR;
        return label ? name : words;
    }

    private @Nullable Hit audienceBefore(int left, int to) {
        Hit last = null;
        for (int i = Math.max(left, to - 18); i < to; i++) {
            Hit hit = audienceAt(i, to);
            if (hit != null && (last == null || hit.from() >= last.to() || reachOf(hit) == Reach.EVERYONE)) {
                last = last != null
                                && reachOf(last) == Reach.EVERYONE
                                && reachOf(hit) != Reach.EVERYONE
                                && hit.from() - last.to() < 6
                        ? last
                        : hit;
            }
        }
        return last;
    }

    private @Nullable Hit audienceAt(int at, int limit) {
        Hit denied = deniedAudience(at, limit);
        Hit everyone = denied == null ? mentions.hits().startsAt(at, Sense.EVERYONE) : denied;
        Hit audience = everyone == null ? mentions.hits().startsAt(at, Sense.AUDIENCE) : everyone;
        Hit found = audience == null ? mentions.hits().startsAt(at, Sense.CUSTOMER) : audience;
        return found == null || found.to() > limit || isPartOfName(found) ? null : found;
    }

    /** "Sem plano de Clube": whoever is not of those few. */
    private @Nullable Hit deniedAudience(int at, int limit) {
        for (int i = at + 1; NEGATIONS.contains(form(at)) && i < Math.min(limit, at + NEGATION_REACH); i++) {
            Hit hit = mentions.hits().startsAt(i, Sense.AUDIENCE);
            if (hit != null) {
                return new Hit(new Meaning(Sense.EVERYONE, "", Writing.ANY), at, hit.to());
            }
            if (!NEGATION_JOINTS.contains(form(i))) {
                return null;
            }
        }
        return null;
    }

    /** The "Club" of "Privilege Club". */
    private boolean isPartOfName(Hit hit) {
        for (int i = Math.max(0, hit.from() - LONGEST_NAME); i < hit.from(); i++) {
            Hit name = mentions.hits().startsAt(i, Sense.PROGRAMME);
            if (name != null && name.to() >= hit.to()) {
                return true;
            }
        }
        return false;
    }

    static Reach reachOf(Hit hit) {
        if (hit.sense() == Sense.EVERYONE || hit.sense() == Sense.LEAST) {
            return Reach.EVERYONE;
        }
        return hit.sense() == Sense.AUDIENCE ? Reach.SOME : Reach.CUSTOMERS;
    }
}
