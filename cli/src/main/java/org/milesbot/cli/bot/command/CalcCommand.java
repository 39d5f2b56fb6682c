package org.milesbot.cli.bot.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.notify.Button;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.store.forecast.StoredForecast;
import org.milesbot.store.user.UserConfig.Follows;

/** Reckons what a transfer gives now, against waiting for the usual bonus; asks for what it was not told. */
final class CalcCommand implements BotCommand {

    private static final int MOST_CHOICES = 8;
    private static final int IN_A_ROW = 2;
    private static final int MOST_BYTES = 55;

    private final Workshop workshop;

    CalcCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public String name() {
        return "calc";
    }

    @Override
    public List<String> aliases() {
        return List.of("calcular");
    }

    @Override
    public String help(Locale language) {
        return Workshop.speech(language).plain("calc.help");
    }

    @Override
    public String example() {
        return "50000 livelo smiles";
    }

    @Override
    public List<BotReply> answer(BotRequest request) {
        Known known = known(request);
        String topic = request.topic();
        TransferQuestion before = topic == null
                ? TransferQuestion.EMPTY
                : TransferQuestion.read(topic, workshop.programs(), known.givers(), TransferQuestion.EMPTY);
        TransferQuestion question = TransferQuestion.read(request.words(), workshop.programs(), known.givers(), before);
        return List.of(question.isWhole() ? answered(request, known, question) : ask(request, known, question));
    }

    /**
     * What is known of who gives and who takes.
     *
     * @param follows what the person follows
     * @param foretold the series that are forecast
     */
    private record Known(Follows follows, List<StoredForecast> foretold) {

        Set<String> givers() {
            return Stream.concat(
                            follows.origins().stream(),
                            foretold.stream().map(one -> one.series().origin()).filter(Objects::nonNull))
                    .map(OriginId::value)
                    .collect(Collectors.toUnmodifiableSet());
        }

        /** What the person follows first, then those with most campaigns of all that go with the other end. */
        List<String> choices(Stream<String> followed, Function<StoredForecast, String> end, String other) {
            Set<String> choices = new LinkedHashSet<>(followed.sorted().toList());
            foretold.stream()
                    .filter(one -> one.series().origin() != null)
                    .sorted((one, two) ->
                            Integer.compare(two.basis().campaigns(), one.basis().campaigns()))
                    .map(end)
                    .forEach(choices::add);
            return choices.stream()
                    .filter(choice -> !choice.equals(other) && !choice.equals(OriginId.EVERY_BANK.value()))
                    .limit(MOST_CHOICES)
                    .toList();
        }
    }

    private Known known(BotRequest request) {
        return new Known(
                workshop.user(request).config().follows(), workshop.forecasts().latest(List.of(), null));
    }

    private BotReply ask(BotRequest request, Known known, TransferQuestion question) {
        Speech speech = Workshop.speech(request);
        String key;
        List<Button> buttons;
        if (question.origin() == null) {
            key = "calc.ask.origin";
            buttons = named(
                    known.choices(
                            known.follows().origins().stream().map(OriginId::value),
                            one -> String.valueOf(one.series().origin()),
                            String.valueOf(question.program())),
                    question::withOrigin);
        } else if (question.program() == null) {
            key = "calc.ask.program";
            buttons = named(
                    known.choices(
                            known.follows().programs().stream().map(ProgramId::value),
                            one -> one.series().program().value(),
                            question.origin()),
                    question::withProgram);
        } else {
            key = "calc.ask.points";
            buttons = LongStream.of(10_000, 20_000, 50_000, 100_000)
                    .mapToObj(points -> button(speech.phrases().whole(points), question.withPoints(points)))
                    .toList();
        }
        return new BotReply.Ask(speech.message(key).withButtons(rows(buttons)), question.words());
    }

    private List<Button> named(List<String> slugs, Function<String, TransferQuestion> then) {
        return slugs.stream()
                .filter(slug -> then.apply(slug).words().length() <= MOST_BYTES)
                .map(slug -> button(workshop.names().of(slug), then.apply(slug)))
                .toList();
    }

    private static Button button(String label, TransferQuestion question) {
        return Button.telling(label, "calc:" + question.words());
    }

    private static List<List<Button>> rows(List<Button> buttons) {
        List<List<Button>> rows = new ArrayList<>();
        for (int i = 0; i < buttons.size(); i += IN_A_ROW) {
            rows.add(buttons.subList(i, Math.min(buttons.size(), i + IN_A_ROW)));
        }
        return rows;
    }

    private BotReply answered(BotRequest request, Known known, TransferQuestion question) {
        return BotReply.show(new CalcTelling(workshop, request).of(question, known.follows(), known.foretold()));
    }
}
