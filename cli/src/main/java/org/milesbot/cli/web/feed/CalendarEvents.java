package org.milesbot.cli.web.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.promo.Window;
import org.milesbot.api.web.WebRequest;
import org.milesbot.cli.config.Quoted;
import org.milesbot.cli.output.ChanceWords;
import org.milesbot.cli.output.ForecastShown;
import org.milesbot.cli.output.ForecastWords;
import org.milesbot.cli.output.PromoWords;
import org.milesbot.cli.pipeline.ForecastPipeline;
import org.milesbot.cli.pipeline.ToldForecast;
import org.milesbot.cli.web.feed.CalendarEvent.Days;
import org.milesbot.cli.web.feed.CalendarEvent.Hours;
import org.milesbot.cli.web.read.OpenFilter;
import org.milesbot.cli.web.read.Shelf;
import org.milesbot.forecast.history.SeriesKey;
import org.milesbot.forecast.model.LikelyWindow;
import org.milesbot.forecast.model.Readiness;
import org.milesbot.forecast.model.SeriesForecast;
import org.milesbot.store.event.PromoEvent;
import org.milesbot.store.event.PromoEvents;
import org.milesbot.store.promo.PromoRow;
import org.milesbot.store.score.ScoreBasis;

/** What stands in the calendar: what is open, and when the next is likely to start. */
final class CalendarEvents {

    private static final int MOST = 300;
    private static final String HOUSE = "@milesbot.org";
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    private final Shelf shelf;
    private final Links links;
    private final Locale language;
    private final Headline headline;
    private final PromoWords words;

    CalendarEvents(Shelf shelf, Links links, Locale language) {
        this.shelf = shelf;
        this.links = links;
        this.language = language;
        headline = new Headline(shelf.names(), language);
        words = new PromoWords(shelf.names(), language);
    }

    List<CalendarEvent> of(OpenFilter filter, WebRequest request) {
        return Stream.concat(open(filter, request).stream(), next(filter, request).stream())
                .toList();
    }

    private List<CalendarEvent> open(OpenFilter filter, WebRequest request) {
        List<PromoRow> promos = shelf.promos(filter.promos(Shelf.today(request), MOST), request.at());
        Map<UUID, List<PromoEvent>> lives = new PromoEvents(shelf.database())
                .of(promos.stream().map(PromoRow::id).toList());
        return promos.stream()
                .map(row -> open(row, lives.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private CalendarEvent open(PromoRow row, List<PromoEvent> life) {
        return new CalendarEvent(
                row.id() + HOUSE,
                time(row.promo().window(), LocalDate.ofInstant(row.publishedAt(), Zones.SAO_PAULO)),
                false,
                headline.of(row.promo()),
                String.join(
                        "\n",
                        Quoted.of(row.title()),
                        words.window(row.promo().window()),
                        row.url().toASCIIString()),
                links.promo(row.id()),
                life.size(),
                life.stream()
                        .map(PromoEvent::writtenAt)
                        .max(Comparator.naturalOrder())
                        .orElse(row.publishedAt()));
    }

    /**
     * From the day it begins to the day it ends. Where its first day is not told, from the day it was published; where its
     * last is not, that one day: the words beside say what is known.
     */
    static CalendarEvent.Time time(Window window, LocalDate published) {
        Moment end = window.end();
        Moment start = window.start() == null ? Moment.of(first(published, end)) : window.start();
        if (isWholeDay(start.time(), LocalTime.MIDNIGHT) && (end == null || isWholeDay(end.time(), LAST_MINUTE))) {
            LocalDate last = end == null ? start.date() : end.date();
            return new Days(start.date(), last.plusDays(1));
        }
        Instant from = start.date()
                .atTime(Objects.requireNonNullElse(start.time(), LocalTime.MIDNIGHT))
                .atZone(Zones.SAO_PAULO)
                .toInstant();
        Instant over = ScoreBasis.after(end);
        return new Hours(from, over != null && over.isAfter(from) ? over : null);
    }

    private static LocalDate first(LocalDate published, @Nullable Moment end) {
        return end != null && end.date().isBefore(published) ? end.date() : published;
    }

    private static boolean isWholeDay(@Nullable LocalTime time, LocalTime edge) {
        return time == null || time.equals(edge);
    }

    private List<CalendarEvent> next(OpenFilter filter, WebRequest request) {
        boolean isOfTransfers = filter.kind() == null || filter.kind().equals(PromoKind.TRANSFER_BONUS);
        return isOfTransfers
                ? ForecastPipeline.kept(shelf.forecasts(), filter.from() != null)
                        .map(kept -> next(kept.only(key -> isWanted(key, filter)), Shelf.today(request)))
                        .orElse(List.of())
                : List.of();
    }

    private static boolean isWanted(SeriesKey key, OpenFilter filter) {
        return (filter.programs().isEmpty() || filter.programs().contains(key.program()))
                && Objects.equals(filter.from(), key.origin());
    }

    private List<CalendarEvent> next(ToldForecast told, LocalDate today) {
        ForecastWords sentences = new ForecastWords(ForecastShown.on(today, told, null, true), shelf.names(), language);
        return told.series().stream()
                .filter(series -> series.grounds().readiness() != Readiness.NONE)
                .map(series -> next(series, told.origin(), sentences))
                .filter(Objects::nonNull)
                .filter(event -> ((Days) event.time()).after().isAfter(today))
                .toList();
    }

    private @Nullable CalendarEvent next(SeriesForecast series, LocalDate origin, ForecastWords sentences) {
        LikelyWindow window = series.chances().window();
        if (window == null) {
            return null;
        }
        String chance = ChanceWords.of(window.chance(series.chances().curve()));
        SeriesKey key = series.key();
        return new CalendarEvent(
                "forecast-" + (key.origin() == null ? "" : key.origin() + "-") + key.program() + HOUSE,
                new Days(origin.plusDays(window.first()), origin.plusDays(window.last() + 1L)),
                true,
                Text.of(CalendarEvents.class, "calendar.next", sentences.name(key), chance)
                        .in(language),
                sentences.sentence(series),
                links.forecast(),
                origin.toEpochDay(),
                origin.plusDays(1).atStartOfDay(Zones.SAO_PAULO).toInstant());
    }
}
