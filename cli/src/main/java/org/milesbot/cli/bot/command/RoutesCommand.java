package org.milesbot.cli.bot.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.notify.Button;
import org.milesbot.api.notify.Message;
import org.milesbot.notify.message.Html;
import org.milesbot.store.user.UserRoute;

/** Lists the flights that somebody waits for, each with a button that takes it away. */
final class RoutesCommand implements BotCommand {

    private static final int BESIDE = 5;

    private final Workshop workshop;

    RoutesCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public String name() {
        return "routes";
    }

    @Override
    public List<String> aliases() {
        return List.of("rotas");
    }

    @Override
    public String help(Locale language) {
        return Workshop.speech(language).plain("routes.help");
    }

    @Override
    public List<BotReply> answer(BotRequest request) {
        return List.of(BotReply.show(list(workshop.profile(request).routes(), Workshop.speech(request))));
    }

    /** The list as a message. */
    static Message list(List<UserRoute> routes, Speech speech) {
        Button more = speech.button("addroute:", "routes.button.add");
        if (routes.isEmpty()) {
            return speech.message("routes.none").withButtons(List.of(List.of(more)));
        }
        RouteWords words = new RouteWords(speech);
        List<Html> lines = IntStream.range(0, routes.size())
                .mapToObj(i -> new Html(speech.words(
                        "routes.line", Integer.toString(i + 1), Html.escaped(words.of(routes.get(i)), 200))))
                .toList();
        List<Button> remove = IntStream.range(0, routes.size())
                .mapToObj(i -> speech.button(
                        DeleteRouteCommand.NAME + ":" + DeleteRouteCommand.ID
                                + routes.get(i).id(),
                        "routes.button.delete",
                        Integer.toString(i + 1)))
                .toList();
        Html text = Html.lines(new Html(speech.words("routes.heading", routes.size())), Html.join("\n", lines));
        return new Message(
                text.value(),
                Stream.concat(SettingPages.inRows(remove, BESIDE).stream(), Stream.of(List.of(more)))
                        .toList(),
                false,
                null);
    }
}
