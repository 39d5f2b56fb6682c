package org.milesbot.scrapers.extract.mention;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.DayAtom.Weight;
import org.milesbot.scrapers.extract.text.Token;
import org.milesbot.scrapers.extract.text.WordSet;

/** Reads one day at one place: 12/03/2025, 2025-03-12, 12 de março, 12/mar, March 12, dia 12, sexta-feira, hoje. */
final class DayGrammar {

    private static final WordSet BEFORE_WEEKDAY = WordSet.of(
            "ate", "te", "na", "desde", "dessa", "entre", "nesta", "desta", "esta", "proxima", "hoje", "amanha", "de",
            "quarta", "(", ",", ":", "essa", "nessa", "a", "e", "as", "termina", "acaba", "encerra", "expira", "vence",
            "proximo", "ultima");

    /** What a day told without its number may begin with. */
    private static final Set<Sense> IN_WORDS = EnumSet.of(
            Sense.MONTH_EN,
            Sense.MONTH_END,
            Sense.TODAY,
            Sense.TOMORROW,
            Sense.YESTERDAY,
            Sense.WEEKDAY,
            Sense.WEEKDAY_ORDINAL);

    private static final int DAYS_REACH = 5;
    private static final WordSet FORMERLY = WordSet.of(
            "foi", "foram", "ia", "iam", "iria", "era", "eram", "valia", "valiam", "durou", "duraram", "esteve",
            "ficou");

    private final List<Token> tokens;
    private final HitIndex hits;
    private final DayResolver resolver;
    private final BitSet starts;

    /**
     * @param starts the tokens that begin a clause: no day goes over one, nor is told by what stands before it
     */
    DayGrammar(List<Token> tokens, HitIndex hits, DayResolver resolver, BitSet starts) {
        this.tokens = tokens;
        this.hits = hits;
        this.resolver = resolver;
        this.starts = starts;
    }

    /** The day told at a token, or null. */
    @Nullable
    DayAtom at(int at) {
        Token token = tokens.get(at);
        if (token.isNumber()) {
            DayAtom iso = yearFirst(at);
            DayAtom slashed = iso == null ? slashed(at) : iso;
            DayAtom exact = slashed == null ? named(at) : slashed;
            return exact == null ? oneOfDays(at) : exact;
        }
        if (!token.isWord()) {
            return token.is("(") ? bracketed(at) : token.is(",") ? apposed(at) : null;
        }
        DayAtom numbered = token.is("dia") ? dayOfMonth(at) : null;
        return numbered == null && hits.anyStartsAt(at, IN_WORDS) ? inWords(at) : numbered;
    }

    /** March 12, hoje, sexta-feira. */
    private @Nullable DayAtom inWords(int at) {
        DayAtom day = english(at);
        day = day == null ? endOfMonth(at) : day;
        day = day == null ? relative(at) : day;
        return day == null ? weekday(at) : day;
    }

    /** 2025-03-12. */
    private @Nullable DayAtom yearFirst(int at) {
        boolean iso = tokens.get(at).form().length() == 4
                && isDateMark(at + 1)
                && isSameMark(at + 1, at + 3)
                && isGlued(at + 4)
                && isYear(at);
        return iso
                ? atom(at, at + 5, DayResolver.exact(number(at + 4), number(at + 2), number(at)), Weight.FULL)
                : null;
    }

    private @Nullable DayAtom slashed(int at) {
        if (number(at + 2) < 0 || !isDateMark(at + 1) || (follows(at, "/") && isGlued(at))) {
            return dotted(at);
        }
        boolean year = isSameMark(at + 1, at + 3) && isYear(at + 4) && isGlued(at + 4);
        if (year) {
            return atom(at, at + 5, DayResolver.exact(number(at), number(at + 2), number(at + 4)), Weight.FULL);
        }
        boolean halved = !is(at + 1, "/") || (is(at + 3, "/") && isGlued(at + 3)) || is(at + 3, "%");
        return halved ? null : atom(at, at + 3, resolver.nearest(number(at), number(at + 2)), Weight.DAY_AND_MONTH);
    }

