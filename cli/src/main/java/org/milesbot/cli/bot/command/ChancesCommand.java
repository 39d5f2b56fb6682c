package org.milesbot.cli.bot.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.notify.Button;
import org.milesbot.api.notify.Message;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.cli.chart.ChanceChart;
import org.milesbot.cli.output.ForecastDrawing;
import org.milesbot.cli.output.ForecastShown;
import org.milesbot.cli.output.ForecastWords;
import org.milesbot.cli.pipeline.ForecastPipeline;
import org.milesbot.cli.pipeline.ToldForecast;
import org.milesbot.forecast.model.Readiness;
import org.milesbot.forecast.model.SeriesForecast;
import org.milesbot.notify.message.Html;
import org.milesbot.notify.message.TimePhrases;

/** Tells when the next transfer bonuses are likely: of all programmes in short, or of one with its routes. */
final class ChancesCommand implements BotCommand {

    private static final int MOST = 12;
    private static final int MOST_BUTTONS = 6;
    private static final int IN_A_ROW = 3;
    private static final int LONGEST = 300;

    private final Workshop workshop;

    ChancesCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public String name() {
        return "forecast";
    }

    @Override
    public List<String> aliases() {
        return List.of("previsao");
    }

    @Override
    public String help(Locale language) {
        return Workshop.speech(language).plain("forecast.help");
    }

    @Override
    public String example() {
        return "smiles";
    }

    @Override
    public List<BotReply> answer(BotRequest request) {
        Set<String> named = workshop.programs().names(request.words(), "forecast");
        Optional<ToldForecast> kept = ForecastPipeline.kept(workshop.forecasts(), false);
        if (kept.isEmpty()) {
            return List.of(Workshop.speech(request).show("forecast.none"));
        }
        if (named.size() == 1) {
            return List.of(
                    BotReply.show(one(request, kept.get(), named.iterator().next())));
        }
        ToldForecast told = some(request, kept.get(), named);
        List<BotReply> replies = new ArrayList<>(List.of(BotReply.show(listed(request, told))));
        if (!request.isPressed()) {
            picture(request, told).ifPresent(replies::add);
        }
        return replies;
    }

    /** The same as bars; a message that changes in place has none. */
    private Optional<BotReply> picture(BotRequest request, ToldForecast told) {
        ForecastShown shown = shown(request, told);
        boolean isAny =
                told.series().stream().anyMatch(series -> series.grounds().readiness() != Readiness.NONE);
        return isAny
                ? Pictures.of(
                        () -> new ForecastDrawing(
                                        shown, workshop.names(), request.asker().language())
                                .chances(ChanceChart.FOR_A_PHONE),
                        Workshop.speech(request).message("forecast.caption"))
                : Optional.empty();
    }

    private ToldForecast some(BotRequest request, ToldForecast all, Set<String> named) {
        Set<String> followed = workshop.user(request).config().follows().programs().stream()
                .map(ProgramId::value)
                .collect(Collectors.toUnmodifiableSet());
        ToldForecast told = all.only(key ->
                (named.isEmpty() ? followed : named).contains(key.program().value()));
        return told.series().isEmpty() ? all : told;
    }

    private Message listed(BotRequest request, ToldForecast told) {
        Speech speech = Workshop.speech(request);
        ForecastShown shown = shown(request, told);
        ForecastWords words = words(request, shown);
        List<SeriesForecast> ready = shown.ordered().stream()
                .filter(series -> series.grounds().readiness() != Readiness.NONE)
                .limit(MOST)
                .toList();
        if (ready.isEmpty()) {
            return speech.message("forecast.none");
        }
        Html windows = Html.join(
                "\n",
                ready.stream()
                        .map(series -> new Html(speech.words(
                                "forecast.line",
                                words.name(series.key()),
                                words.window(series),
                                words.lastInShort(series))))
                        .toList());
        Html html = Html.join(
                "\n\n",
                List.of(
                        new Html(speech.words("forecast.heading")),
                        new ChanceTable(shown, request.asker().language())
                                .of(ready, series -> words.name(series.key())),
                        windows,
                        day(request, speech, told)));
        return new Message(html.value(), buttons(words, ready), false, null);
    }

    private static List<List<Button>> buttons(ForecastWords words, List<SeriesForecast> series) {
        List<Button> buttons = series.stream()
                .limit(MOST_BUTTONS)
                .map(one -> Button.telling(
                        words.name(one.key()), "forecast:" + one.key().program()))
                .toList();
        List<List<Button>> rows = new ArrayList<>();
        for (int i = 0; i < buttons.size(); i += IN_A_ROW) {
            rows.add(buttons.subList(i, Math.min(buttons.size(), i + IN_A_ROW)));
        }
        return rows;
    }

    private Message one(BotRequest request, ToldForecast all, String program) {
        Speech speech = Workshop.speech(request);
        ToldForecast told = all.only(key -> key.program().value().equals(program));
        Button back = speech.button("forecast", "forecast.button.all");
        if (told.series().isEmpty()) {
            return speech.message("forecast.unknown", workshop.names().of(program))
                    .withButtons(List.of(List.of(back)));
        }
        ForecastShown shown = shown(request, told);
        ForecastWords words = words(request, shown);
        SeriesForecast series = told.series().get(0);
        Html facts = Html.join(
                "\n",
                words.parts(series).stream()
                        .map(part -> new Html("• " + Html.escaped(part, LONGEST).value()))
                        .toList());
        Html html = Html.join(
                "\n\n",
                List.of(
                        new Html(speech.words("forecast.heading.one", words.name(series.key()))),
                        new ChanceTable(shown, request.asker().language())
                                .of(List.of(series), key -> words.name(key.key())),
                        Html.lines(facts, new Html(speech.words("forecast.window", words.window(series)))),
                        routes(request, speech, program),
                        day(request, speech, told)));
        List<Button> row = List.of(back, speech.button("history:" + program, "forecast.button.history"));
        return new Message(html.value(), List.of(row), false, null);
    }

    private Html routes(BotRequest request, Speech speech, String program) {
        Optional<ToldForecast> routes = ForecastPipeline.kept(workshop.forecasts(), true)
                .map(all -> all.only(key -> key.program().value().equals(program)));
        if (routes.isEmpty() || routes.get().series().isEmpty()) {
            return Html.NONE;
        }
        ForecastShown shown = shown(request, routes.get());
        Function<SeriesForecast, String> giver =
                series -> workshop.names().of(String.valueOf(series.key().origin()));
        return Html.lines(
                new Html(speech.words("forecast.routes")),
                new ChanceTable(shown, request.asker().language())
                        .of(shown.ordered().stream().limit(MOST).toList(), giver));
    }

    private static ForecastShown shown(BotRequest request, ToldForecast told) {
        return ForecastShown.on(Workshop.today(request), told, null, true);
    }

    private ForecastWords words(BotRequest request, ForecastShown shown) {
        return new ForecastWords(shown, workshop.names(), request.asker().language());
    }

    /** Says so if the forecast is not of last night. */
    private static Html day(BotRequest request, Speech speech, ToldForecast told) {
        LocalDate today = Workshop.today(request);
        return told.origin().isBefore(today.minusDays(1))
                ? new Html(speech.words(
                        "forecast.old", new TimePhrases(request.asker().language(), today).day(told.origin())))
                : Html.NONE;
    }
}
