package org.milesbot.scrapers.extract.promo;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.mention.DateMention;
import org.milesbot.scrapers.extract.mention.Mentions;
import org.milesbot.scrapers.extract.mention.PercentMention;
import org.milesbot.scrapers.extract.mention.TimeMention;
import org.milesbot.scrapers.extract.text.BlockKind;
import org.milesbot.scrapers.extract.text.WordSet;

/** Says of each date what it is of, from the words beside it. */
final class DateReader {

    private static final WordSet BEFORE_TITLE_DATE =
            WordSet.of("ate", "te", "dia", "em", "de", "a", "o", "no", "desde", "(", "hoje", "amanha", "so");
    private static final Set<Sense> OF_THE_OFFER = EnumSet.of(Sense.TRANSFER, Sense.PURCHASE, Sense.OFFER);
    private static final Set<Sense> WINDOW = EnumSet.of(Sense.END, Sense.ENDS, Sense.PERIOD);
    private static final WordSet BEGINNINGS = WordSet.of(
            "sai",
            "saem",
            "saira",
            "comeca",
            "comecam",
            "comecara",
            "chega",
            "chegam",
            "volta",
            "voltam",
            "abre",
            "abrem",
            "cai",
            "caem",
            "vem",
            "foi",
            "apareceu");
    private static final int RIGHT = 6;
    private static final int LABEL_REACH = 4;
    private static final int JOINED = 4;
    private static final int START_REACH = 8;
    private static final int MOVED_REACH = 2;
    private static final WordSet FORMERLY =
            WordSet.of("era", "eram", "foi", "seria", "ia", "iria", "acabava", "terminava");
    private static final WordSet BEFORE_DAY = WordSet.of("ate", "o", "em", "para", "no", "de", "dia");
    private static final int ONLY_REACH = 4;
    private static final int LEFT_OUT_REACH = 8;
    private static final int LAST_HOUR = 23;
    private static final int LAST_MINUTE = 59;

    private final Mentions mentions;
    private final Trace trace;
    private final Clause clause;
    private final @Nullable Clause label;
    private final OtherDates others;

    /**
     * @param label what stands over the clause, or null
     */
    DateReader(Mentions mentions, Trace trace, Clause clause, @Nullable Clause label) {
        this.mentions = mentions;
        this.trace = trace;
        this.clause = clause;
        this.label = label;
        others = new OtherDates(mentions, trace, clause, label);
    }

    List<ReadDate> read() {
        List<DateMention> dates = mentions.dates(clause);
        List<ReadDate> read = new ArrayList<>();
        for (int i = 0; i < dates.size(); i++) {
            DateMention date = dates.get(i);
            int left = i == 0 ? clause.from() : dates.get(i - 1).to();
            int right = i + 1 == dates.size() ? clause.to() : dates.get(i + 1).from();
            boolean joined = i > 0 && read.get(i - 1).role() == DateRole.OTHER && goesOn(dates.get(i - 1), date);
            boolean untold = !joined && isUntold(date, left);
            int behind = i + 1 == dates.size() ? right : jointBefore(date.to(), right);
            DateRole role = joined ? DateRole.OTHER : roleOf(date, left, Math.min(behind, date.to() + RIGHT));
            boolean closes = role == DateRole.OTHER && untold && i > 0 && closes(read.get(i - 1), date);
            role = closes ? DateRole.END : role;
            trace.say(Rule.DATE_UNTOLD, date.from(), date.to(), role);
            read.add(new ReadDate(date, clause, role, untold && role == DateRole.OTHER));
        }
        return read;
    }

    /** "Abriu no dia 15 e some no dia 22": the day after the first one is the last one. */
    private boolean closes(ReadDate first, DateMention date) {
        return first.role() == DateRole.START
                && date.first().isAfter(first.mention().first())
                && Lists.any(mentions.tokens().subList(first.mention().to(), date.from()), token -> token.is("e"));
    }

    /** Where the words end that may belong to a day before the next day's begin. */
    private int jointBefore(int from, int next) {
        for (int i = from; i < next; i++) {
            if (mentions.is(i, "e") || mentions.is(i, ",")) {
                return i;
            }
        }
        return next;
    }

