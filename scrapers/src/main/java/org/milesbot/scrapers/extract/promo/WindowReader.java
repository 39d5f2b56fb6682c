package org.milesbot.scrapers.extract.promo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.Window;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.mention.DateMention;
import org.milesbot.scrapers.extract.mention.TimeMention;
import org.milesbot.scrapers.extract.text.WordSet;

/** Reads when a promo is open from the dates of its clauses. */
final class WindowReader {

    /** Offers do not last so long; what ends later, or ended before, is mostly something else. */
    private static final int FAR_OFF_DAYS = 65;

    private static final int FAR_OFF_RANK = 10;

    private static final int DENIAL_REACH = 5;

    /** "Nas últimas horas": they are gone. */
    private static final WordSet GONE_BY = WordSet.of("nas", "das", "pelas", "ha");

    private final Scene scene;
    private final List<Clause> clauses;
    private final Predicate<ReadDate> own;
    private final Evidence evidence;
    private @Nullable Moment start;

    /** A weekday is the next one, unless the end shows that it was the last one. */
    private boolean startsOnWeekday;

    private @Nullable Moment end;

    WindowReader(Scene scene, List<Clause> clauses, Evidence evidence) {
        this(scene, clauses, evidence, date -> true);
    }

    /**
     * @param own which dates may be this promo's
     */
    WindowReader(Scene scene, List<Clause> clauses, Evidence evidence, Predicate<ReadDate> own) {
        this.own = own;
        this.scene = scene;
        this.clauses = clauses;
        this.evidence = evidence;
    }

    /**
     * The window of what gives these percentages: days told beside other ones only are of something else, as long as any
     * other day is told.
     */
    Window readFor(List<ReadPercent> percents) {
        Set<BigDecimal> values = new HashSet<>();
        percents.forEach(percent -> values.add(percent.mention().value()));
        List<Clause> left = clauses.stream()
                .filter(clause -> scene.percents(clause).isEmpty()
                        || Lists.any(
                                scene.percents(clause),
                                percent -> values.contains(percent.mention().value())))
                .toList();
        boolean dated = left.stream()
                .flatMap(clause -> scene.dates(clause).stream())
                .anyMatch(date -> date.role() != DateRole.OTHER);
        return dated ? new WindowReader(scene, left, evidence, own).read() : read();
    }

    Window read() {
        List<ReadDate> dates = new ArrayList<>();
        for (Clause clause : clauses) {
            for (ReadDate date : scene.dates(clause)) {
                if (own.test(date)) {
                    dates.add(date);
                }
            }
        }
        if (Lists.all(dates, date -> date.role() == DateRole.OTHER)) {
            scene.shared().forEach(clause -> dates.addAll(scene.dates(clause)));
        }
        if (Lists.all(dates, date -> date.role() == DateRole.OTHER)) {
            dates.addAll(beside());
            scene.trace().inPassing(dates);
        }
        readPeriod(dates, new Outlived(scene));
        if (start == null) {
            readStart(dates);
        }
        if (end == null) {
            readEnd(dates);
        }
        if (end == null) {
            readEndWithoutDate();
        }
        if (end == null) {
            readOnlyDate(dates);
        }
        if (start == null && end == null) {
            readToday();
        }
        if (start == null && end != null && end.date().equals(scene.mentions().published())) {
            readOnlyDay();
        }
        if (startsOnWeekday && start != null && end != null && end.date().isBefore(start.date())) {
            start = moment(start.date().minusWeeks(1), null);
        }
        if (start != null && end != null && end.date().isBefore(start.date())) {
            scene.trace().say(Rule.WINDOW_UPSIDE_DOWN, start);
            start = null;
            evidence.words().remove("start");
        }
        return new Window(start, end);
    }

    /** Dates that are told in passing; they count where no other does, and only if they lie ahead. */
    private List<ReadDate> beside() {
        List<ReadDate> found = new ArrayList<>();
        for (Clause clause : scene.body()) {
            if (scene.aside(clause).mayHoldDates() && Lists.none(scene.names(clause), NameMention::isCarrier)) {
                scene.dates(clause).stream().filter(this::liesAhead).forEach(found::add);
            }
        }
        return found;
    }

    private boolean liesAhead(ReadDate date) {
        LocalDate last = date.mention().last() == null
                ? date.mention().first()
                : date.mention().last();
        return !last.isBefore(scene.mentions().published());
    }

