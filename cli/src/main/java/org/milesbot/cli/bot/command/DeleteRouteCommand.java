package org.milesbot.cli.bot.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.store.user.UserRoute;

/** Takes a route away, by its place in the list; asks first. A button knows its number, which stays when places change. */
final class DeleteRouteCommand implements BotCommand {

    static final String NAME = "delroute";

    /** Before the number of a route, as opposed to its place in the list. */
    static final String ID = "#";

    private final Workshop workshop;

    DeleteRouteCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> aliases() {
        return List.of("apagarrota");
    }

    @Override
    public String help(Locale language) {
        return Workshop.speech(language).plain("delroute.help");
    }

    @Override
    public String example() {
        return "3";
    }

    @Override
    public List<BotReply> answer(BotRequest request) {
        List<UserRoute> routes = workshop.profile(request).routes();
        Speech speech = Workshop.speech(request);
        String words = request.words().strip();
        if (words.isEmpty() || routes.isEmpty()) {
            return List.of(BotReply.show(RoutesCommand.list(routes, speech)));
        }
        Optional<UserRoute> route = words.startsWith(ID) ? numbered(routes, words) : placed(routes, words);
        if (route.isEmpty() && words.startsWith(ID)) {
            return List.of(BotReply.show(RoutesCommand.list(routes, speech)));
        }
        UserRoute meant =
                route.orElseThrow(() -> Workshop.wrong("delroute.wrong", Workshop.clipped(words), routes.size()));
        String said = new RouteWords(speech).of(meant);
        if (!request.isConfirmed()) {
            return List.of(new BotReply.Confirm(speech.message("delroute.ask", said), ID + meant.id()));
        }
        workshop.users().removeRoute(request.asker().userId(), meant.id());
        return List.of(
                speech.show("delroute.done", said),
                BotReply.say(RoutesCommand.list(workshop.profile(request).routes(), speech)));
    }

    private static Optional<UserRoute> numbered(List<UserRoute> routes, String words) {
        return routes.stream().filter(route -> words.equals(ID + route.id())).findFirst();
    }

    private static Optional<UserRoute> placed(List<UserRoute> routes, String words) {
        return words.matches("[0-9]{1,4}") && Integer.parseInt(words) >= 1 && Integer.parseInt(words) <= routes.size()
                ? Optional.of(routes.get(Integer.parseInt(words) - 1))
                : Optional.empty();
    }
}