    /** 12.03.2025, which the tokenizer takes for one number. */
    private @Nullable DayAtom dotted(int at) {
        String form = tokens.get(at).form();
        if (form.indexOf('.') < 0) {
            return null;
        }
        String[] parts = form.split("\\.", -1);
        if (parts.length == 2 && parts[0].length() == 2 && parts[1].length() == 2 && isToldAsDay(at)) {
            return atom(
                    at,
                    at + 1,
                    resolver.nearest(Numbers.small(parts[0]), Numbers.small(parts[1])),
                    Weight.DAY_AND_MONTH);
        }
        if (parts.length != 3 || parts[0].length() > 2 || parts[1].length() > 2 || parts[2].length() % 2 != 0) {
            return null;
        }
        return atom(
                at,
                at + 1,
                DayResolver.exact(Numbers.small(parts[0]), Numbers.small(parts[1]), Numbers.small(parts[2])),
                Weight.FULL);
    }

    /** "Até 05.09", but not "até 05.09 pontos". */
    private boolean isToldAsDay(int at) {
        boolean told = follows(at, "ate") || follows(at, "dia") || follows(at, "de") || follows(at, "a");
        boolean period = is(at + 1, "a") || is(at + 1, "ate") || is(at + 1, "e");
        boolean first = (period || is(at + 1, "-")) && at + 2 < tokens.size() && isDotted(at + 2);
        if (first && !follows(at, "$")) {
            return true;
        }
        return told
                && (period
                        || at + 1 == tokens.size()
                        || starts.get(at + 1)
                        || !tokens.get(at + 1).isWord());
    }

    /** 12.06 or 12.06.2025. */
    private boolean isDotted(int at) {
        String form = tokens.get(at).form();
        return form.length() >= 5 && form.charAt(2) == '.' && tokens.get(at).isNumber() && !is(at + 1, "%");
    }

    /** 12 de março de 2025, 1º de abril, 12 March. */
    private @Nullable DayAtom named(int at) {
        int next = at + 1;
        if (isGlued(next) && (is(next, "o") || is(next, "st") || is(next, "nd") || is(next, "rd") || is(next, "th"))) {
            next++;
        }
        if (is(next, "de") || is(next, "of") || is(next, "/") || isDateMark(next)) {
            next++;
        }
        Hit month = monthAt(next);
        if (month == null || startsWithin(at, month.to())) {
            return null;
        }
        return withYear(at, month.to(), number(at), Integer.parseInt(month.value()));
    }

    /** Fim do mês, final de março. */
    private @Nullable DayAtom endOfMonth(int at) {
        Hit words = hits.startsAt(at, Sense.MONTH_END);
        if (words == null || is(words.to(), "passado")) {
            return null;
        }
        boolean ofThis = is(words.to() - 1, "mes");
        Hit month = ofThis || starts.get(words.to()) ? null : hits.startsAt(words.to(), Sense.MONTH);
        if (month != null) {
            LocalDate first = resolver.nearest(1, Integer.parseInt(month.value()));
            return first == null ? null : atom(at, month.to(), lastOfMonth(first), Weight.DAY_AND_MONTH);
        }
        return ofThis ? atom(at, words.to(), lastOfMonth(resolver.published()), Weight.DAY_AND_MONTH) : null;
    }

    private static LocalDate lastOfMonth(LocalDate day) {
        return day.with(TemporalAdjusters.lastDayOfMonth());
    }

    /** March 12, 2025. */
    private @Nullable DayAtom english(int at) {
        Hit month = hits.startsAt(at, Sense.MONTH_EN);
        int day = month == null ? -1 : number(month.to());
        if (month == null || day < 1 || day > 31 || is(month.to() + 1, "%") || is(month.to() + 1, "/")) {
            return null;
        }
        int end = month.to() + 1;
        if (isGlued(end) && (is(end, "st") || is(end, "nd") || is(end, "rd") || is(end, "th"))) {
            end++;
        }
        return withYear(at, end, day, Integer.parseInt(month.value()));
    }

