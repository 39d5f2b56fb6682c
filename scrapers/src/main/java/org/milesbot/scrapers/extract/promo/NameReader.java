package org.milesbot.scrapers.extract.promo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Lexicon;
import org.milesbot.scrapers.extract.lexicon.ProgrammeClass;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.mention.Mentions;
import org.milesbot.scrapers.extract.promo.NameMention.Mark;
import org.milesbot.scrapers.extract.promo.NameMention.Standing;
import org.milesbot.scrapers.extract.text.WordSet;

/** Says what each programme's name stands for where it stands. */
final class NameReader {

    private static final WordSet CLUB_WORDS = WordSet.of("clube", "club", "clubes", "assinantes", "shopping");
    private static final WordSet CLUB_JOINTS = WordSet.of("do", "da", "o", "a", "de", "the");
    private static final WordSet TAKER_WORDS = WordSet.of(
            "para", "ao", "no", "na", "virar", "vira", "virando", "nos", "nas", "p", "pro", "pra", "to", "into", "a",
            "viram");
    private static final WordSet BY_WORDS = WordSet.of("pela", "pelo", "pelos", "pelas", "via");
    private static final WordSet GIVER_WORDS = WordSet.of(
            "da",
            "do",
            "de",
            "das",
            "dos",
            "from",
            "desde",
            "pontos",
            "cartoes",
            "cartao",
            "clientes",
            "seus",
            "atomos",
            "milhas",
            "hospede",
            "hospedes",
            "membro",
            "membros");
    private static final WordSet ARTICLES =
            WordSet.of("o", "a", "os", "as", "programa", "banco", "the", "el", "la", "/", "sua", "seu", "conta");
    private static final WordSet PAY_IN_AVIOS = WordSet.of("iberia", "british_airways", "qatar", "finnair");
    private static final WordSet TIER_WORDS = WordSet.of("prime", "private", "exclusive");
    private static final WordSet SUBJECT_OPENERS = WordSet.of(":", ",", "-", "que", "mas");
    private static final WordSet COMPARES = WordSet.of(
            "acompanha",
            "acompanhou",
            "responde",
            "respondeu",
            "resposta",
            "imita",
            "imitou",
            "copia",
            "copiou",
            "supera",
            "superou",
            "iguala",
            "igualou",
            "desbanca",
            "desbancou",
            "concorrente",
            "rival",
            "contra");
    private static final Set<String> INCLUSION = Set.of(
            "incluido",
            "incluidos",
            "incluida",
            "incluidas",
            "inclusive",
            "lista",
            "dentro",
            "incluindo",
            "inclui",
            "including",
            "included");

    /** More names than this in one clause are no sentence. */
    private static final int MOST = 100;

    private static final int INCLUSION_REACH = 5;
    private static final int BONUS_REACH = 4;
    private static final int PARENT_REACH = 9;

    private final Mentions mentions;
    private final Trace trace;

    NameReader(Mentions mentions, Trace trace) {
        this.mentions = mentions;
        this.trace = trace;
    }

    List<NameMention> read(Clause clause) {
        List<Hit> hits = mentions.hits().within(clause.from(), clause.to(), Sense.PROGRAMME);
        if (hits.isEmpty()) {
            return List.of();
        }
        List<NameMention> names = new ArrayList<>(hits.size());
        Exclusion exclusion = Exclusion.of(mentions, clause);
        boolean denied = isDenied(clause);
        for (Hit hit : hits.subList(0, Math.min(MOST, hits.size()))) {
            ProgrammeClass programmeClass = Lexicon.shipped().classOf(hit.value());
            boolean out = denied || exclusion.covers(hit.from()) || isAnsweredNo(hit, clause) || isToldNo(hit, clause);
            Standing standing = out ? Standing.EXCLUDED : standingOf(hit, clause);
            NameMention name = new NameMention(hit, programmeClass, clause, standing, markOf(hit, clause));
            trace.name(name);
            names.add(name);
        }
        return names;
    }

    /** "Santander e Caixa, não". */
    private boolean isDenied(Clause clause) {
        int last = clause.to() - 1;
        while (last > clause.from() && !mentions.tokens().get(last).isWord()) {
            last--;
        }
        return mentions.is(last, "nao")
                && mentions.is(last - 1, ",")
                && mentions.hits().startsAt(clause.from(), Sense.PROGRAMME) != null
                && mentions.percents(clause).isEmpty();
    }

    /** "Livelo, programa do Bradesco e do Banco do Brasil". */
    private boolean isParent(Hit hit, Clause clause) {
        for (int i = hit.from() - 1; i > Math.max(clause.from(), hit.from() - PARENT_REACH); i--) {
            if (mentions.is(i, "programa") && (mentions.is(i + 1, "do") || mentions.is(i + 1, "da"))) {
                return mentions.is(i - 1, ",") && mentions.hits().endsAt(i - 1, Sense.PROGRAMME);
            }
            if (mentions.is(i, ",") || mentions.is(i, ".")) {
                return false;
            }
        }
        return false;
    }

