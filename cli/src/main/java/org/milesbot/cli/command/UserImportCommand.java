package org.milesbot.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.config.Quoted;
import org.milesbot.cli.output.UserImportOutput;
import org.milesbot.cli.pipeline.UserImport;
import org.milesbot.cli.pipeline.UserImport.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings people in from a file. */
@Command(name = "import")
final class UserImportCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    private final Session session;

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    String file = STANDARD_INPUT;

    @Option(names = "--dry-run")
    boolean dryRun;

    UserImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Report report = file.equals(STANDARD_INPUT)
                ? imported(session.surroundings().in())
                : imported(session.resolve(Path.of(file)));
        new UserImportOutput(session.console(), session.json(), dryRun).print(report);
        return report.refused() == 0 ? ExitCode.OK : ExitCode.PARTLY_FAILED;
    }

    private Report imported(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return imported(in);
        } catch (IOException e) {
            String key = Files.exists(path) ? "users.file.unreadable" : "users.file.missing";
            throw new MilesbotException(
                    ErrorKind.CONFIGURATION, Text.of(UserImportCommand.class, key, Quoted.of(file)), e);
        }
    }

    private Report imported(InputStream in) {
        return new UserImport(
                        session.wiring().users(),
                        new UserTyping(session).form(),
                        session.surroundings().clock())
                .run(in, dryRun);
    }
}