    private @Nullable DayAtom withYear(int at, int end, int day, int month) {
        int year = is(end, "de") || is(end, ",") || is(end, "/") || isDateMark(end) ? end + 1 : end;
        if (isYear(year) && tokens.get(year).form().length() == 4) {
            return atom(at, year + 1, DayResolver.exact(day, month, number(year)), Weight.FULL);
        }
        return atom(at, end, resolver.nearest(day, month), Weight.DAY_AND_MONTH);
    }

    private @Nullable DayAtom dayOfMonth(int at) {
        int day = number(at + 1);
        if (day < 1 || day > 31) {
            return null;
        }
        DayAtom exact = slashed(at + 1);
        exact = exact == null ? named(at + 1) : exact;
        if (exact != null) {
            return new DayAtom(at, exact.to(), exact.day(), exact.weight());
        }
        return atom(at, at + 2, isYetToCome(at) ? resolver.upcoming(day) : resolver.nearest(day), Weight.DAY);
    }

    /** "Até o dia 30", but not "foi até o dia 30". */
    private boolean isYetToCome(int at) {
        int until = follows(at, "o") ? at - 2 : at - 1;
        return is(until, "ate")
                && until >= starts.previousSetBit(at)
                && !(until > 0 && FORMERLY.contains(tokens.get(until - 1).form()));
    }

    /** "Entre os dias 2 e 5", where no month follows. */
    private @Nullable DayAtom oneOfDays(int at) {
        int first = startsDays(at) ? at : at - 2;
        int last = first + 2;
        boolean pair = first > 0
                && startsDays(first)
                && !startsWithin(first, last + 1)
                && (is(first + 1, "e") || is(first + 1, "a") || is(first + 1, "ate"))
                && number(first) > 0
                && number(last) > 0
                && !is(last + 1, "/")
                && monthAt(last + 2) == null;
        int day = number(at);
        return pair && day <= 31 ? atom(at, at + 1, resolver.nearest(day), Weight.DAY) : null;
    }

    /** Behind "dias", or behind "de" in "três dias, de 9 a 11". */
    private boolean startsDays(int at) {
        if (follows(at, "dias")) {
            return true;
        }
        boolean counted = false;
        for (int i = Math.max(0, at - DAYS_REACH); i < at; i++) {
            counted |= is(i, "dias") && !startsWithin(i, at + 1);
        }
        boolean ends = at + 3 >= tokens.size() || !tokens.get(at + 3).isWord();
        return counted && ends && follows(at, "de") && !is(at + 3, "%") && !is(at + 3, "/");
    }

    /** "(12)"; it counts beside another day only. */
    private @Nullable DayAtom bracketed(int at) {
        boolean ordinal = is(at + 2, "o") && isGlued(at + 2);
        int end = ordinal ? at + 3 : at + 2;
        int day = is(at, "(") && is(end, ")") ? number(at + 1) : -1;
        return day < 1 || day > 31 ? null : atom(at, end + 1, resolver.nearest(day), Weight.DAY);
    }

    /** "Domingo, 15,": the number behind a weekday or "amanhã" is its day. */
    private @Nullable DayAtom apposed(int at) {
        int day = number(at + 1);
        boolean named = hits.endsAt(at, Sense.WEEKDAY)
                || hits.endsAt(at, Sense.WEEKDAY_ORDINAL)
                || hits.endsAt(at, Sense.TODAY)
                || hits.endsAt(at, Sense.TOMORROW);
        boolean alone = at + 2 == tokens.size()
                || starts.get(at + 2)
                || is(at + 2, ",")
                || is(at + 2, ".")
                || is(at + 2, "e")
                || is(at + 2, ")");
        return !named || !alone || startsWithin(at, at + 2) || day < 1 || day > 31
                ? null
                : atom(at, at + 2, resolver.nearest(day), Weight.DAY);
    }

    private @Nullable DayAtom relative(int at) {
        LocalDate published = resolver.published();
        Hit today = hits.startsAt(at, Sense.TODAY);
        if (today != null) {
            return atom(at, today.to(), published, Weight.RELATIVE);
        }
        Hit tomorrow = hits.startsAt(at, Sense.TOMORROW);
        if (tomorrow != null) {
            boolean after = follows(at, "de") && is(at - 2, "depois");
            return atom(at, tomorrow.to(), published.plusDays(after ? 2 : 1), Weight.RELATIVE);
        }
        Hit yesterday = hits.startsAt(at, Sense.YESTERDAY);
        return yesterday == null ? null : atom(at, yesterday.to(), published.minusDays(1), Weight.RELATIVE);
    }

