package org.milesbot.scrapers.extract.mention;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Lexicon;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.lexicon.Writing;
import org.milesbot.scrapers.extract.text.CleanText;
import org.milesbot.scrapers.extract.text.Span;
import org.milesbot.scrapers.extract.text.Token;

/** All that an announcement mentions, in order. What is struck through is not mentioned. */
public final class Mentions {

    private final CleanText text;
    private final LocalDate published;
    private final List<Token> tokens;
    private final List<Clause> clauses;
    private final HitIndex hits;
    private final InClauses<PercentMention> percents;
    private final InClauses<DateMention> dates;
    private final InClauses<TimeMention> times;
    private final InClauses<AmountMention> amounts;

    private Mentions(CleanText text, LocalDate published) {
        this.text = text;
        this.published = published;
        ClauseGrammar grammar = new ClauseGrammar(text);
        BitSet starts = grammar.starts();
        tokens = grammar.tokens();
        clauses = grammar.clauses();
        hits = new HitIndex(standing(text, tokens, Lexicon.shipped().hits(tokens, starts)), tokens.size());
        List<PercentMention> readPercents = new PercentGrammar(tokens, hits, starts).read();
        int[] numbers = numbers(tokens);
        List<TimeMention> readTimes = new TimeGrammar(tokens, numbers).read();
        List<DateMention> readDates =
                new DateGrammar(tokens, hits, readTimes, new DayResolver(published), starts).read();
        readPercents.removeIf(percent -> isStruck(text, tokens, percent.from()));
        readDates.removeIf(date -> isStruck(text, tokens, date.from()));
        boolean[] taken = taken(tokens, readPercents, readDates, readTimes);
        percents = new InClauses<>(readPercents, PercentMention::from, clauses);
        dates = new InClauses<>(readDates, DateMention::from, clauses);
        times = new InClauses<>(readTimes, TimeMention::from, clauses);
        amounts = new InClauses<>(new AmountGrammar(tokens, numbers, hits, taken).read(), AmountMention::from, clauses);
    }

    private static int[] numbers(List<Token> tokens) {
        int[] numbers = new int[tokens.size()];
        int count = 0;
        for (int i = 0; i < numbers.length; i++) {
            numbers[count] = i;
            count += tokens.get(i).isNumber() ? 1 : 0;
        }
        return Arrays.copyOf(numbers, count);
    }

    /** Reads all mentions of a text, whose dates are resolved against the local day of publication. */
    public static Mentions of(CleanText text, LocalDate published) {
        return new Mentions(text, published);
    }

    private static List<Hit> standing(CleanText text, List<Token> tokens, List<Hit> hits) {
        hits.removeIf(
                hit -> isStruck(text, tokens, hit.from()) || !isWrittenAsMeant(hit, text, tokens.get(hit.from())));
        return hits;
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

    /** The text. */
    public CleanText text() {
        return text;
    }

    /** The local day of publication. */
    public LocalDate published() {
        return published;
    }

    /** Its words, numbers and signs. */
    public List<Token> tokens() {
        return tokens;
    }

    /** Its clauses. */
    public List<Clause> clauses() {
        return clauses;
    }

    /** The phrases of the word lists. */
    public HitIndex hits() {
        return hits;
    }

    /** The percentages. */
    public List<PercentMention> percents() {
        return percents.all();
    }

    /** The days and periods. */
    public List<DateMention> dates() {
        return dates.all();
    }

    /** The times of day. */
    public List<TimeMention> times() {
        return times.all();
    }

    /** The quantities of points and money. */
    public List<AmountMention> amounts() {
        return amounts.all();
    }

    /** Whether a clause holds a phrase of a sort. */
    public boolean has(Clause clause, Sense sense) {
        return hits.has(clause.from(), clause.to(), sense);
    }

    /** The percentages of a clause. */
    public List<PercentMention> percents(Clause clause) {
        return percents.of(clause);
    }

    /** The days and periods of a clause. */
    public List<DateMention> dates(Clause clause) {
        return dates.of(clause);
    }

    /** The times of day of a clause. */
    public List<TimeMention> times(Clause clause) {
        return times.of(clause);
    }

    /** The quantities of a clause. */
    public List<AmountMention> amounts(Clause clause) {
        return amounts.of(clause);
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
