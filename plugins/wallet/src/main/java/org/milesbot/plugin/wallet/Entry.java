package org.milesbot.plugin.wallet;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;

/**
 * What somebody says of a programme.
 *
 * @param program its slug
 * @param points how many they have; with a day how many of them expire then, 0 for none any more
 * @param expires the last day on which these can be used; null if it is the balance
 */
record Entry(String program, long points, @Nullable LocalDate expires) {

    private static final Pattern FORM = Pattern.compile(
            "(?<program>\\p{L}[\\p{L}\\p{N} &_.-]{0,60}?)(?:\\s*[:=]\\s*|\\s+)"
                    + "(?<points>[0-9][0-9.,]*(?:\\s*(?:mil|k|milh(?:ão|ao|ões|oes)|mi|million)\\b)?)"
                    + "(?:\\s+(?:pontos?|milhas?|pts|points?|miles?))?"
                    + "(?:,?\\s+(?:(?:que\\s+)?(?:vence[mr]?|expira[mr]?|expires?|expiring|validade|valem?|até|ate|until)\\s+)?"
                    + "(?:(?:em|até|ate|on|by|dia|para|:)\\s+)?(?<day>[0-9]\\S*))?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /**
     * Reads {@code livelo 42.300} or {@code livelo 5.000 vence 31/01/2027}.
     *
     * @throws MilesbotException of kind USAGE if that is not what is written
     */
    static Entry of(String line, Programmes programmes, LocalDate today) {
        Matcher form = FORM.matcher(line.strip());
        if (!form.matches()) {
            throw new MilesbotException(
                    ErrorKind.USAGE, Text.of(Entry.class, "entry.wrong", Written.quoted(line), today.getYear() + 1));
        }
        String day = form.group("day");
        return new Entry(
                programmes.slug(form.group("program")),
                Written.points(form.group("points")),
                day == null ? null : Written.day(day, today));
    }
}