    /** "Mercado Pago? Ainda não. PicPay? Sim." */
    private boolean isAnsweredNo(Hit hit, Clause clause) {
        boolean asked = hit.from() == clause.from() && hit.to() + 1 == clause.to() && mentions.is(hit.to(), "?");
        int answer = mentions.is(clause.to(), "ainda") || mentions.is(clause.to(), "tambem") ? 1 : 0;
        return asked && mentions.is(clause.to() + answer, "nao");
    }

    /** "Livelo sim, Esfera não". */
    private boolean isToldNo(Hit hit, Clause clause) {
        int no = mentions.is(hit.to(), "tambem") || mentions.is(hit.to(), "ainda") ? hit.to() + 1 : hit.to();
        return mentions.is(no, "nao")
                && no < clause.to()
                && (no + 1 == clause.to() || !mentions.tokens().get(no + 1).isWord());
    }

    private Standing standingOf(Hit hit, Clause clause) {
        if (isSharedCurrency(hit, clause)) {
            return Standing.CONDITION;
        }
        if (isClub(hit, clause)) {
            return Standing.CLUB;
        }
        return isCondition(hit, clause) ? Standing.CONDITION : Standing.ITSELF;
    }

    /** Avios beside another programme that pays in them are that programme's. */
    private boolean isSharedCurrency(Hit hit, Clause clause) {
        return mentions.is(hit.from(), "avios")
                && hit.to() - hit.from() == 1
                && Lists.any(
                        mentions.hits().within(clause.from(), clause.to(), Sense.PROGRAMME),
                        other -> PAY_IN_AVIOS.contains(other.value()) && !mentions.is(other.from(), "avios"));
    }

    private boolean isClub(Hit hit, Clause clause) {
        int at = hit.from() - 1;
        if (at > clause.from() && CLUB_JOINTS.contains(form(at))) {
            at--;
        }
        return at >= clause.from() && CLUB_WORDS.contains(form(at)) && !mentions.is(at, "shopping");
    }

    private boolean isCondition(Hit hit, Clause clause) {
        if (hit.to() < clause.to() && TIER_WORDS.contains(form(hit.to()))) {
            return true;
        }
        return isNegated(hit, clause)
                || isIncluded(hit, clause)
                || isBesideTier(hit, clause)
                || isBesideWhole(hit, clause)
                || isIssuer(hit, clause)
                || isParent(hit, clause)
                || isComparedWith(hit, clause)
                || isBracketed(hit, clause);
    }

    /** "inclusive Itaú": one of more. A taker is never told so. */
    private boolean isIncluded(Hit hit, Clause clause) {
        int from = Math.max(clause.from(), hit.from() - INCLUSION_REACH);
        return !Lexicon.shipped().classOf(hit.value()).equals(ProgrammeClass.AIR)
                && mentions.hits().has(from, hit.from(), Sense.INCLUSION);
    }

    /** "quem não é Bradesco". */
    private boolean isNegated(Hit hit, Clause clause) {
        for (int i = hit.from() - 1; i >= Math.max(clause.from(), hit.from() - 4); i--) {
            if (mentions.is(i, "so") || mentions.is(i, "somente") || mentions.is(i, "apenas")) {
                return false;
            }
            if (mentions.is(i, "nao") || mentions.is(i, "sem")) {
                return true;
            }
            if (!mentions.tokens().get(i).isWord()) {
                return false;
            }
        }
        return false;
    }

    /** "Amex emitido pelo Bradesco ou pelo Santander". */
    private boolean isIssuer(Hit hit, Clause clause) {
        for (int i = hit.from() - 1; i >= Math.max(clause.from(), hit.from() - INCLUSION_REACH); i--) {
            if (form(i).startsWith("emitid")) {
                return true;
            }
            Hit network = mentions.hits().startsAt(i, Sense.PROGRAMME);
            if (network != null && network.value().equals("amex") && hit.from() - network.to() == 1) {
                return mentions.is(network.to(), "do") || mentions.is(network.to(), "da");
            }
        }
        return false;
    }

    /** "Prime ou Membership Rewards". */
    private boolean isBesideTier(Hit hit, Clause clause) {
        int joint = hit.from() - 1;
        return joint > clause.from()
                && (mentions.is(joint, "e") || mentions.is(joint, "ou"))
                && TIER_WORDS.contains(form(joint - 1));
    }

    /** The bank of "Livelo geral e Bradesco": its customers are some of those of Livelo. */
    private boolean isBesideWhole(Hit hit, Clause clause) {
        int whole = hit.from() - 2;
        return whole > clause.from()
                && (mentions.is(whole + 1, "e") || mentions.is(whole + 1, "ou"))
                && mentions.is(whole, "geral")
                && Lexicon.shipped().classOf(hit.value()) == ProgrammeClass.BANK
                && mentions.hits().endsAt(whole, Sense.PROGRAMME);
    }

