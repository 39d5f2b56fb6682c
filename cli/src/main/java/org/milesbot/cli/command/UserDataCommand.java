package org.milesbot.cli.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.config.Quoted;
import org.milesbot.cli.output.Console;
import org.milesbot.cli.privacy.Exported;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes all that is kept of somebody, for them to read. */
@Command(name = "data")
final class UserDataCommand implements Callable<Integer> {

    private static final String STANDARD_OUTPUT = "-";

    private final Session session;

    @Parameters(paramLabel = "TELEGRAM_ID", index = "0", descriptionKey = "id")
    String id = "";

    @Parameters(paramLabel = "FILE", index = "1", arity = "0..1", descriptionKey = "file")
    String file = STANDARD_OUTPUT;

    UserDataCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        long telegramId = new UserTyping(session).telegramId(id);
        Console console = session.console();
        Exported exported = file.equals(STANDARD_OUTPUT)
                ? write(telegramId, console.out())
                : replace(telegramId, session.resolve(Path.of(file)).toAbsolutePath());
        String number = Long.toString(telegramId);
        if (!exported.isAnything()) {
            console.say(Text.of(UserDataCommand.class, "users.data.none", number));
        }
        if (exported.missing().isEmpty()) {
            return ExitCode.OK;
        }
        console.warn(Text.of(UserDataCommand.class, "users.data.missing", String.join(", ", exported.missing())));
        return ExitCode.PARTLY_FAILED;
    }

    private Exported write(long telegramId, Writer out) {
        return session.wiring().privacy(privacy -> {
            try {
                return privacy.export(telegramId, out);
            } catch (IOException e) {
                throw unwritable(e);
            }
        });
    }

    /** The old file stays until the new one is whole. */
    private Exported replace(long telegramId, Path path) {
        try (PrivatePart part = PrivatePart.of(path)) {
            Exported exported = write(telegramId, part.out());
            part.keep();
            return exported;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private MilesbotException unwritable(IOException e) {
        return new MilesbotException(
                ErrorKind.CONFIGURATION, Text.of(UserDataCommand.class, "export.unwritable", Quoted.of(file)), e);
    }
}
