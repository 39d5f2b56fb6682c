package org.milesbot.plugin.weekly;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;

/** A day of the week and an hour of America/Sao_Paulo. */
record Slot(DayOfWeek weekday, int hour) {

    /** The end of the week, and before most campaigns of Friday night end. */
    static final Slot USUAL = new Slot(DayOfWeek.FRIDAY, 18);

    private static final Map<String, DayOfWeek> WEEKDAYS = Map.ofEntries(
            Map.entry("seg", DayOfWeek.MONDAY),
            Map.entry("ter", DayOfWeek.TUESDAY),
            Map.entry("qua", DayOfWeek.WEDNESDAY),
            Map.entry("qui", DayOfWeek.THURSDAY),
            Map.entry("sex", DayOfWeek.FRIDAY),
            Map.entry("sab", DayOfWeek.SATURDAY),
            Map.entry("dom", DayOfWeek.SUNDAY),
            Map.entry("mon", DayOfWeek.MONDAY),
            Map.entry("tue", DayOfWeek.TUESDAY),
            Map.entry("wed", DayOfWeek.WEDNESDAY),
            Map.entry("thu", DayOfWeek.THURSDAY),
            Map.entry("fri", DayOfWeek.FRIDAY),
            Map.entry("sat", DayOfWeek.SATURDAY),
            Map.entry("sun", DayOfWeek.SUNDAY));

    private static final Pattern FORM =
            Pattern.compile("(?<day>seg|ter|qua|qui|sex|sab|dom|mon|tue|wed|thu|fri|sat|sun)(?:[a-z-]*)(?:\\s+feira)?"
                    + "(?:,?\\s*(?:(?:as|at)\\s+)?(?<hour>[0-9]{1,2})\\s*(?:h|hs|horas|:00|h00)?)?");

    /**
     * Reads {@code sexta 18h}, {@code domingo às 9}, {@code monday 8:00}; where no hour is said, another holds.
     *
     * @throws MilesbotException of kind USAGE if that is not what is written
     */
    static Slot of(String written, int hourElse) {
        String words = Normalizer.normalize(written.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        Matcher form = FORM.matcher(words);
        if (form.matches()) {
            DayOfWeek weekday = WEEKDAYS.get(form.group("day"));
            String said = form.group("hour");
            int hour = said == null ? hourElse : Integer.parseInt(said);
            if (weekday != null && hour <= 23) {
                return new Slot(weekday, hour);
            }
        }
        throw new MilesbotException(ErrorKind.USAGE, Text.of(Slot.class, "slot.wrong"));
    }

    /** The last time that it was this day and hour. */
    ZonedDateTime latest(Instant now) {
        ZonedDateTime here = now.atZone(Zones.SAO_PAULO);
        ZonedDateTime slot = here.with(TemporalAdjusters.previousOrSame(weekday))
                .toLocalDate()
                .atTime(hour, 0)
                .atZone(Zones.SAO_PAULO);
        return slot.isAfter(here) ? slot.minusWeeks(1) : slot;
    }

    /** As people read it. */
    String in(Locale language) {
        return Text.of(Slot.class, "slot", weekday.getDisplayName(TextStyle.FULL, language), String.valueOf(hour))
                .in(language);
    }
}
