package org.milesbot.scrapers.extract.mention;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.DayAtom.Weight;
import org.milesbot.scrapers.extract.text.Token;
import org.milesbot.scrapers.extract.text.WordSet;

/** Puts days side by side together, and days and times into periods. */
final class DateGrammar {

    private static final WordSet BETWEEN_SAME_DAY = WordSet.of(",", "(", ")", "-", "dia", "de", "o", "no");
    private static final WordSet PERIOD_JOINTS = WordSet.of(
            "a", "ate", "e", "-", ">", "to", "through", "ao", "and", "until", "al", "as", "y", "te", "o", "vai");
    private static final WordSet PERIOD_FILLERS = WordSet.of(
            "o",
            "os",
            "dia",
            "dias",
            "de",
            "do",
            "da",
            "das",
            "as",
            "(",
            ")",
            ",",
            "no",
            "horas",
            "pelas",
            "partir",
            "the",
            "meia",
            "meio",
            "noite",
            "h",
            "del",
            "natal",
            "reveillon",
            "carnaval",
            "pascoa",
            "feriado",
            "black",
            "friday");
    private static final int LONGEST_GAP = 9;
    private static final int BOTH_ENDS_REACH = 8;

    private static final int SUPERSEDED_REACH = 4;

    private final List<Token> tokens;
    private final HitIndex hits;
    private final List<DayAtom> days = new ArrayList<>();
    private final @Nullable TimeMention[] timeAt;
    private final BitSet starts;

    /**
     * @param starts the tokens that begin a clause: no date goes over one
     */
    DateGrammar(List<Token> tokens, HitIndex hits, List<TimeMention> times, DayResolver resolver, BitSet starts) {
        this.tokens = tokens;
        this.starts = starts;
        this.hits = hits;
        timeAt = new TimeMention[tokens.size() + 1];
        for (TimeMention time : times) {
            timeAt[time.from()] = time;
        }
        collectDays(new DayGrammar(tokens, hits, resolver, starts));
    }

    private void collectDays(DayGrammar grammar) {
        int i = 0;
        while (i < tokens.size()) {
            DayAtom day = timeAt[i] == null ? grammar.at(i) : null;
            if (day == null) {
                i++;
                continue;
            }
            i = day.to();
            DayAtom before = days.isEmpty() ? null : days.get(days.size() - 1);
            if (before != null && isSameDay(before, day)) {
                days.set(days.size() - 1, merged(before, day));
            } else if (!tokens.get(day.from()).is("(") || day.weight() != Weight.DAY) {
                days.add(day);
            }
        }
    }

    private boolean isSameDay(DayAtom one, DayAtom other) {
        if (other.from() - one.to() > 3
                || isApart(one, other)
                || (one.weight().compareTo(Weight.DAY_AND_MONTH) >= 0
                        && other.weight().compareTo(Weight.DAY) >= 0)) {
            return false;
        }
        for (int i = one.to(); i < other.from(); i++) {
            if (!BETWEEN_SAME_DAY.contains(tokens.get(i).form())) {
                return false;
            }
        }
        return true;
    }

    /** Whether they stand in two clauses. */
    private boolean isApart(DayAtom one, DayAtom other) {
        int start = starts.nextSetBit(one.from() + 1);
        return start >= 0 && start <= other.from();
    }

    private static DayAtom merged(DayAtom one, DayAtom other) {
        DayAtom exact = other.weight().compareTo(one.weight()) > 0 ? other : one;
        return new DayAtom(one.from(), other.to(), exact.day(), exact.weight());
    }

    List<DateMention> read() {
        List<DateMention> found = new ArrayList<>();
        int i = 0;
        while (i < days.size()) {
            DayAtom day = days.get(i);
            DayAtom next = i + 1 < days.size() ? days.get(i + 1) : null;
            if (next != null && isPeriod(day, next)) {
                found.add(period(day, next));
                i += 2;
            } else {
                found.add(single(day));
                i++;
            }
        }
        return found;
    }

