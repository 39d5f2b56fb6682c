package org.milesbot.scrapers.extract.mention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Lexicon;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.lexicon.Writing;
import org.milesbot.scrapers.extract.text.CleanText;
import org.milesbot.scrapers.extract.text.Span;
import org.milesbot.scrapers.extract.text.Token;

/**
 * All that an announcement mentions, in order. What is struck through is not mentioned.
 *
 * @param text the text
 * @param published the local day of publication, against which dates are resolved
 * @param tokens its words, numbers and signs
 * @param clauses its clauses
 * @param hits the phrases of the word lists
 * @param percents the percentages
 * @param dates the days and periods
 * @param times the times of day
 * @param amounts the quantities of points and money
 */
public record Mentions(
        CleanText text,
        LocalDate published,
        List<Token> tokens,
        List<Clause> clauses,
        HitIndex hits,
        List<PercentMention> percents,
        List<DateMention> dates,
        List<TimeMention> times,
        List<AmountMention> amounts) {

    /** Reads all mentions of a text. */
    public static Mentions of(CleanText text, LocalDate published) {
        ClauseGrammar clauses = new ClauseGrammar(text);
        List<Token> tokens = clauses.tokens();
        HitIndex hits =
                new HitIndex(standing(text, tokens, Lexicon.shipped().hits(tokens, clauses.starts())), tokens.size());
        List<PercentMention> percents = new ArrayList<>(new PercentGrammar(tokens, hits, clauses.starts()).read());
        List<TimeMention> times = new TimeGrammar(tokens).read();
        List<DateMention> dates = new ArrayList<>(
                new DateGrammar(tokens, hits, times, new DayResolver(published), clauses.starts()).read());
        percents.removeIf(percent -> isStruck(text, tokens, percent.from()));
        dates.removeIf(date -> isStruck(text, tokens, date.from()));
        List<AmountMention> amounts = new AmountGrammar(tokens, hits, taken(tokens, percents, dates, times)).read();
        return new Mentions(text, published, tokens, clauses.clauses(), hits, percents, dates, times, amounts);
    }

    private static List<Hit> standing(CleanText text, List<Token> tokens, List<Hit> hits) {
        List<Hit> standing = new ArrayList<>(hits);
        standing.removeIf(
                hit -> isStruck(text, tokens, hit.from()) || !isWrittenAsMeant(hit, text, tokens.get(hit.from())));
        return standing;
    }

    private static boolean isWrittenAsMeant(Hit hit, CleanText text, Token first) {
        Writing writing = hit.meaning().writing();
        return writing == Writing.ANY || writing.accepts(text.text().substring(first.start(), first.end()));
    }

    private static boolean isStruck(CleanText text, List<Token> tokens, int token) {
        return !text.struck().isEmpty() && text.isStruck(tokens.get(token).start());
    }

    private static boolean[] taken(
            List<Token> tokens, List<PercentMention> percents, List<DateMention> dates, List<TimeMention> times) {
        boolean[] taken = new boolean[tokens.size()];
        percents.forEach(percent -> mark(taken, percent.from(), percent.to()));
        dates.forEach(date -> mark(taken, date.from(), date.to()));
        times.forEach(time -> mark(taken, time.from(), time.to()));
        return taken;
    }

    private static void mark(boolean[] taken, int from, int to) {
        for (int i = from; i < to; i++) {
            taken[i] = true;
        }
    }

    /** Whether a clause holds a phrase of a sort. */
    public boolean has(Clause clause, Sense sense) {
        return hits.has(clause.from(), clause.to(), sense);
    }

    /** The percentages of a clause. */
    public List<PercentMention> percents(Clause clause) {
        return slice(percents, PercentMention::from, clause);
    }

    /** The days and periods of a clause. */
    public List<DateMention> dates(Clause clause) {
        return slice(dates, DateMention::from, clause);
    }

    /** The times of day of a clause. */
    public List<TimeMention> times(Clause clause) {
        return slice(times, TimeMention::from, clause);
    }

    /** The quantities of a clause. */
    public List<AmountMention> amounts(Clause clause) {
        return slice(amounts, AmountMention::from, clause);
    }

    private static <T> List<T> slice(List<T> sorted, ToIntFunction<T> from, Clause clause) {
        return sorted.subList(firstAt(sorted, from, clause.from()), firstAt(sorted, from, clause.to()));
    }

    private static <T> int firstAt(List<T> sorted, ToIntFunction<T> from, int token) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (from.applyAsInt(sorted.get(middle)) < token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Where a stretch of tokens lies in the text. */
    public Span span(int from, int to) {
        return new Span(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    /** The words of a stretch of tokens, as written. */
    public String words(int from, int to) {
        return text.words(span(from, to));
    }

    /** Whether a token stands at a place and its folded letters are these. */
    public boolean is(int token, String form) {
        return token >= 0 && token < tokens.size() && tokens.get(token).is(form);
    }
}