    private boolean isUntold(DateMention date, int left) {
        boolean known = isGluedToTitle(date)
                || isOfOtherThings(date, left)
                || isVague(date)
                || windowCue(left, firstDayWord(date)) != null;
        return !known && date.last() == null;
    }

    /** "Chegam até 04/09 e valem até 04/03/2027": what follows the days of credit is of the points too. */
    private boolean goesOn(DateMention before, DateMention date) {
        boolean ofPoints = mentions.hits().has(clause.from(), before.from(), Sense.CREDIT)
                || mentions.hits().has(clause.from(), before.from(), Sense.VALIDITY);
        return ofPoints
                && mentions.is(before.to(), "e")
                && date.from() - before.to() <= JOINED
                && !mentions.hits().has(before.to(), date.from(), Sense.TRANSFER)
                && !mentions.hits().has(before.to(), date.from(), Sense.EXTENDED);
    }

    private boolean isOfOtherThings(DateMention date, int left) {
        boolean labelled = isLabelled(others.labels()) && !isLabelled(WINDOW) && !isColumn();
        return others.claim(left, firstDayWord(date), labelled);
    }

    private DateRole roleOf(DateMention date, int left, int right) {
        trace.by(Rule.DATE_GLUED_TO_TITLE);
        if (isGluedToTitle(date) || isOfOtherThings(date, left) || isVague(date) || isLeftOut(date)) {
            return DateRole.OTHER;
        }
        Hit cue = windowCue(left, firstDayWord(date));
        trace.by(date.last() == null ? Rule.DATE_BEFORE : Rule.DATE_PERIOD, cue);
        if (date.last() != null) {
            return date.relative() && cue == null && !isLabelled(WINDOW) && !beginsAtOnce(date) && !isOfPercent(date)
                    ? DateRole.OTHER
                    : DateRole.PERIOD;
        }
        DateRole beside = roleBeside(date, cue, left, right);
        if (beside == DateRole.OTHER && endsAtMidnight(date)) {
            return DateRole.END;
        }
        return beside == DateRole.OTHER ? roleOfLabel(date) : beside;
    }

    /** "Até o fim do mês" is said of many things; it counts where the clause speaks of an offer, or of nothing else. */
    private boolean isVague(DateMention date) {
        boolean monthEnd = mentions.hits().startsAt(date.from(), Sense.MONTH_END) != null;
        boolean until = mentions.is(date.from() - 1, "ate") || mentions.is(date.from() - 2, "ate");
        if (monthEnd && !until) {
            return true;
        }
        return monthEnd
                && mentions.percents(clause).isEmpty()
                && !mentions.hits().has(clause.from(), Math.min(date.from(), clause.from() + 2), Sense.END)
                && Lists.none(OF_THE_OFFER, sense -> mentions.has(clause, sense));
    }

    /** "Pontos enviados de 1 a 9 de setembro não contam". */
    private boolean isLeftOut(DateMention date) {
        int to = Math.min(clause.to(), date.to() + LEFT_OUT_REACH);
        Hit exclusion = mentions.hits().first(date.to(), to, Sense.EXCLUSION);
        return exclusion != null
                && mentions.is(exclusion.from(), "nao")
                && !mentions.hits().has(date.to(), exclusion.from(), Sense.PROGRAMME);
    }

    /** "80%, de quarta a sexta", "entre quinta e sábado". */
    private boolean isOfPercent(DateMention date) {
        return mentions.is(date.from() - 1, "entre")
                || (mentions.is(date.from() - 1, "de")
                        && !mentions.percents(clause).isEmpty());
    }

    private boolean beginsAtOnce(DateMention date) {
        return mentions.hits().startsAt(date.from(), Sense.TODAY) != null
                || mentions.hits().startsAt(date.from(), Sense.TOMORROW) != null;
    }

