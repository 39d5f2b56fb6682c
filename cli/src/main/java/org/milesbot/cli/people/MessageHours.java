package org.milesbot.cli.people;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.milesbot.scrapers.extract.text.Folding;
import org.milesbot.store.user.QuietHours;

/** Reads the hours in which somebody wants messages: {@code 08 22}, {@code 8h 22h30}, {@code das 8 às 22}. */
public final class MessageHours {

    private static final String TIME = "([0-9]{1,2})(?:[:h]([0-9]{2}))?\\s?h?";
    private static final Pattern HOURS = Pattern.compile(
            "(?:das?|de|from|between|entre)?\\s*" + TIME + "\\s*(?:-|\\s|as|a|ate|to|e|and)\\s*" + TIME);
    private static final int DAY = 24;
    private static final int LONGEST = 60;

    private MessageHours() {}

    /**
     * What the setting {@code quiet} is to be; nothing if these are no hours.
     *
     * @throws WrongSetting if they begin and end at the same time
     */
    public static Optional<String> quiet(String words) {
        Matcher hours = HOURS.matcher(Folding.fold(words.strip()));
        if (words.length() > LONGEST || !hours.matches()) {
            return Optional.empty();
        }
        int from = minutes(hours.group(1), hours.group(2));
        int to = minutes(hours.group(3), hours.group(4));
        if (from < 0 || to < 0 || from == DAY * 60) {
            return Optional.empty();
        }
        if (from == 0 && to == DAY * 60) {
            return Optional.of("off");
        }
        if (from == to) {
            throw WrongSetting.saying("quiet", "wrong.hours");
        }
        return Optional.of(new QuietHours(time(to), time(from)).toString());
    }

    private static int minutes(String hour, String minute) {
        int hours = Integer.parseInt(hour);
        int minutes = minute == null ? 0 : Integer.parseInt(minute);
        boolean isTime = minutes < 60 && (hours < DAY || (hours == DAY && minutes == 0));
        return isTime ? hours * 60 + minutes : -1;
    }

    private static LocalTime time(int minutes) {
        return LocalTime.of(minutes / 60 % DAY, minutes % 60);
    }
}
