package org.milesbot.scrapers.extract.promo;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.mention.DateMention;
import org.milesbot.scrapers.extract.mention.Mentions;
import org.milesbot.scrapers.extract.text.WordSet;

/**
 * Finds months told without a day: "em maio", "entre setembro e novembro de 2027", "março, abril e maio". A month
 * without a year is the next one to end. A clause that tells a part of a month tells none.
 */
final class MonthGrammar {

    private static final WordSet JOINTS = WordSet.of("a", "e", "ate", "ou", ",", "-", "to", "and", "through", "y");
    private static final WordSet PARTS =
            WordSet.of("quinzena", "inicio", "comeco", "metade", "meados", "fim", "final", "semana");
    private static final WordSet BEFORE_YEAR = WordSet.of("de", "/", "of");
    /** Shorter ones are abbreviations, which are other words too: "mar", "set", "may". */
    private static final int LEAST_LETTERS = 4;

    /** More months than this in one clause are no sentence. */
    private static final int MOST = 30;

    private static final int LEAST_YEAR = 2000;
    private static final int MOST_YEAR = 2100;

    private final Mentions mentions;
    private final Clause clause;
    private final YearMonth published;

    private record Month(
            int from, int to, int number, @Nullable Integer year) {}

    MonthGrammar(Mentions mentions, Clause clause) {
        this.mentions = mentions;
        this.clause = clause;
        published = YearMonth.from(mentions.published());
    }

    List<Stretch> read() {
        List<Stretch> found = new ArrayList<>();
        List<Month> run = new ArrayList<>();
        for (Month month : months()) {
            if (!run.isEmpty() && !isJoined(run.get(run.size() - 1), month)) {
                found.add(stretch(run));
                run.clear();
            }
            run.add(month);
        }
        if (!run.isEmpty()) {
            found.add(stretch(run));
        }
        return found;
    }

    private List<Month> months() {
        List<Month> months = new ArrayList<>();
        for (Hit hit : mentions.hits().within(clause.from(), clause.to())) {
            boolean month = hit.sense() == Sense.MONTH || hit.sense() == Sense.MONTH_EN;
            boolean whole = month && mentions.tokens().get(hit.from()).form().length() >= LEAST_LETTERS;
            if (whole && isPart(hit)) {
                return List.of();
            }
            if (whole && months.size() < MOST && !isInDate(hit)) {
                Integer year = yearBehind(hit.to());
                int to = year == null ? hit.to() : hit.to() + (isYear(hit.to()) ? 1 : 2);
                months.add(new Month(hit.from(), to, Integer.parseInt(hit.value()), year));
            }
        }
        return months;
    }

    /** "na primeira quinzena de novembro" leaves the days open. */
    private boolean isPart(Hit hit) {
        return mentions.is(hit.from() - 1, "de")
                && hit.from() - 2 >= clause.from()
                && PARTS.contains(mentions.tokens().get(hit.from() - 2).form());
    }

    private boolean isInDate(Hit hit) {
        for (DateMention date : mentions.dates(clause)) {
            if (date.from() <= hit.from() && hit.from() < date.to()) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Integer yearBehind(int at) {
        if (isYear(at)) {
            return Integer.valueOf(mentions.tokens().get(at).form());
        }
        boolean joint = at < clause.to()
                && BEFORE_YEAR.contains(mentions.tokens().get(at).form());
        return joint && isYear(at + 1)
                ? Integer.valueOf(mentions.tokens().get(at + 1).form())
                : null;
    }

    private boolean isYear(int at) {
        if (at >= clause.to() || !mentions.tokens().get(at).isNumber()) {
            return false;
        }
        String form = mentions.tokens().get(at).form();
        int year = form.matches("[0-9]{4}") ? Integer.parseInt(form) : 0;
        return year >= LEAST_YEAR && year < MOST_YEAR;
    }

    private boolean isJoined(Month one, Month other) {
        int between = other.from() - one.to();
        return between == 1 && JOINTS.contains(mentions.tokens().get(one.to()).form());
    }

    private Stretch stretch(List<Month> run) {
        Month last = run.get(run.size() - 1);
        YearMonth first = firstOf(run);
        YearMonth end = first;
        for (Month month : run.subList(1, run.size())) {
            YearMonth next = YearMonth.of(end.getYear(), month.number());
            end = next.isBefore(end) ? next.plusYears(1) : next;
        }
        boolean dated = Lists.any(run, month -> month.year() != null);
        return new Stretch(run.get(0).from(), last.to(), first.atDay(1), end.atEndOfMonth(), dated);
    }

    /** Its own year, else that of the last month counted back, else the next such month to end. */
    private YearMonth firstOf(List<Month> run) {
        Month first = run.get(0);
        Month last = run.get(run.size() - 1);
        if (first.year() != null) {
            return YearMonth.of(first.year(), first.number());
        }
        if (last.year() != null) {
            YearMonth same = YearMonth.of(last.year(), first.number());
            return first.number() > last.number() ? same.minusYears(1) : same;
        }
        YearMonth same = YearMonth.of(published.getYear(), first.number());
        return same.isBefore(published) ? same.plusYears(1) : same;
    }
}