    /** "Até quando? Quinta-feira (20)." */
    private DateRole roleOfLabel(DateMention date) {
        if (date.from() - clause.from() > LABEL_REACH && clause.kind() != BlockKind.ROW) {
            return DateRole.OTHER;
        }
        if (isLabelled(EnumSet.of(Sense.START)) && !isLabelled(EnumSet.of(Sense.END))) {
            return DateRole.START;
        }
        return isLabelled(WINDOW) || isColumn() ? DateRole.END : DateRole.OTHER;
    }

    /** Under "Validade" in a row of several headings. */
    private boolean isColumn() {
        return label != null
                && label.kind() == BlockKind.ROW
                && clause.kind() == BlockKind.ROW
                && !mentions.has(label, Sense.CREDIT)
                && !mentions.has(label, Sense.TRAVEL)
                && !mentions.percents(clause).isEmpty();
    }

    private boolean isLabelled(Set<Sense> senses) {
        if (label != null) {
            for (Sense sense : senses) {
                if (mentions.has(label, sense)) {
                    return true;
                }
            }
        }
        return false;
    }

    private DateRole roleBeside(DateMention date, @Nullable Hit cue, int left, int right) {
        if (isHoursOfOneDay(date, left)) {
            trace.by(Rule.DATE_HOURS_OF_ONE_DAY, left, date.from());
            return DateRole.PERIOD;
        }
        if (cue == null && isMovedTo(date, left)) {
            return DateRole.END;
        }
        if (cue == null) {
            DateRole behind = roleBehind(date.to(), right);
            return behind == DateRole.OTHER && isUnderValidity(date) ? DateRole.END : behind;
        }
        if (cue.sense() == Sense.ONLY || cue.sense() == Sense.PERIOD) {
            boolean near = date.from() - cue.to() <= ONLY_REACH
                    && !isBeginningBetween(cue.to(), date.from())
                    && !(mentions.is(cue.from(), "data") && mentions.is(cue.to(), "de"));
            return near ? DateRole.PERIOD : roleBehind(date.to(), right);
        }
        if (cue.sense() == Sense.START) {
            return isOfRegistering(cue) || mentions.is(date.to(), "ou") ? DateRole.OTHER : DateRole.START;
        }
        return isCreditOf(cue) || isFormer(date) ? DateRole.OTHER : DateRole.END;
    }

    /** "Validade: 12/09/2025". */
    private boolean isUnderValidity(DateMention date) {
        Hit validity = mentions.hits().startsAt(clause.from(), Sense.VALIDITY);
        return !date.relative()
                && mentions.is(clause.from(), "validade")
                && (validity == null || others.isLabel(validity))
                && date.from() - clause.from() <= LABEL_REACH;
    }

    /** "O cadastro abriu ontem". */
    private boolean isOfRegistering(Hit start) {
        return mentions.is(start.from() - 1, "cadastro") || mentions.is(start.from() - 1, "inscricoes");
    }

    /** "Só sai na sexta", "só começa amanhã": nothing is open on that day only. */
    private boolean isBeginningBetween(int from, int to) {
        return Lists.any(mentions.tokens().subList(from, to), token -> BEGINNINGS.contains(token.form()));
    }

    /** "O fim mudou de 8/6 para 15/6". */
    private boolean isMovedTo(DateMention date, int left) {
        int to = mentions.is(date.from() - 1, "o") ? date.from() - 2 : date.from() - 1;
        return mentions.is(to, "para") && left > clause.from() && to - left <= 1;
    }

    /** "Quando o prazo era 4 de abril". */
    private boolean isFormer(DateMention date) {
        int at = date.from() - 1;
        while (at > clause.from()
                && BEFORE_DAY.contains(mentions.tokens().get(at).form())) {
            at--;
        }
        return at >= clause.from()
                && FORMERLY.contains(mentions.tokens().get(at).form());
    }

    /** "Pontos extras até 30/06": when they arrive. */
    private boolean isCreditOf(Hit cue) {
        return mentions.is(cue.from(), "ate")
                && cue.from() > clause.from()
                && mentions.hits().endsAt(cue.from(), Sense.BONUS)
                && mentions.percents(clause).isEmpty()
                && !mentions.hits().has(clause.from(), cue.from(), Sense.TRANSFER)
                && !mentions.hits().has(clause.from(), cue.from(), Sense.OFFER);
    }

