package org.milesbot.scrapers.extract.promo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Lexicon;
import org.milesbot.scrapers.extract.lexicon.ProgrammeClass;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.mention.Mentions;
import org.milesbot.scrapers.extract.mention.PercentMention;
import org.milesbot.scrapers.extract.promo.ReadPercent.AudienceWords;
import org.milesbot.scrapers.extract.text.BlockKind;
import org.milesbot.scrapers.extract.text.Token;

/** Says of each percentage what it is of and who it is for, from the words beside it. */
final class PercentReader {

    /** More percentages than this in one clause are no sentence. */
    private static final int MOST = 60;

    private static final int RIGHT = 5;
    private static final int LEFT = 9;
    private static final int FEE_REACH = 2;
    private static final int PURCHASE_REACH = 9;
    private static final Set<String> AUDIENCE_OPENERS = Set.of(
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

    private static final Set<String> FORMER_VERBS =
            Set.of("foram", "era", "eram", "foi", "pagava", "pagou", "deu", "dava");
    private static final Set<String> FORMER_FILLERS = Set.of("de", "ate", "os", "uns", "bonus");
    private static final Set<String> PHRASE_ENDS = Set.of(",", ":", "|", "e");
    private static final Set<String> NEXT_OPENERS = Set.of("para", "aos", "a", "quem", "pra", "assinantes", "clientes");

    private final Mentions mentions;
    private final Trace trace;
    private final Clause clause;
    private final @Nullable Clause label;
    private final List<PercentMention> percents;

    /**
     * @param label what stands over the clause, or null
     */
    PercentReader(Mentions mentions, Trace trace, Clause clause, @Nullable Clause label) {
        this.mentions = mentions;
        this.trace = trace;
        this.clause = clause;
        this.label = label;
        List<PercentMention> all = mentions.percents(clause);
        this.percents = all.size() <= MOST ? all : all.subList(0, MOST);
    }

    List<ReadPercent> read() {
        List<ReadPercent> read = new ArrayList<>();
        for (int i = 0; i < percents.size(); i++) {
            int left = leftBound(i);
            int right = rightBound(i);
            PercentMention percent = percents.get(i);
            AudienceWords audience = AudienceWords.NONE;
            Reach reach = Reach.UNTOLD;
            Hit who = audienceOf(percent, i, left, right);
            if (who != null) {
                reach = reachOf(who);
                audience = new AudienceWords(who.from(), who.to(), who.value());
            }
            ReadPercent one = new ReadPercent(
                    percent, clause, roleOf(i, left, right), reach, audience, isForPurchase(left, right, percent));
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

    private PercentRole roleOf(int index, int left, int right) {
        int end = groupEnd(index);
        if (isPast(groupStart(index))) {
            return PercentRole.FORMER;
        }
        if (mentions.is(end, "menos")) {
            return PercentRole.DISCOUNT;
        }
        PercentRole behind = firstRole(end, Math.min(right, end + RIGHT));
        if (behind != null) {
            return behind;
        }
        int start = groupStart(index);
        PercentRole before = lastRole(Math.max(left, start - LEFT), start);
        return before == null ? PercentRole.NEUTRAL : before;
    }

    /** "agora com 70% (já foi 100%)". */
    private boolean isPast(int at) {
        int before = at - 1;
        while (before > clause.from() && FORMER_FILLERS.contains(form(before))) {
            before--;
        }
        boolean former = before >= clause.from() && FORMER_VERBS.contains(form(before));
        boolean saidSo =
                mentions.hits().endsAt(at, Sense.PAST) || mentions.hits().endsAt(at - 1, Sense.PAST);
        return former || (clause.isTitle() && at > clause.from() && saidSo);
    }

    private @Nullable PercentRole firstRole(int from, int to) {
        int end = Math.min(to, phraseEnd(from, to));
        for (Hit hit : mentions.hits().within(from, end)) {
            PercentRole role = roleOf(hit.sense());
            boolean far = role == PercentRole.FEE && hit.from() - from > FEE_REACH;
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
            boolean far = role == PercentRole.FEE && to - hit.to() > FEE_REACH;
            boolean adjective = role == PercentRole.BONUS && last == PercentRole.DISCOUNT && hit.from() == lastEnd;
            if (role != null && role != PercentRole.CREDIT_PART && !adjective && !far) {
                last = role;
                lastEnd = hit.to();
                trace.by(Rule.PERCENT_BEFORE, hit);
            }
        }
        return last;
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

    /** Behind the percentage after a joining word, else before it. */
    private @Nullable Hit audienceOf(PercentMention percent, int index, int left, int right) {
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
        return mentions.tokens().subList(from, to).stream().anyMatch(Token::isNumber);
    }

    /** In the next block's first words, or in the label over this one: "70% DE BÔNUS" / "para o Clube". */
    private @Nullable Hit audienceAround(PercentMention percent, int right) {
        boolean last = right == clause.to();
        Clause next = last && clause.index() + 1 < mentions.clauses().size()
                ? mentions.clauses().get(clause.index() + 1)
                : null;
        if (next != null && mentions.percents(next).isEmpty() && NEXT_OPENERS.contains(form(next.from()))) {
            Hit hit = firstAudience(next);
            if (hit != null) {
                return hit;
            }
        }
        boolean alone = label != null && mentions.percents(clause).size() == 1 && percent.from() - clause.from() <= 3;
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
            if (form.equals(",") && i > start) {
                return null;
            }
        }
        return null;
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
        return everyone == null ? hit : everyone;
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
        Hit everyone = mentions.hits().startsAt(at, Sense.EVERYONE);
        Hit audience = everyone == null ? mentions.hits().startsAt(at, Sense.AUDIENCE) : everyone;
        Hit found = audience == null ? mentions.hits().startsAt(at, Sense.CUSTOMER) : audience;
        return found == null || found.to() > limit ? null : found;
    }

    private static Reach reachOf(Hit hit) {
        if (hit.sense() == Sense.EVERYONE || hit.sense() == Sense.LEAST) {
            return Reach.EVERYONE;
        }
        return hit.sense() == Sense.AUDIENCE ? Reach.SOME : Reach.CUSTOMERS;
    }

    private boolean isForPurchase(int left, int right, PercentMention percent) {
        int from = Math.max(left, percent.from() - PURCHASE_REACH);
        int to = Math.min(right, percent.to() + PURCHASE_REACH);
        Hit behind = mentions.hits().first(percent.to(), to, Sense.PURCHASE);
        Hit before = mentions.hits().last(from, percent.from(), Sense.PURCHASE);
        Hit purchase = behind == null ? before : behind;
        if (purchase == null) {
            return false;
        }
        Hit transfer = mentions.hits().first(from, to, Sense.TRANSFER);
        return transfer == null || distance(percent, purchase) < distance(percent, transfer);
    }

    private static int distance(PercentMention percent, Hit hit) {
        return hit.from() >= percent.to() ? hit.from() - percent.to() : percent.from() - hit.to();
    }
}
