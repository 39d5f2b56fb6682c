package org.milesbot.scrapers.extract.mention;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.milesbot.scrapers.extract.text.Token;

/** Finds times of day: 23h59, 10h00min, 22h, 23:59, 0h. */
final class TimeGrammar {

    private final List<Token> tokens;
    private final int[] numbers;
    private final List<TimeMention> found = new ArrayList<>();

    /**
     * @param numbers which tokens are numbers
     */
    TimeGrammar(List<Token> tokens, int[] numbers) {
        this.tokens = tokens;
        this.numbers = numbers;
    }

    List<TimeMention> read() {
        int end = 0;
        for (int number : numbers) {
            end = number < end ? end : readAt(number);
        }
        return found;
    }

    private int readAt(int at) {
        int hour = Numbers.small(tokens.get(at).form());
        if (hour < 0 || hour > 24 || at + 1 >= tokens.size()) {
            return at;
        }
        Token mark = tokens.get(at + 1);
        boolean letter = mark.is("h") || mark.is("hs") || mark.is("hrs") || (mark.is("horas") && precededByClock(at));
        boolean colon = mark.is(":") && mark.glued() && minuteAt(at + 2) >= 0;
        if (!letter && !colon) {
            return at;
        }
        int minute = tokenGlued(at + 2) ? minuteAt(at + 2) : -1;
        int end = minute < 0 ? at + 2 : at + 3;
        if (end < tokens.size() && (tokens.get(end).is("min") || tokens.get(end).is("h"))) {
            end++;
        }
        boolean midnight = hour == 24;
        found.add(new TimeMention(at, end, midnight ? LocalTime.of(23, 59) : LocalTime.of(hour, Math.max(minute, 0))));
        return end;
    }

    private boolean precededByClock(int at) {
        return at > 0 && (tokens.get(at - 1).is("as") || tokens.get(at - 1).is("das"));
    }

    private boolean tokenGlued(int at) {
        return at < tokens.size() && tokens.get(at).glued();
    }

    private int minuteAt(int at) {
        if (at >= tokens.size()
                || !tokens.get(at).isNumber()
                || tokens.get(at).form().length() != 2) {
            return -1;
        }
        int minute = Numbers.small(tokens.get(at).form());
        return minute < 60 ? minute : -1;
    }
}