    /** Whether only joints and fillers stand between, a true joint among them. */
    private boolean isPeriod(DayAtom first, DayAtom last) {
        if (last.from() - first.to() > LONGEST_GAP
                || hits.has(
                        Math.max(clauseStart(first.from()), first.from() - SUPERSEDED_REACH),
                        first.from(),
                        Sense.SUPERSEDED)
                || isApart(first, last)
                || (last.day().isBefore(first.day())
                        && last.weight() == Weight.FULL
                        && first.weight() == Weight.FULL)) {
            return false;
        }
        boolean joint = false;
        int i = first.to();
        while (i < last.from()) {
            TimeMention time = timeAt[i];
            String form = tokens.get(i).form();
            if (time != null) {
                i = time.to();
                continue;
            }
            if (PERIOD_JOINTS.contains(form)) {
                joint = true;
            } else if (!PERIOD_FILLERS.contains(form) && !tokens.get(i).is("ou")) {
                return false;
            }
            i++;
        }
        boolean and = hasForm(first.to(), last.from(), "e") || hasForm(first.to(), last.from(), "and");
        boolean relative = first.weight() == Weight.RELATIVE && last.weight() == Weight.RELATIVE;
        joint |= isTodayOrTomorrow(first, last);
        boolean nextDay = last.day().equals(first.day().plusDays(1)) && last.from() == first.to() + 1;
        return joint && (!and || relative || nextDay || isBothEnds(first));
    }

    /** "Hoje (20) ou amanhã (21)". */
    private boolean isTodayOrTomorrow(DayAtom first, DayAtom last) {
        return hits.startsAt(first.from(), Sense.TODAY) != null
                && hits.startsAt(last.from(), Sense.TOMORROW) != null
                && hasForm(first.to(), last.from(), "ou");
    }

    /** In "17/06 e 18/06" the days are ends of a period where "entre" or "dias" says so. */
    private boolean isBothEnds(DayAtom first) {
        for (int i = Math.max(0, first.from() - BOTH_ENDS_REACH); i <= first.from(); i++) {
            if (tokens.get(i).is("entre")
                    || tokens.get(i).is("dias")
                    || tokens.get(i).is("between")) {
                return true;
            }
        }
        return false;
    }

    private boolean hasForm(int from, int to, String form) {
        for (int i = from; i < to; i++) {
            if (tokens.get(i).is(form)) {
                return true;
            }
        }
        return false;
    }

    private DateMention period(DayAtom first, DayAtom last) {
        LocalDate start = first.day();
        if (start.isAfter(last.day())) {
            start = first.weight() == Weight.FULL ? last.day() : start.minusYears(1);
        }
        LocalDate end = last.weight() == Weight.DAY_AND_MONTH
                        && first.weight() == Weight.FULL
                        && last.day().isBefore(first.day())
                ? first.day()
                : last.day();
        boolean relative =
                first.weight().compareTo(Weight.DAY) < 0 && last.weight().compareTo(Weight.DAY) < 0;
        return new DateMention(first.from(), last.to(), start, end, timeBefore(first), lastTime(first, last), relative);
    }

    private DateMention single(DayAtom day) {
        DateMention english = englishRange(day);
        if (english != null) {
            return english;
        }
        LocalDate first = firstOfList(day);
        boolean relative = day.weight() == Weight.RELATIVE || day.weight() == Weight.WEEKDAY;
        if (first != null) {
            int from = listStart(day);
            return new DateMention(from, day.to(), first, day.day(), null, timeAfter(day.to()), false);
        }
        LocalTime before = timeBefore(day);
        return new DateMention(
                day.from(), day.to(), day.day(), null, before, before == null ? timeAfter(day.to()) : before, relative);
    }

