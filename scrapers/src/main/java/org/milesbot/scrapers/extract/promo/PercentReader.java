package org.milesbot.scrapers.extract.promo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.AmountMention.Unit;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.mention.Mentions;
import org.milesbot.scrapers.extract.mention.PercentMention;
import org.milesbot.scrapers.extract.promo.ReadPercent.AudienceWords;
import org.milesbot.scrapers.extract.text.WordSet;

/** Says of each percentage what it is of and who it is for, from the words beside it. */
final class PercentReader {

    /** More percentages than this in one clause are no sentence. */
    private static final int MOST = 60;

    private static final int RIGHT = 5;
    private static final int LEFT = 9;
    private static final int FEE_REACH = 2;
    private static final int PURCHASE_REACH = 9;
    private static final WordSet FORMER_VERBS =
            WordSet.of("foram", "era", "eram", "foi", "pagava", "pagou", "deu", "dava");
    private static final WordSet FORMER_FILLERS = WordSet.of("de", "ate", "os", "uns", "bonus");
    private static final WordSet COSTS = WordSet.of(
            "cobra", "cobram", "cobrar", "custa", "custam", "custar", "exige", "exigem", "sobe", "subiu", "encarece");
    private static final WordSet RISES = WordSet.of(
            "aumento", "aumentos", "alta", "altas", "reajuste", "reajustes", "variacao", "desvalorizacao", "inflacao");
    private static final WordSet OF_MORE_POINTS =
            WordSet.of("de", "a", "mais", "bonus", "extra", "extras", "adicional", "adicionais");
    private static final WordSet PERCENT_JOINTS = WordSet.of("e", "+", ",", "&");
    private static final WordSet PHRASE_ENDS = WordSet.of(",", ":", "|", "e");

    private final Mentions mentions;
    private final Trace trace;
    private final Clause clause;
    private final List<PercentMention> percents;
    private final AudienceReader audiences;

    /**
     * @param label what stands over the clause, or null
     */
    PercentReader(Mentions mentions, Trace trace, Clause clause, @Nullable Clause label) {
        this.mentions = mentions;
        this.trace = trace;
        this.clause = clause;
        List<PercentMention> all = mentions.percents(clause);
        this.percents = all.size() <= MOST ? all : all.subList(0, MOST);
        this.audiences = new AudienceReader(mentions, clause, label, percents);
    }

    List<ReadPercent> read() {
        List<ReadPercent> read = new ArrayList<>();
        for (int i = 0; i < percents.size(); i++) {
            int left = leftBound(i);
            int right = rightBound(i);
            PercentMention percent = percents.get(i);
            AudienceWords audience = AudienceWords.NONE;
            Reach reach = Reach.UNTOLD;
            Hit who = audiences.of(percent, i, left, right);
            if (who != null) {
                reach = AudienceReader.reachOf(who);
                audience = new AudienceWords(who.from(), who.to(), who.value());
            }
            ReadPercent one = new ReadPercent(
                    percent, clause, settledRole(i, left, right), reach, audience, isForPurchase(left, right, percent));
            trace.percent(one);
            read.add(one);
        }
        return read;
    }

    /** Percentages said in one breath share the words around them. */
    private int leftBound(int index) {
        int group = percents.get(index).group();
        for (int i = index - 1; i >= 0; i--) {
            if (percents.get(i).group() != group) {
                return percents.get(i).to();
            }
        }
        return clause.from();
    }

    private int rightBound(int index) {
        int group = percents.get(index).group();
        for (int i = index + 1; i < percents.size(); i++) {
            if (percents.get(i).group() != group) {
                return percents.get(i).from();
            }
        }
        return clause.to();
    }

    private int groupStart(int index) {
        int i = index;
        while (i > 0 && percents.get(i - 1).group() == percents.get(index).group()) {
            i--;
        }
        return percents.get(i).from();
    }

    private int groupEnd(int index) {
        int i = index;
        while (i + 1 < percents.size()
                && percents.get(i + 1).group() == percents.get(index).group()) {
            i++;
        }
        return percents.get(i).to();
    }

    private PercentRole settledRole(int index, int left, int right) {
        PercentRole role = roleOf(index, left, right);
        boolean points = role == PercentRole.BONUS || role == PercentRole.NEUTRAL;
        return points && isForSpending(groupStart(index), groupEnd(index), left, right) ? PercentRole.EARNED : role;
    }