    private @Nullable DayAtom weekday(int at) {
        Hit weekday = hits.startsAt(at, Sense.WEEKDAY);
        Hit ordinal = weekday == null ? hits.startsAt(at, Sense.WEEKDAY_ORDINAL) : null;
        if (ordinal != null && isDayName(ordinal)) {
            weekday = ordinal;
        }
        if (weekday == null || follows(at, "black") || follows(at, "cyber")) {
            return null;
        }
        DayOfWeek day = DayOfWeek.of(Integer.parseInt(weekday.value()));
        return atom(at, weekday.to(), resolver.next(day), Weight.WEEKDAY);
    }

    /** Whether "segunda" is Monday and not "second". */
    private boolean isDayName(Hit ordinal) {
        int before = ordinal.from() - 1;
        if (is(ordinal.to(), "(") && bracketed(ordinal.to()) != null && !starts.get(ordinal.to())) {
            return true;
        }
        if (before < 0
                || starts.get(ordinal.from())
                || !BEFORE_WEEKDAY.contains(tokens.get(before).form())) {
            return false;
        }
        if (is(before, "a") && !isEndOfRange(before - 1)) {
            return false;
        }
        boolean until = (is(before, "ate") || is(before, "te")) && !is(ordinal.to(), "ordem");
        boolean noun = ordinal.to() < tokens.size()
                && !starts.get(ordinal.to())
                && tokens.get(ordinal.to()).form().length() > 3
                && tokens.get(ordinal.to()).isWord();
        return until || !noun;
    }

    /** "de sexta a segunda", "até a segunda"; not "com apenas a segunda". */
    private boolean isEndOfRange(int at) {
        return is(at, "ate")
                || is(at, "para")
                || is(at, ")")
                || (is(at, ",") && number(at - 1) >= 0)
                || number(at) >= 0
                || is(at, "feira")
                || hits.startsAt(at, Sense.WEEKDAY) != null
                || hits.startsAt(at, Sense.TODAY) != null
                || hits.startsAt(at, Sense.TOMORROW) != null
                || hits.startsAt(at, Sense.WEEKDAY_ORDINAL) != null;
    }

    private boolean startsWithin(int from, int to) {
        int start = starts.nextSetBit(from + 1);
        return start >= 0 && start < to;
    }

    /** Whether a word stands before a token, in the same clause. */
    private boolean follows(int at, String form) {
        return !starts.get(at) && is(at - 1, form);
    }

    private @Nullable Hit monthAt(int at) {
        Hit month = hits.startsAt(at, Sense.MONTH);
        return month == null ? hits.startsAt(at, Sense.MONTH_EN) : month;
    }

    private static @Nullable DayAtom atom(int from, int to, @Nullable LocalDate day, Weight weight) {
        return day == null ? null : new DayAtom(from, to, day, weight);
    }

    private boolean isDateMark(int at) {
        return (is(at, "/") || is(at, "-")) && isGlued(at) && isGlued(at + 1);
    }

    private boolean isSameMark(int one, int other) {
        return other < tokens.size()
                && tokens.get(other).form().equals(tokens.get(one).form())
                && isGlued(other);
    }

    private boolean isYear(int at) {
        int year = number(at);
        boolean digits = year >= 0 && tokens.get(at).form().length() % 2 == 0;
        return digits && ((year >= 2000 && year < 2100) || (year >= 10 && year < 100));
    }

    private int number(int at) {
        return at >= 0 && at < tokens.size() && tokens.get(at).isNumber()
                ? Numbers.small(tokens.get(at).form())
                : -1;
    }

    private boolean isGlued(int at) {
        return at >= 0 && at < tokens.size() && tokens.get(at).glued();
    }

    private boolean is(int at, String form) {
        return at >= 0 && at < tokens.size() && tokens.get(at).is(form);
    }
}
