package org.milesbot.scrapers.extract.mention;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.text.Token;
import org.milesbot.scrapers.extract.text.WordSet;

/** Finds percentages: 50%, 50 por cento, de 50 a 90%, 80% ou 90%, mais 20 pontos percentuais. */
final class PercentGrammar {

    private static final WordSet JOINTS = WordSet.of("a", "ou", "e", "ate", "to", "or", "/", "-", ",", "y", "o", "and");
    private static final WordSet FILLERS = WordSet.of(
            "de", "em", "os", "um", "uma", "a", "bonus", "mais", "+", "incriveis", "ate", "total", "no", "(", "of");
    private static final int ADDITIONAL_REACH = 4;
    private static final int LONGEST_BARE = 3;
    private static final int RATE_REACH = 14;
    private static final BigDecimal MOST = BigDecimal.valueOf(1000);

    private final List<Token> tokens;
    private final HitIndex hits;
    private final NumberWords words;
    private final BitSet starts;
    private final List<PercentMention> found = new ArrayList<>();

    /**
     * @param starts the tokens that begin a clause: what stands before one says nothing of it
     */
    PercentGrammar(List<Token> tokens, HitIndex hits, BitSet starts) {
        this.starts = starts;
        this.tokens = tokens;
        this.hits = hits;
        this.words = new NumberWords(tokens);
    }

    List<PercentMention> read() {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isNumber()) {
                int end = unitEnd(i + 1);
                if (end > i + 1) {
                    addWithBareOnes(i, end);
                } else if (isMilesAPoint(i)) {
                    addMilesAPoint(i);
                }
            } else if (token.is("por") && is(i + 1, "cento")) {
                addWritten(i);
            } else if (token.is("dois") && isTurnedInto(i)) {
                found.add(new PercentMention(i, i + 1, BigDecimal.valueOf(100), false, false, found.size()));
            }
        }
        return found;
    }

    /** "sessenta por cento", unless it only repeats in brackets what the digits said. */
    private void addWritten(int end) {
        int from = words.start(end);
        boolean repeats = is(from - 1, "(") && lastEnd() == from - 1 && lastEnd() > 0;
        if (from < end && !repeats) {
            found.add(new PercentMention(
                    from, end + 2, words.value(from, end), isUpTo(from), isOnTop(from), found.size()));
        }
    }

    /** "cada ponto vira dois". */
    private boolean isTurnedInto(int at) {
        return turns(at - 1) && isOfEachPoint(at);
    }

    private boolean turns(int at) {
        return is(at, "vira") || is(at, "vale") || is(at, "rende") || is(at, "viram") || is(at, "becomes");
    }

    private boolean isOfEachPoint(int at) {
        for (int i = at - 2; i > Math.max(0, at - RATE_REACH); i--) {
            if (is(i, "ponto") && is(i - 1, "cada")) {
                return true;
            }
        }
        return false;
    }

    /** "cada ponto vira 2 milhas". */
    private boolean isMilesAPoint(int at) {
        return turns(at - 1) && hits.startsAt(at + 1, Sense.UNIT) != null && isOfEachPoint(at);
    }

    private void addMilesAPoint(int at) {
        BigDecimal miles = Numbers.value(tokens.get(at).form());
        if (miles != null && miles.compareTo(BigDecimal.ONE) > 0 && miles.compareTo(BigDecimal.TEN) < 0) {
            BigDecimal more = miles.subtract(BigDecimal.ONE).movePointRight(2);
            found.add(new PercentMention(at, at + 2, more, false, false, found.size()));
        }
    }

    /** The token after the percent sign, or {@code at} itself if there is none. */
    private int unitEnd(int at) {
        if (is(at, "%") || is(at, "porcento") || is(at, "percent") || is(at, "pct")) {
            return at + 1;
        }
        boolean twoWords = (is(at, "por") && is(at + 1, "cento")) || (is(at, "pontos") && is(at + 1, "percentuais"));
        return twoWords ? at + 2 : at;
    }

    /** In "50 a 90%" the 50 is a percentage too. */
    private void addWithBareOnes(int number, int end) {
        int first = number;
        while (isBareBefore(first) && first - 2 >= lastEnd()) {
            first -= 2;
        }
        boolean listed = first < number && !is(number - 1, ",");
        for (int at = first; listed && at < number; at += 2) {
            add(at, at + 1);
        }
        add(number, end);
    }

    private int lastEnd() {
        return found.isEmpty() ? 0 : found.get(found.size() - 1).to();
    }

    private boolean isBareBefore(int number) {
        int bare = number - 2;
        return bare >= 0
                && tokens.get(bare).isNumber()
                && tokens.get(bare).form().length() <= LONGEST_BARE
                && JOINTS.contains(tokens.get(number - 1).form())
                && (!is(number - 1, "e") || is(bare - 1, "entre") || is(bare - 1, ","))
                && !isDatePart(bare);
    }

    private boolean isDatePart(int at) {
        return is(at - 1, "/") || (at > 0 && tokens.get(at - 1).is("dia"));
    }

    private void add(int from, int to) {
        BigDecimal value = Numbers.value(tokens.get(from).form());
        if (value == null || value.signum() == 0 || value.compareTo(MOST) > 0) {
            return;
        }
        PercentMention before = found.isEmpty() ? null : found.get(found.size() - 1);
        boolean joined = before != null && isJoint(before.to(), from);
        int group = joined && before != null ? before.group() : found.size();
        boolean percentagePoints = is(from + 1, "pontos") || isAdditional(from, to);
        found.add(new PercentMention(
                from, to, value, !joined && isUpTo(from), !joined && (percentagePoints || isOnTop(from)), group));
    }

    /** "70% para todos e até 60% adicionais". */
    private boolean isAdditional(int from, int to) {
        int joint = is(from - 1, "ate") ? from - 2 : from - 1;
        boolean named = is(to, "adicionais") || is(to, "extras");
        return named && is(joint, "e") && lastEnd() > 0 && joint - lastEnd() <= ADDITIONAL_REACH;
    }

    private boolean isJoint(int from, int to) {
        int length = to - from;
        int start = starts.nextSetBit(from);
        if (length < 1 || length > 2 || (start >= 0 && start <= to)) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (!JOINTS.contains(tokens.get(i).form())) {
                return false;
            }
        }
        return true;
    }

    private boolean isUpTo(int from) {
        int at = from;
        while (at > 0 && from - at < 4 && !starts.get(at)) {
            if (hits.endsAt(at, Sense.UP_TO)) {
                return true;
            }
            if (!FILLERS.contains(tokens.get(at - 1).form())) {
                return false;
            }
            at--;
        }
        return false;
    }

    private boolean isOnTop(int from) {
        int at = from;
        while (at > 0 && !starts.get(at)) {
            if (is(at - 1, "+") || hits.endsAt(at, Sense.ON_TOP)) {
                return true;
            }
            if (!is(at - 1, "ate") && !is(at - 1, "de") && !is(at - 1, "um")) {
                return false;
            }
            at--;
        }
        return false;
    }

    private boolean is(int at, String form) {
        return at >= 0 && at < tokens.size() && tokens.get(at).is(form);
    }
}
