package org.milesbot.cli.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.config.Quoted;
import org.milesbot.cli.output.UserJson;
import org.milesbot.cli.people.RouteForm;
import org.milesbot.cli.people.RouteForm.Written;
import org.milesbot.store.user.User;
import org.milesbot.store.user.UserRoute;
import org.milesbot.store.user.Users;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks after the flights that people wait for. */
@Command(name = "route", synopsisSubcommandLabel = "COMMAND")
final class UserRouteCommand implements Runnable {

    private static final int MOST_ROUTES = 100;

    private final Session session;

    @Spec
    CommandSpec spec;

    UserRouteCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                Text.of(UserRouteCommand.class, "users.route.which")
                        .in(session.console().locale()));
    }

    private Users users() {
        return session.wiring().users();
    }

    @Command(name = "add")
    int add(
            @Parameters(paramLabel = "TELEGRAM_ID", index = "0", descriptionKey = "id") String id,
            @Parameters(paramLabel = "WORD", index = "1..*", arity = "0..*", descriptionKey = "words") @Nullable
                    List<String> words,
            @Option(names = "--from", paramLabel = "IATA") @Nullable String from,
            @Option(names = "--to", paramLabel = "IATA") @Nullable String to,
            @Option(names = "--cabin", paramLabel = "CABIN") @Nullable String cabin,
            @Option(names = "--max-miles", paramLabel = "N") @Nullable String miles,
            @Option(names = "--months", paramLabel = "AAAA-MM..AAAA-MM") @Nullable String months) {
        UserTyping typing = new UserTyping(session);
        long telegramId = typing.telegramId(id);
        RouteForm form = typing.routes();
        Written loose = form.sorted(
                words == null
                        ? List.of()
                        : words.stream()
                                .flatMap(each -> List.of(each.split("\\s+")).stream())
                                .toList());
        UserRoute route = form.route(
                "--",
                new Written(
                        from == null ? loose.from() : from,
                        to == null ? loose.to() : to,
                        cabin == null ? loose.cabin() : cabin,
                        miles == null ? loose.miles() : miles,
                        months == null ? loose.months() : months));
        User user = users().change(telegramId, profile -> {
                    if (profile.routes().size() >= MOST_ROUTES) {
                        throw new MilesbotException(
                                ErrorKind.USAGE, Text.of(UserRouteCommand.class, "users.route.many", MOST_ROUTES));
                    }
                    return profile.withRoute(route);
                })
                .orElseThrow(() -> UsersCommand.unknown(telegramId));
        long number = user.routes().stream()
                .filter(route::isSameAs)
                .mapToLong(UserRoute::id)
                .findFirst()
                .orElseThrow();
        tell(user, "users.route.added", Long.toString(number), RouteForm.shown(route));
        typing.sayNotes();
        return ExitCode.OK;
    }

    @Command(name = "remove")
    int remove(
            @Parameters(paramLabel = "TELEGRAM_ID", index = "0", descriptionKey = "id") String id,
            @Parameters(paramLabel = "NUMBER", index = "1", descriptionKey = "number") String number) {
        long telegramId = new UserTyping(session).telegramId(id);
        User before = users().findByTelegram(telegramId).orElseThrow(() -> UsersCommand.unknown(telegramId));
        UserRoute route = before.routes().stream()
                .filter(each -> Long.toString(each.id()).equals(number))
                .findFirst()
                .orElseThrow(() -> noSuchRoute(number, before));
        users().removeRoute(before.id(), route.id());
        User after = users().findByTelegram(telegramId).orElse(before);
        tell(after, "users.route.removed", number, RouteForm.shown(route));
        return ExitCode.OK;
    }

    private static MilesbotException noSuchRoute(String number, User user) {
        List<String> known =
                user.routes().stream().map(route -> Long.toString(route.id())).toList();
        String key = known.isEmpty() ? "users.route.none" : "users.route.unknown";
        return new MilesbotException(
                ErrorKind.USAGE, Text.of(UserRouteCommand.class, key, Quoted.of(number), String.join(", ", known)));
    }

    private void tell(User user, String sentence, String number, String words) {
        if (session.json()) {
            session.console().out().println(UserJson.line(user));
        }
        session.console().say(Text.of(UserRouteCommand.class, sentence, number, words));
    }
}