    /** A date that some sites hang on their titles is the day of the last edit. */
    private boolean isGluedToTitle(DateMention date) {
        boolean last = clause.isTitle() && date.to() == clause.to() && date.last() == null && !date.relative();
        boolean slashed = last && mentions.is(date.from() + 1, "/");
        return slashed
                && date.from() > clause.from()
                && !BEFORE_TITLE_DATE.contains(
                        mentions.tokens().get(date.from() - 1).form());
    }

    /** The nearest word before a date that says what it is of; an end beats what stands further off. */
    private @Nullable Hit windowCue(int left, int to) {
        Hit found = null;
        for (Hit hit : mentions.hits().within(afterPercent(left, to), to)) {
            boolean cue = hit.sense() == Sense.END
                    || (hit.sense() == Sense.START && to - hit.to() <= START_REACH && !isCommaBetween(hit.to(), to))
                    || (hit.sense() == Sense.EXTENDED && to - hit.to() <= MOVED_REACH)
                    || hit.sense() == Sense.ONLY
                    || hit.sense() == Sense.PERIOD;
            if (cue && (found == null || hit.from() >= found.from())) {
                found = hit;
            }
        }
        return found;
    }

    private boolean isCommaBetween(int from, int to) {
        return Lists.any(mentions.tokens().subList(from, to), token -> token.is(","));
    }

    /** "no dia 12" is a cue whose last word begins the date. */
    private int firstDayWord(DateMention date) {
        return mentions.is(date.from(), "dia") ? date.from() + 1 : date.from();
    }

    /** "até 30% de bônus 15/05": the "até" belongs to the percentage. */
    private int afterPercent(int left, int to) {
        int from = left;
        for (PercentMention percent : mentions.percents(clause)) {
            if (percent.from() >= left && percent.to() <= to) {
                from = percent.to();
            }
        }
        return from;
    }

    private DateRole roleBehind(int from, int right) {
        if (mentions.hits().has(from, right, Sense.ONE_DAY)) {
            return DateRole.PERIOD;
        }
        trace.dateBehind(from, right);
        if (from < right && mentions.hits().startsAt(from, Sense.ONLY) != null) {
            return DateRole.PERIOD;
        }
        if (isEndNamed(from) || mentions.hits().has(from, right, Sense.ENDS)) {
            return DateRole.END;
        }
        Hit start = mentions.hits().first(from, right, Sense.START);
        boolean begins = start != null && mentions.hits().startsAt(start.to(), Sense.UP_TO) == null;
        return begins ? DateRole.START : DateRole.OTHER;
    }

    /** "Dia 12 é o novo limite", whose first word is a verb. */
    private boolean isEndNamed(int at) {
        boolean verb = at + 2 < clause.to()
                && mentions.is(at, "e")
                && mentions.words(at, at + 1).equals("\u00e9");
        int noun = at + (mentions.is(at + 2, "novo") || mentions.is(at + 2, "nova") ? 3 : 2);
        return verb && noun < clause.to() && mentions.hits().startsAt(noun, Sense.END) != null;
    }

    /** "3 de março, às 23h59": nothing else has such an hour. */
    private static boolean endsAtMidnight(DateMention date) {
        LocalTime time = date.lastTime();
        return time != null && time.getHour() == LAST_HOUR && time.getMinute() == LAST_MINUTE;
    }

    /** "Nesta quarta-feira (9), das 18h às 23h59". */
    private boolean areHoursBehind(DateMention date) {
        int das = mentions.is(date.to(), ",") ? date.to() + 1 : date.to();
        return mentions.is(das, "das")
                && mentions.times(clause).stream()
                                .filter(time -> time.from() > das && time.to() <= das + 6)
                                .count()
                        == 2;
    }

    /** "das 10h às 22h de hoje". */
    private boolean isHoursOfOneDay(DateMention date, int left) {
        int times = 0;
        for (TimeMention time : mentions.times(clause)) {
            if (time.from() >= left && time.to() <= date.from() && date.from() - time.to() <= 8) {
                times++;
            }
        }
        return times == 2 || areHoursBehind(date);
    }
}