    /** A period in the body counts before one in the title, and one with an end after publication before others. */
    private void readPeriod(List<ReadDate> dates, Outlived outlived) {
        ReadDate best = null;
        for (ReadDate date : dates) {
            boolean period = date.role() == DateRole.PERIOD && !outlived.holds(date, dates);
            if (period && (best == null || rank(date) > rank(best))) {
                best = date;
            }
        }
        if (best == null) {
            return;
        }
        DateMention mention = best.mention();
        LocalDate last = mention.last() == null ? mention.first() : mention.last();
        ReadDate later = laterEnd(dates, last);
        evidence.by(Rule.WINDOW_PERIOD);
        setStart(moment(mention.first(), mention.firstTime()), mention);
        if (later == null) {
            evidence.by(Rule.WINDOW_PERIOD);
            setEnd(moment(last, mention.lastTime()), mention);
        } else {
            evidence.by(Rule.WINDOW_EXTENDED);
            setEnd(moment(later.mention().first(), later.mention().lastTime()), later.mention());
        }
    }

    private static int rank(ReadDate date) {
        return (date.mention().relative() ? 0 : 4)
                + (date.mention().last() == null ? 0 : 2)
                + (date.clause().isTitle() ? 0 : 1);
    }

    /** An end after the period's own is an extension. */
    private @Nullable ReadDate laterEnd(List<ReadDate> dates, LocalDate last) {
        for (ReadDate date : dates) {
            if (date.role() == DateRole.END
                    && scene.has(date.clause(), Sense.EXTENDED)
                    && date.mention().first().isAfter(last)) {
                return date;
            }
        }
        return null;
    }

    /** "Pontos Livelo com 25% hoje" in a title, where no other day is told. */
    private void readToday() {
        for (Clause clause : scene.title()) {
            for (ReadDate date : scene.dates(clause)) {
                boolean beside = Lists.any(
                        scene.percents(clause),
                        percent -> percent.mention().to() == date.mention().from());
                boolean today = date.mention().first().equals(scene.mentions().published());
                if (beside && today && date.mention().relative() && date.role() == DateRole.OTHER) {
                    evidence.by(Rule.WINDOW_ONE_DAY);
                    setStart(moment(date.mention().first(), null), date.mention());
                    setEnd(moment(date.mention().first(), date.mention().lastTime()), date.mention());
                    return;
                }
            }
        }
    }

    private void readOnlyDate(List<ReadDate> dates) {
        ReadDate only = new OnlyDateReader(scene).read(dates);
        if (only != null) {
            evidence.by(Rule.WINDOW_ONLY_DATE);
            setEnd(moment(only.mention().first(), only.mention().lastTime()), only.mention());
        }
    }

    /** What a date tells counts before a weekday. */
    private void readStart(List<ReadDate> dates) {
        ReadDate best = null;
        for (ReadDate date : dates) {
            boolean exact =
                    best != null && best.mention().relative() && !date.mention().relative();
            if (date.role() == DateRole.START && (best == null || exact)) {
                best = date;
            }
        }
        if (best == null) {
            readStartByHour();
        } else {
            evidence.by(Rule.WINDOW_START);
            setStart(moment(best.mention().first(), best.mention().firstTime()), best.mention());
            startsOnWeekday = best.mention().relative()
                    && best.mention().first().isAfter(scene.mentions().published());
        }
    }

    /** "Azul abriu às 8h a promoção": today. */
    private void readStartByHour() {
        for (Clause clause : scene.title()) {
            Hit begins = scene.first(clause, Sense.START);
            TimeMention time = begins == null || !scene.dates(clause).isEmpty() ? null : timeAfter(clause, begins);
            if (begins != null && time != null) {
                start = moment(scene.mentions().published(), time.time());
                evidence.by(Rule.WINDOW_START);
                evidence.add("start", begins.from(), time.to());
                return;
            }
        }
    }

    /** An end told by a date counts before "hoje"; what the body says before what the title says. */
    private void readEnd(List<ReadDate> dates) {
        ReadDate best = null;
        for (ReadDate date : dates) {
            boolean end = date.role() == DateRole.END;
            if (end && (best == null || endRank(date) > endRank(best) || isLaterBeside(date, best))) {
                best = date;
            }
        }
        if (best != null) {
            evidence.by(Rule.WINDOW_END);
            setEnd(moment(best.mention().first(), best.mention().lastTime()), best.mention());
        }
    }

    /** "Inscreva-se até 14/05 e transfira até 16/05". */
    private boolean isLaterBeside(ReadDate date, ReadDate best) {
        return date.clause().equals(best.clause())
                && endRank(date) == endRank(best)
                && date.mention().first().isAfter(best.mention().first());
    }