    /** "Esfera responde à Livelo". */
    private boolean isComparedWith(Hit hit, Clause clause) {
        int at = hit.from() - 1;
        while (at > clause.from() && (CLUB_JOINTS.contains(form(at)) || mentions.is(at, "ao"))) {
            at--;
        }
        return at > clause.from() && COMPARES.contains(form(at));
    }

    /** Inside brackets right after another name or the word for all banks. */
    private boolean isBracketed(Hit hit, Clause clause) {
        for (int i = hit.from() - 1; i >= Math.max(clause.from(), hit.from() - 4); i--) {
            if (mentions.is(i, ")")) {
                return false;
            }
            if (mentions.is(i, "(")) {
                return hasInclusion(i, clause) || mentions.is(i + 1, "clientes") || mentions.is(i + 1, "correntistas");
            }
        }
        return false;
    }

    private boolean hasInclusion(int from, Clause clause) {
        for (int i = from; i < Math.min(clause.to(), from + 10); i++) {
            if (INCLUSION.contains(form(i))) {
                return true;
            }
        }
        return false;
    }

    /** In "no programa da Accor" the words before "programa" tell the side. */
    private int afterProgrammeOf(int at) {
        boolean of = mentions.is(at, "da") || mentions.is(at, "do") || mentions.is(at, "de");
        return of && mentions.is(at - 1, "programa") ? at - 1 : at;
    }

    /** "15% de bônus para pontos Azul": a bonus is for the points that come, not for where they go. */
    private boolean isForPointsOf(int at, Clause clause) {
        if (at <= clause.from() || mentions.hits().startsAt(at, Sense.UNIT) == null || !mentions.is(at - 1, "para")) {
            return false;
        }
        int from = Math.max(clause.from(), at - 1 - BONUS_REACH);
        return mentions.hits().has(from, at - 1, Sense.BONUS)
                || Lists.any(mentions.tokens().subList(from, at - 1), token -> token.is("%"));
    }

    /** "→ pontos ALL", "em milhas Smiles". */
    private boolean isUnitOfTaker(int at) {
        return mentions.hits().startsAt(at, Sense.UNIT) != null
                && (isArrow(at - 1)
                        || mentions.is(at - 1, "em")
                        || mentions.is(at - 1, "virar")
                        || mentions.is(at - 1, "viram")
                        || mentions.is(at - 1, "para")
                        || mentions.is(at - 1, "por"));
    }

    private Mark markOf(Hit hit, Clause clause) {
        if (hit.to() < clause.to() && isArrow(hit.to())) {
            return Mark.GIVER;
        }
        int at = afterProgrammeOf(hit.from() - 1);
        if (isForPointsOf(at, clause)) {
            return Mark.GIVER;
        }
        while (at > clause.from()
                && (ARTICLES.contains(form(at)) || isUnitOfTaker(at))
                && !(mentions.is(at, "a") && isArrow(at - 1))) {
            at--;
        }
        boolean savings = (mentions.is(at, "na") || mentions.is(at, "no"))
                && (mentions.hits().endsAt(at, Sense.UNIT) || mentions.is(at - 1, "saldo"));
        if (savings && Lexicon.shipped().classOf(hit.value()) != ProgrammeClass.AIR) {
            return Mark.GIVER;
        }
        if (at < clause.from()) {
            return nextIsTakerWord(hit, clause) ? Mark.GIVER : Mark.NONE;
        }
        boolean intoUnits = (mentions.is(at, "em") || mentions.is(at, "por")) && isUnitOfTaker(at + 1);
        if (isSubject(hit, clause)) {
            return nextIsTakerWord(hit, clause) ? Mark.GIVER : Mark.NONE;
        }
        if (isArrow(at) || intoUnits || TAKER_WORDS.contains(form(at)) || mentions.is(hit.from() - 1, "a")) {
            return Mark.TAKER;
        }
        if (BY_WORDS.contains(form(at))) {
            return Lexicon.shipped().classOf(hit.value()) == ProgrammeClass.AIR ? Mark.TAKER : Mark.GIVER;
        }
        return GIVER_WORDS.contains(form(at)) || nextIsTakerWord(hit, clause) ? Mark.GIVER : Mark.NONE;
    }

    /** "E a Smiles os recebe", where "a" is an article; "à Smiles" has its accent. */
    private boolean isSubject(Hit hit, Clause clause) {
        int article = hit.from() - 1;
        return mentions.is(article, "a")
                && mentions.words(article, article + 1).equalsIgnoreCase("a")
                && (article == clause.from() || SUBJECT_OPENERS.contains(form(article - 1)));
    }

    private boolean nextIsTakerWord(Hit hit, Clause clause) {
        return hit.to() < clause.to()
                && (mentions.is(hit.to(), "para")
                        || mentions.is(hit.to(), "to")
                        || mentions.is(hit.to(), "p")
                        || mentions.is(hit.to(), "pra")
                        || mentions.is(hit.to(), "pro"));
    }

    private boolean isArrow(int at) {
        return mentions.is(at, ">");
    }

    private String form(int at) {
        return mentions.tokens().get(at).form();
    }
}