    private PercentRole roleOf(int index, int left, int right) {
        int end = groupEnd(index);
        if (isPast(groupStart(index))) {
            return PercentRole.FORMER;
        }
        if (end < right && isCompared(end)) {
            return PercentRole.FORMER;
        }
        if (mentions.is(end, "que") && end + 1 < right && FORMER_VERBS.contains(form(end + 1))) {
            return PercentRole.FORMER;
        }
        if (isCost(groupStart(index))) {
            return PercentRole.FEE;
        }
        if ((end < right && mentions.is(end, "menos")) || isNegative(groupStart(index))) {
            return PercentRole.DISCOUNT;
        }
        if (isRiseInPrice(groupStart(index), end)) {
            return PercentRole.FEE;
        }
        if (end < right && isMore(end)) {
            return PercentRole.BONUS;
        }
        PercentRole behind = firstRole(end, Math.min(right, end + RIGHT));
        if (behind != null) {
            return behind;
        }
        int start = groupStart(index);
        PercentRole before = lastRole(Math.max(left, start - LEFT), start);
        if (before == null) {
            return isShareOfPoints(end, right) || isRise(start) ? PercentRole.FEE : PercentRole.NEUTRAL;
        }
        return before;
    }

    /** "| -33,33%", where a dash between words would not be glued. */
    private boolean isNegative(int at) {
        return at - 2 >= clause.from()
                && mentions.is(at - 1, "-")
                && mentions.tokens().get(at).glued()
                && (mentions.is(at - 2, "|") || mentions.is(at - 2, "("));
    }

    /** "De R$ 299 para R$ 310 (+3,7%)". */
    private boolean isRiseInPrice(int at, int end) {
        int bracket = mentions.is(at - 1, "+") ? at - 2 : at - 1;
        return bracket > clause.from()
                && mentions.is(bracket, "(")
                && mentions.is(end, ")")
                && !mentions.has(clause, Sense.BONUS)
                && Lists.any(
                        mentions.amounts(clause), amount -> amount.unit() == Unit.REAIS && amount.from() < bracket);
    }

    /** "Aumentos de até 20%". */
    private boolean isRise(int at) {
        int before = beforeFillers(at);
        return before >= clause.from() && RISES.contains(form(before));
    }

    /** The word before a percentage, past "de", "até" and the like. */
    private int beforeFillers(int at) {
        int before = at - 1;
        while (before > clause.from() && FORMER_FILLERS.contains(form(before))) {
            before--;
        }
        return before;
    }

    /** "Cobra 10% a mais", "a tabela sobe 15%". */
    private boolean isCost(int at) {
        return at > clause.from() && COSTS.contains(form(at - 1));
    }

    /** "50% de bônus nas compras no Magalu", "quem abastecer ganha 50% a mais". */
    private boolean isForSpending(int start, int end, int left, int right) {
        int at = end;
        while (at < right
                && (OF_MORE_POINTS.contains(form(at)) || mentions.hits().startsAt(at, Sense.UNIT) != null)) {
            at++;
        }
        Hit before = mentions.hits().last(left, start, Sense.SPEND);
        return mentions.hits().startsAt(at, Sense.SPEND) != null
                || (before != null && !mentions.hits().has(left, right, Sense.TRANSFER));
    }

    /** "Devolve 20% dos pontos", but not "60% dos pontos enviados". */
    private boolean isShareOfPoints(int end, int right) {
        boolean of = end + 1 < right && (mentions.is(end, "dos") || mentions.is(end, "das"));
        Hit unit = of ? mentions.hits().startsAt(end + 1, Sense.UNIT) : null;
        return unit != null && !mentions.hits().has(unit.to(), Math.min(right, unit.to() + 2), Sense.TRANSFER);
    }

    /** "Rende 80% mais na Smiles", but not "20% mais caro". */
    private boolean isMore(int at) {
        return mentions.is(at, "mais")
                && (mentions.is(at + 1, "na")
                        || mentions.is(at + 1, "no")
                        || mentions.is(at + 1, "em")
                        || mentions.is(at + 1, "ate")
                        || mentions.hits().startsAt(at + 1, Sense.UNIT) != null);
    }