    /** "May 12-14": the second number is the last day. */
    private @Nullable DateMention englishRange(DayAtom day) {
        int joint = day.to();
        boolean joins = joint + 1 < tokens.size()
                && (tokens.get(joint).is("-")
                        || tokens.get(joint).is("to")
                        || tokens.get(joint).is("through"))
                && tokens.get(joint + 1).isNumber()
                && day.weight() == Weight.DAY_AND_MONTH
                && tokens.get(day.from()).isWord();
        int number = joins ? Numbers.small(tokens.get(joint + 1).form()) : -1;
        LocalDate last =
                DayResolver.exact(number, day.day().getMonthValue(), day.day().getYear());
        boolean after = last != null && !last.isBefore(day.day());
        return after ? new DateMention(day.from(), joint + 2, day.day(), last, null, null, false) : null;
    }

    /** "25, 26 e 27 de abril", "01 a 04/09": the first of the bare days before a full one. */
    private @Nullable LocalDate firstOfList(DayAtom day) {
        int start = listStart(day);
        if (start == day.from() || day.weight().compareTo(Weight.DAY_AND_MONTH) < 0) {
            return null;
        }
        int number = Numbers.small(tokens.get(start).form());
        LocalDate first =
                DayResolver.exact(number, day.day().getMonthValue(), day.day().getYear());
        if (first == null || first.isAfter(day.day())) {
            LocalDate month = day.day().minusMonths(1);
            first = DayResolver.exact(number, month.getMonthValue(), month.getYear());
        }
        return first;
    }

    private int listStart(DayAtom day) {
        int at = day.from();
        while (at - 2 >= clauseStart(day.from()) && isListed(at)) {
            Token joint = tokens.get(at - 1);
            at = beforeJoint(at);
            if (!joint.is(",") && !joint.is("e")) {
                return at;
            }
        }
        return at;
    }

    /** Where the number stands that a joint and perhaps an ordinal sign part from the next: "1º a 5". */
    private int beforeJoint(int at) {
        Token sign = tokens.get(at - 2);
        return sign.is("o") && sign.glued() && at > 2 ? at - 3 : at - 2;
    }

    private boolean isListed(int at) {
        Token joint = tokens.get(at - 1);
        int bare = beforeJoint(at);
        Token number = tokens.get(bare);
        if (!number.isNumber() || timeAt[bare] != null) {
            return false;
        }
        int day = Numbers.small(number.form());
        boolean joins = joint.is("a")
                || joint.is("e")
                || joint.is("ate")
                || joint.is("-")
                || joint.is(",")
                || joint.is("to")
                || joint.is("ao")
                || joint.is("y")
                || joint.is("al");
        boolean partOfOther = bare >= 1
                && (tokens.get(bare - 1).is("/") || tokens.get(bare - 1).is("$"));
        return joins && day >= 1 && day <= 31 && !partOfOther;
    }

    private int clauseStart(int token) {
        return Math.max(0, starts.previousSetBit(token));
    }

    private @Nullable LocalTime timeBefore(DayAtom day) {
        int first = Math.max(clauseStart(day.from()), day.from() - 5);
        for (int i = day.from() - 1; i >= first; i--) {
            TimeMention time = timeAt[i];
            if (time != null) {
                return time.to() >= day.from() - 3 ? time.time() : null;
            }
        }
        return null;
    }

    private @Nullable LocalTime lastTime(DayAtom first, DayAtom last) {
        LocalTime after = timeAfter(last.to());
        if (after != null) {
            return after;
        }
        for (int i = last.from() - 1; i >= first.to(); i--) {
            TimeMention time = timeAt[i];
            if (time != null) {
                return tokens.get(i - 1).is("(") ? null : time.time();
            }
        }
        return null;
    }

    private @Nullable LocalTime timeAfter(int to) {
        for (int i = to; i < Math.min(tokens.size(), to + 3) && !starts.get(i); i++) {
            TimeMention time = timeAt[i];
            if (time != null) {
                return time.time();
            }
        }
        return null;
    }
}
