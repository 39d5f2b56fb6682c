package org.milesbot.notify.message;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.TravelDates;
import org.milesbot.api.promo.Window;

/** When something is open, as people say it on a certain day. Everything is by the clocks of São Paulo. */
public final class TimePhrases {

    private static final DateTimeFormatter WHOLE_DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy", Locale.ROOT);

    private final Phrases phrases;
    private final LocalDate today;

    /**
     * @param today the day on which they are read, in America/Sao_Paulo
     */
    public TimePhrases(Locale language, LocalDate today) {
        this(new Phrases(language), today);
    }

    TimePhrases(Phrases phrases, LocalDate today) {
        this.phrases = phrases;
        this.today = today;
    }

    /** Until when, and from when if it has not begun; or that nobody said. */
    public Html open(Window window, Instant publishedAt) {
        Moment end = window.end();
        Moment start = window.start();
        boolean isAhead = start != null && window.isAheadOf(today);
        if (end == null) {
            Html published = day(publishedAt.atZone(Zones.SAO_PAULO).toLocalDate());
            return isAhead && start != null
                    ? phrases.say("window.from", moment(start))
                    : phrases.say("window.unknown", published);
        }
        if (isAhead && start != null) {
            return phrases.say("window.between", moment(start), moment(end));
        }
        return phrases.say(window.isOverOn(today) ? "window.over" : "window.until", moment(end));
    }

    /** The weekday and the day, and the hour if one was stated. */
    public Html moment(Moment moment) {
        Html day = phrases.say("moment.day", weekday(moment.date()), day(moment.date()));
        LocalTime time = moment.time();
        Html whole = time == null ? day : phrases.say("moment.hour", day, hour(time));
        return near(moment.date(), whole);
    }

    private Html near(LocalDate date, Html words) {
        if (date.equals(today)) {
            return phrases.say("moment.today", words);
        }
        return date.equals(today.plusDays(1)) ? phrases.say("moment.tomorrow", words) : words;
    }

    /** The day and month, and the year if it is another. */
    public Html day(LocalDate date) {
        String pattern = phrases.isEnglish() ? "d MMM" : "dd/MM";
        String year = phrases.isEnglish() ? " yyyy" : "/yyyy";
        return new Html(DateTimeFormatter.ofPattern(
                        date.getYear() == today.getYear() ? pattern : pattern + year, phrases.locale())
                .format(date));
    }

    /** As clocks are read aloud: 23h59, 12h. */
    public String hour(LocalTime time) {
        if (phrases.isEnglish()) {
            return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(time);
        }
        String pattern = time.getMinute() == 0 ? "H'h'" : "H'h'mm";
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(time);
    }

    /** Such as 11/2026. */
    public String month(LocalDate date) {
        return MONTH.format(date);
    }

    Html travel(TravelDates travel) {
        LocalDate from = travel.from();
        LocalDate to = travel.to();
        if (from == null) {
            return to == null ? Html.NONE : phrases.say("travel.until", travelDay(to));
        }
        return to == null
                ? phrases.say("travel.from", travelDay(from))
                : phrases.say("travel.between", travelDay(from), travelDay(to));
    }

    boolean isToday(Moment moment) {
        return moment.date().equals(today);
    }

    LocalDate today() {
        return today;
    }

    private Html travelDay(LocalDate date) {
        return phrases.isEnglish()
                ? new Html(DateTimeFormatter.ofPattern("d MMM yyyy", phrases.locale())
                        .format(date))
                : new Html(WHOLE_DAY.format(date));
    }

    private Html weekday(LocalDate date) {
        return phrases.say("weekday." + date.getDayOfWeek().getValue());
    }
}