    private int endRank(ReadDate date) {
        Clause clause = date.clause();
        int rank = clause.isTitle() ? 0 : 2;
        rank += date.mention().relative() ? 0 : 1;
        rank -= isFarOff(date) ? FAR_OFF_RANK : 0;
        rank += scene.has(clause, Sense.NOW) ? 1 : 0;
        boolean welcome = scene.has(clause, Sense.WELCOME) && Lists.none(scene.title(), this::isOfWelcome);
        return welcome ? rank - 2 : rank;
    }

    private boolean isOfWelcome(Clause clause) {
        return scene.has(clause, Sense.WELCOME) || scene.has(clause, Sense.CLUB);
    }

    private boolean isFarOff(ReadDate date) {
        return isFarOff(scene, date);
    }

    static boolean isFarOff(Scene scene, ReadDate date) {
        LocalDate published = scene.mentions().published();
        return date.mention().first().isAfter(published.plusDays(FAR_OFF_DAYS))
                || date.mention().first().isBefore(published);
    }

    /** "Termina às 23h59", "últimas horas": the day of publication. */
    private void readEndWithoutDate() {
        for (Clause clause : clauses) {
            Hit ends = scene.first(clause, Sense.ENDS);
            if (ends != null && scene.dates(clause).isEmpty() && !isDenied(clause, ends)) {
                TimeMention time = timeAfter(clause, ends);
                if ((time != null && isOfOffer(clause, ends)) || isLastDay(ends)) {
                    int to = time == null ? ends.to() : time.to();
                    end = moment(scene.mentions().published(), time == null ? null : time.time());
                    evidence.by(Rule.ENDS_TODAY);
                    evidence.add("end", ends.from(), to);
                    return;
                }
            }
        }
    }

    /** "Relâmpago de 24 horas" that ends today began today. */
    private void readOnlyDay() {
        for (Clause clause : clauses) {
            Hit only = scene.first(clause, Sense.ONE_DAY);
            boolean delay = only != null
                    && (scene.has(clause, Sense.CREDIT)
                            || scene.speaksOf(Sense.EXTENDED)
                            || isAfter(clause, only, "mais")
                            || scene.has(clause, Sense.VALIDITY)
                            || isAfter(clause, only, "ate")
                            || isAfter(clause, only, "em"));
            if (only != null && !delay && start == null) {
                start = moment(scene.mentions().published(), null);
                evidence.by(Rule.WINDOW_ONE_DAY);
                evidence.add("start", only.from(), only.to());
            }
        }
    }

    private boolean isAfter(Clause clause, Hit hit, String form) {
        return hit.from() > clause.from() && scene.mentions().is(hit.from() - 1, form);
    }

    /** "O banner não informa o último dia". */
    private boolean isDenied(Clause clause, Hit ends) {
        for (int i = Math.max(clause.from(), ends.from() - DENIAL_REACH); i < ends.from(); i++) {
            if (scene.mentions().is(i, "nao")
                    || scene.mentions().is(i, "sem")
                    || scene.mentions().is(i, "nem")) {
                return true;
            }
        }
        return false;
    }

    /** "Nossa live termina às 21h" is no offer's end. */
    private boolean isOfOffer(Clause clause, Hit ends) {
        return clause.isTitle()
                || ends.from() == clause.from()
                || !scene.mentions().tokens().get(ends.from() - 1).isWord()
                || scene.has(clause, Sense.OFFER)
                || scene.has(clause, Sense.TRANSFER)
                || scene.has(clause, Sense.BONUS)
                || !scene.percents(clause).isEmpty()
                || !scene.names(clause).isEmpty();
    }

    private boolean isLastDay(Hit ends) {
        if (GONE_BY.contains(
                scene.mentions().tokens().get(Math.max(0, ends.from() - 1)).form())) {
            return false;
        }
        return scene.mentions().is(ends.from(), "ultimo")
                || scene.mentions().is(ends.from(), "ultimas")
                || scene.mentions().is(ends.to() - 2, "proximas")
                || scene.mentions().is(ends.from(), "last");
    }

    private @Nullable TimeMention timeAfter(Clause clause, Hit ends) {
        for (TimeMention time : scene.mentions().times(clause)) {
            if (time.from() >= ends.to() && time.from() - ends.to() <= 4) {
                return time;
            }
        }
        return null;
    }

    private void setStart(Moment moment, DateMention mention) {
        start = moment;
        evidence.add("start", mention.from(), mention.to());
    }

    private void setEnd(Moment moment, DateMention mention) {
        end = moment;
        evidence.add("end", mention.from(), mention.to());
    }

    private static Moment moment(LocalDate date, @Nullable LocalTime time) {
        return new Moment(date, time);
    }
}
