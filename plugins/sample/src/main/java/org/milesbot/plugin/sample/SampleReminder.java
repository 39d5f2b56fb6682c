package org.milesbot.plugin.sample;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;

/** What somebody wants to be reminded of on a day. */
record SampleReminder(LocalDate day, String words) {

    private static final int LONGEST = 500;

    /**
     * Reads {@code 2026-12-01 buy miles}.
     *
     * @throws MilesbotException of kind USAGE if that is not what is written
     */
    static SampleReminder of(String written) {
        String[] parts = written.strip().split("\\s+", 2);
        try {
            if (parts.length == 2 && parts[1].length() <= LONGEST) {
                return new SampleReminder(LocalDate.parse(parts[0]), parts[1]);
            }
        } catch (DateTimeException e) {
            throw new MilesbotException(ErrorKind.USAGE, wrong(), e);
        }
        throw new MilesbotException(ErrorKind.USAGE, wrong());
    }

    private static Text wrong() {
        return Text.of(SampleReminder.class, "reminder.wrong", String.valueOf(LONGEST));
    }
}
