package org.milesbot.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.output.Console;
import org.milesbot.cli.output.JsonLine;
import org.milesbot.cli.output.UserJson;
import org.milesbot.cli.output.UserTable;
import org.milesbot.cli.privacy.Erased;
import org.milesbot.store.user.Profile;
import org.milesbot.store.user.Role;
import org.milesbot.store.user.Since.Disabled;
import org.milesbot.store.user.User;
import org.milesbot.store.user.UserFilter;
import org.milesbot.store.user.Users;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks after who is told of promos. */
@Command(name = "users", synopsisSubcommandLabel = "COMMAND")
final class UsersCommand implements Runnable {

    private static final String BY_OPERATOR = "disabled by the operator";

    private final Session session;

    @Spec
    CommandSpec spec;

    private UsersCommand(Session session) {
        this.session = session;
    }

    /** The command with all that belongs to it. */
    static CommandLine line(Session session) {
        CommandLine line = new CommandLine(new UsersCommand(session));
        line.addSubcommand("route", new UserRouteCommand(session));
        line.addSubcommand("data", new UserDataCommand(session));
        line.addSubcommand("export", new UserExportCommand(session));
        line.addSubcommand("import", new UserImportCommand(session));
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                Text.of(UsersCommand.class, "users.which").in(session.console().locale()));
    }

    private Users users() {
        return session.wiring().users();
    }

    @Command(name = "list")
    int list(
            @Option(names = "--disabled") boolean disabled,
            @Option(names = "--program", paramLabel = "ID") @Nullable String program,
            @Option(names = "--limit", paramLabel = "N", defaultValue = "50") int limit) {
        if (limit < 0) {
            throw new MilesbotException(
                    ErrorKind.USAGE, Text.of(UsersCommand.class, "promos.wrong.limit", Integer.toString(limit)));
        }
        UserFilter filter = new UserFilter(
                Role.MEMBER,
                disabled ? Boolean.TRUE : null,
                program == null ? null : new UserTyping(session).program("--program", program));
        Console console = session.console();
        if (session.json()) {
            each(filter, limit, user -> console.out().println(UserJson.line(user)));
            return ExitCode.OK;
        }
        UserTable table = new UserTable(console);
        if (each(filter, limit, table::add) == 0) {
            console.say(Text.of(UsersCommand.class, "users.none"));
        } else {
            table.print();
        }
        return ExitCode.OK;
    }

    /** Hands over so many at most, or all for 0, and says if there are more. */
    private int each(UserFilter filter, int limit, Consumer<User> consumer) {
        if (limit == 0) {
            int[] count = new int[1];
            users().forEach(filter, user -> {
                count[0]++;
                consumer.accept(user);
            });
            return count[0];
        }
        List<User> found = users().list(filter, 0, limit == Integer.MAX_VALUE ? limit : limit + 1);
        found.stream().limit(limit).forEach(consumer);
        if (found.size() > limit) {
            session.console().say(Text.of(UsersCommand.class, "users.more", limit));
        }
        return found.size();
    }

    @Command(name = "add")
    int add(
            @Parameters(paramLabel = "TELEGRAM_ID", index = "0", descriptionKey = "id") String id,
            @Parameters(paramLabel = "KEY=VALUE", index = "1..*", arity = "0..*", descriptionKey = "settings") @Nullable
                    List<String> settings,
            @Option(names = "--name", paramLabel = "NAME") @Nullable String name) {
        UserTyping typing = new UserTyping(session);
        long telegramId = typing.telegramId(id);
        Profile fresh =
                Profile.of(telegramId, "", session.surroundings().clock().instant());
        Profile profile = typing.changed(name == null ? fresh : typing.named(fresh, name), orNone(settings));
        User user = users().add(profile).orElseThrow(() -> wrong("users.known", Long.toString(telegramId)));
        tell(user, "users.added");
        typing.sayNotes();
        return ExitCode.OK;
    }

    @Command(name = "show")
    int show(@Parameters(paramLabel = "TELEGRAM_ID", descriptionKey = "id") String id) {
        long telegramId = new UserTyping(session).telegramId(id);
        User user = users().findByTelegram(telegramId).orElseThrow(() -> unknown(telegramId));
        if (session.json()) {
            session.console().out().println(UserJson.line(user));
        } else {
            new UserTable(session.console()).printWhole(user);
        }
        return ExitCode.OK;
    }

    @Command(name = "set")
    int set(
            @Parameters(paramLabel = "TELEGRAM_ID", index = "0", descriptionKey = "id") String id,
            @Parameters(paramLabel = "KEY=VALUE", index = "1..*", arity = "1..*", descriptionKey = "settings")
                    List<String> settings) {
        UserTyping typing = new UserTyping(session);
        change(typing.telegramId(id), profile -> typing.changed(profile, settings), "users.changed");
        typing.sayNotes();
        return ExitCode.OK;
    }

    @Command(name = "enable")
    int enable(@Parameters(paramLabel = "TELEGRAM_ID", descriptionKey = "id") String id) {
        change(
                new UserTyping(session).telegramId(id),
                profile -> profile.withSince(profile.since().withDisabled(null)),
                "users.enabled");
        return ExitCode.OK;
    }

    @Command(name = "disable")
    int disable(
            @Parameters(paramLabel = "TELEGRAM_ID", descriptionKey = "id") String id,
            @Option(names = "--why", paramLabel = "TEXT") @Nullable String why) {
        Disabled disabled = new Disabled(session.surroundings().clock().instant(), why == null ? BY_OPERATOR : why);
        change(
                new UserTyping(session).telegramId(id),
                profile -> profile.since().disabled() == null
                        ? profile.withSince(profile.since().withDisabled(disabled))
                        : profile,
                "users.disabled");
        return ExitCode.OK;
    }

    private void change(long telegramId, UnaryOperator<Profile> change, String sentence) {
        tell(users().change(telegramId, change).orElseThrow(() -> unknown(telegramId)), sentence);
    }

    @Command(name = "remove")
    int remove(
            @Parameters(paramLabel = "TELEGRAM_ID", descriptionKey = "id") String id,
            @Option(names = "--yes") boolean yes) {
        long telegramId = new UserTyping(session).telegramId(id);
        // Whoever is half forgotten is unknown by now.
        String name = users().findByTelegram(telegramId).map(UsersCommand::name).orElse(Long.toString(telegramId));
        if (!yes && !new Confirmation(session).given(Text.of(UsersCommand.class, "users.remove", name))) {
            session.console().say(Text.of(UsersCommand.class, "users.kept", name));
            return ExitCode.OK;
        }
        Erased erased = session.wiring().privacy(privacy -> privacy.erase(telegramId));
        if (!erased.wasAnything() && erased.isWhole()) {
            throw unknown(telegramId);
        }
        return tell(telegramId, erased);
    }

    private int tell(long telegramId, Erased erased) {
        if (session.json()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("telegram_id", telegramId);
            fields.put("removed", erased.isWhole());
            fields.put("failed_plugins", erased.failed());
            session.console().out().println(JsonLine.of(fields));
        }
        String number = Long.toString(telegramId);
        if (erased.isWhole()) {
            session.console().say(Text.of(UsersCommand.class, "users.removed", number));
            return ExitCode.OK;
        }
        session.console()
                .warn(Text.of(UsersCommand.class, "users.removed.partly", number, String.join(", ", erased.failed())));
        return ExitCode.PARTLY_FAILED;
    }

    private static String name(User user) {
        return user.name().isEmpty() ? Long.toString(user.telegramId()) : user.name() + " (" + user.telegramId() + ")";
    }

    private void tell(User user, String sentence) {
        if (session.json()) {
            session.console().out().println(UserJson.line(user));
        }
        session.console().say(Text.of(UsersCommand.class, sentence, name(user)));
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    static MilesbotException unknown(long telegramId) {
        return wrong("users.unknown", Long.toString(telegramId));
    }

    private static MilesbotException wrong(String key, String number) {
        return new MilesbotException(ErrorKind.USAGE, Text.of(UsersCommand.class, key, number));
    }
}
