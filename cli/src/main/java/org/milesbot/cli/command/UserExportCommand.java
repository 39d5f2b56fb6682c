package org.milesbot.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.config.Quoted;
import org.milesbot.cli.output.Console;
import org.milesbot.cli.output.JsonLine;
import org.milesbot.cli.output.UserJson;
import org.milesbot.store.user.UserFilter;
import org.milesbot.store.user.Users;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes all people, so that they can be brought back. */
@Command(name = "export")
final class UserExportCommand implements Callable<Integer> {

    private static final String STANDARD_OUTPUT = "-";

    private final Session session;

    @Parameters(paramLabel = "FILE", arity = "0..1", descriptionKey = "file")
    String file = STANDARD_OUTPUT;

    UserExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Users users = session.wiring().users();
        Console console = session.console();
        if (file.equals(STANDARD_OUTPUT)) {
            write(users, console.out());
            return ExitCode.OK;
        }
        Path path = session.resolve(Path.of(file)).toAbsolutePath();
        int count = replace(path, users);
        if (session.json()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("file", path.toString());
            fields.put("users", count);
            console.out().println(JsonLine.of(fields));
        }
        console.say(Text.of(UserExportCommand.class, "users.exported", count, Quoted.of(file)));
        return ExitCode.OK;
    }

    private static int write(Users users, PrintWriter out) {
        int[] count = new int[1];
        users.forEach(UserFilter.MEMBERS, user -> {
            out.println(UserJson.line(user));
            count[0]++;
        });
        return count[0];
    }

    /** The old file stays until the new one is whole. */
    private int replace(Path path, Users users) {
        try (PrivatePart part = PrivatePart.of(path)) {
            int count = write(users, part.out());
            part.keep();
            return count;
        } catch (IOException e) {
            throw new MilesbotException(
                    ErrorKind.CONFIGURATION, Text.of(UserExportCommand.class, "export.unwritable", Quoted.of(file)), e);
        }
    }
}