    /** "80%, 10% a mais que a última", "25% acima do normal". */
    private boolean isCompared(int at) {
        if (mentions.is(at, "acima") || mentions.is(at, "abaixo")) {
            return mentions.is(at + 1, "do") || mentions.is(at + 1, "da");
        }
        boolean more = mentions.is(at, "a") && (mentions.is(at + 1, "mais") || mentions.is(at + 1, "menos"));
        return more && (mentions.is(at + 2, "que") || mentions.is(at + 2, "do"));
    }

    /** "agora com 70% (já foi 100%)", "nem 100%, nem 90%". */
    private boolean isPast(int at) {
        int before = beforeFillers(at);
        boolean instead = mentions.is(at - 1, "nao") && (mentions.is(at - 2, ",") || mentions.is(at - 2, "e"));
        boolean denied = (mentions.is(at - 1, "nem") || instead) && at > clause.from();
        boolean former = denied || (before >= clause.from() && FORMER_VERBS.contains(form(before)));
        boolean saidSo =
                mentions.hits().endsAt(at, Sense.PAST) || mentions.hits().endsAt(at - 1, Sense.PAST);
        return former || (clause.isTitle() && at > clause.from() && saidSo);
    }

    private @Nullable PercentRole firstRole(int from, int to) {
        int end = Math.min(to, phraseEnd(from, to));
        for (Hit hit : mentions.hits().within(from, end)) {
            PercentRole role = roleOf(hit.sense());
            boolean far =
                    role == PercentRole.FEE && (hit.from() - from > FEE_REACH || mentions.is(hit.from() - 1, "sem"));
            if (role != null && !far) {
                trace.by(Rule.PERCENT_BEHIND, hit);
                return role;
            }
        }
        return null;
    }

    private int phraseEnd(int from, int to) {
        int end = from;
        while (end < to && !PHRASE_ENDS.contains(form(end))) {
            end++;
        }
        return end;
    }

    /** The nearest word counts, but "desconto adicional" is a discount. */
    private @Nullable PercentRole lastRole(int from, int to) {
        PercentRole last = null;
        int lastEnd = -1;
        for (Hit hit : mentions.hits().within(from, to)) {
            PercentRole role = roleOf(hit.sense());
            boolean far = role == PercentRole.FEE && (to - hit.to() > FEE_REACH || isShare(hit));
            boolean adjective = role == PercentRole.BONUS && last == PercentRole.DISCOUNT && hit.from() == lastEnd;
            if (role != null && role != PercentRole.CREDIT_PART && !adjective && !far) {
                last = role;
                lastEnd = hit.to();
                trace.by(Rule.PERCENT_BEFORE, hit);
            }
        }
        return last;
    }

    /** "Dos clientes" is a share behind a percentage only. */
    private boolean isShare(Hit hit) {
        return form(hit.from()).length() <= 3 && form(hit.from()).startsWith("d");
    }

    private static @Nullable PercentRole roleOf(Sense sense) {
        if (sense == Sense.BONUS) {
            return PercentRole.BONUS;
        }
        if (sense == Sense.DISCOUNT) {
            return PercentRole.DISCOUNT;
        }
        if (sense == Sense.FEE) {
            return PercentRole.FEE;
        }
        return sense == Sense.CREDIT ? PercentRole.CREDIT_PART : null;
    }

    private String form(int at) {
        return mentions.tokens().get(at).form();
    }

    private boolean isForPurchase(int left, int right, PercentMention percent) {
        int from = Math.max(left, percent.from() - PURCHASE_REACH);
        int to = Math.min(right, percent.to() + PURCHASE_REACH);
        Hit behind = mentions.hits().first(percent.to(), to, Sense.PURCHASE);
        Hit before = mentions.hits().last(afterJoint(left, from, percent.from()), percent.from(), Sense.PURCHASE);
        Hit purchase = behind == null ? before : behind;
        if (purchase == null) {
            return false;
        }
        Hit transfer = mentions.hits().first(from, to, Sense.TRANSFER);
        return transfer == null || distance(percent, purchase) < distance(percent, transfer);
    }

    /** "50% de desconto na compra e 80% na Smiles": what stands before the "e" is of the percentage before it. */
    private int afterJoint(int left, int from, int to) {
        int start = from;
        for (int i = from; left > clause.from() && i < to; i++) {
            start = PERCENT_JOINTS.contains(form(i)) ? i + 1 : start;
        }
        return start;
    }

    private static int distance(PercentMention percent, Hit hit) {
        return hit.from() >= percent.to() ? hit.from() - percent.to() : percent.from() - hit.to();
    }
}
