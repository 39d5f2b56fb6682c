package org.milesbot.cli.bot.command;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.milesbot.api.Zones;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.notify.Button;
import org.milesbot.api.notify.Message;
import org.milesbot.api.promo.Cabin;
import org.milesbot.cli.bot.command.RouteDraft.Step;
import org.milesbot.cli.people.RouteForm;
import org.milesbot.cli.people.RouteForm.Written;
import org.milesbot.notify.message.Html;
import org.milesbot.store.bot.Conversations;
import org.milesbot.store.bot.Conversations.Open;
import org.milesbot.store.user.Profile;
import org.milesbot.store.user.UserRoute;

/**
 * Takes a flight that somebody waits for: in one line, or asking for what is missing step by step. What has been said so far is
 * the topic of the open question; a button says only what is chosen.
 */
final class AddRouteCommand implements BotCommand {

    static final int MOST_ROUTES = 50;

    private static final String NAME = "addroute";
    private static final String ANY = "-";
    private static final int MONTHS_AHEAD = 9;

    private final Workshop workshop;

    AddRouteCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> aliases() {
        return List.of("novarota");
    }

    @Override
    public String help(Locale language) {
        return Workshop.speech(language).plain("addroute.help");
    }

    @Override
    public String example() {
        return "GRU LIS 2027-03 executiva ate 90k";
    }

    @Override
    public List<BotReply> answer(BotRequest request) {
        if (request.isPressed()) {
            return List.of(pressed(request));
        }
        String topic = request.topic();
        RouteDraft before = topic == null ? RouteDraft.empty() : RouteDraft.read(topic);
        Written written = form().sorted(request.words());
        if (topic == null) {
            RouteDraft draft = RouteDraft.of(written);
            // Whoever writes both ends in one line has said all that matters to them.
            return List.of(
                    written.from() != null && written.to() != null ? added(request, draft) : asked(request, draft));
        }
        return List.of(next(request, before.with(before.next().orElse(Step.FROM), written)));
    }

    private RouteForm form() {
        return new RouteForm(workshop.settings(), workshop.clock());
    }

    private BotReply pressed(BotRequest request) {
        List<String> words = request.split();
        Optional<Step> step = words.size() < 2 ? Optional.empty() : Step.named(words.get(0));
        Optional<RouteDraft> open = new Conversations(workshop.database())
                .open(request.asker().chatId(), request.at())
                .filter(question -> question.command().equals(NAME))
                .map(Open::topic)
                .map(RouteDraft::read);
        if (step.isEmpty() || open.isEmpty()) {
            return asked(request, RouteDraft.empty());
        }
        String chosen = words.get(1);
        if (chosen.equals(ANY)) {
            return next(request, step.get().isOptional() ? open.get().with(step.get(), "") : open.get());
        }
        return next(request, open.get().with(step.get(), form().sorted(chosen)));
    }

    private BotReply next(BotRequest request, RouteDraft draft) {
        return draft.next().isPresent() ? asked(request, draft) : added(request, draft);
    }

    private BotReply asked(BotRequest request, RouteDraft draft) {
        form().check("", draft.written());
        if (draft.topic().length() > BotReply.Ask.LONGEST_TOPIC) {
            throw Workshop.wrong("addroute.many_places");
        }
        Step step = draft.next().orElse(Step.FROM);
        Speech speech = Workshop.speech(request);
        String said = said(draft, speech);
        Html text = Html.lines(
                new Html(said.isEmpty() ? "" : speech.words("addroute.so_far", said)),
                new Html(speech.words("addroute.ask." + step.slug())));
        List<List<Button>> rows = new ArrayList<>(SettingPages.inRows(buttons(step, request), 3));
        if (step.isOptional()) {
            rows.add(List.of(speech.button(NAME + ":" + step.slug() + " " + ANY, "addroute.button.any")));
        }
        return new BotReply.Ask(new Message(text.value(), rows, false, null), draft.topic());
    }

    private static String said(RouteDraft draft, Speech speech) {
        String from = draft.said(Step.FROM);
        String to = draft.said(Step.TO);
        return from == null && to == null
                ? ""
                : speech.plain("route.ends", from == null ? "…" : from, to == null ? "…" : to);
    }

    private List<Button> buttons(Step step, BotRequest request) {
        Speech speech = Workshop.speech(request);
        RouteWords words = new RouteWords(speech);
        String data = NAME + ":" + step.slug() + " ";
        return switch (step) {
            case FROM -> places("route.from", known(request, UserRoute::origins), data);
            case TO -> places("route.to", known(request, UserRoute::dests), data);
            case WHEN -> {
                YearMonth now = YearMonth.from(LocalDate.ofInstant(request.at(), Zones.SAO_PAULO));
                yield IntStream.range(0, MONTHS_AHEAD)
                        .mapToObj(now::plusMonths)
                        .map(month -> Button.telling(words.month(month), data + month))
                        .toList();
            }
            case CABIN ->
                SettingChoices.usual("route.cabin").stream()
                        .map(cabin -> Button.telling(words.cabin(new Cabin(cabin)), data + cabin))
                        .toList();
            case MILES ->
                SettingChoices.usual("route.miles").stream()
                        .map(miles -> Button.telling(words.miles(Long.parseLong(miles)), data + miles))
                        .toList();
        };
    }

    /** The ends of their own routes. */
    private Stream<String> known(BotRequest request, Function<UserRoute, Set<String>> end) {
        return workshop.profile(request).routes().stream()
                .map(end)
                .map(RouteForm::shown)
                .filter(codes -> codes.matches("[A-Z,]{3,15}"));
    }

    private static List<Button> places(String usual, Stream<String> own, String data) {
        return Stream.concat(own.limit(3), SettingChoices.usual(usual).stream())
                .distinct()
                .limit(12)
                .map(code -> Button.telling(code, data + code))
                .toList();
    }

    private BotReply added(BotRequest request, RouteDraft draft) {
        UserRoute route = form().route("", draft.written());
        Speech speech = Workshop.speech(request);
        List<UserRoute> before = workshop.profile(request).routes();
        boolean isNew = before.stream().noneMatch(route::isSameAs);
        if (isNew && before.size() >= MOST_ROUTES) {
            throw Workshop.wrong("addroute.many", MOST_ROUTES);
        }
        Profile after =
                isNew ? workshop.change(request, profile -> profile.withRoute(route)) : workshop.profile(request);
        String words = new RouteWords(speech).of(route);
        List<List<Button>> rows = List.of(List.of(
                speech.button(NAME + ":", "addroute.button.another"),
                speech.button("routes:", "addroute.button.all", after.routes().size())));
        return BotReply.show(speech.message(isNew ? "addroute.done" : "addroute.known", words)
                .withButtons(rows));
    }
}
