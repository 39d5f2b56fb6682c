package org.milesbot.cli.command;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.milesbot.cli.history.HistoryFile;
import org.milesbot.cli.output.ImportOutput;
import org.milesbot.cli.wiring.Imported;
import org.milesbot.cli.wiring.Wiring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps the campaigns of a history. */
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    private final Session session;

    @Parameters(paramLabel = "FILE", arity = "0..1", descriptionKey = "file")
    @Nullable
    String file;

    @Option(names = "--dry-run")
    boolean dryRun;

    ImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        HistoryFile history = history().knownOn(session.today());
        Wiring wiring = session.wiring();
        Imported imported = dryRun ? wiring.tryImport(history) : wiring.importHistory(history);
        new ImportOutput(session.console(), session.json(), dryRun).print(imported.report(), imported.settled());
        return history.refusals().isEmpty() ? ExitCode.OK : ExitCode.PARTLY_FAILED;
    }

    /** Read before the database is started: a name typed wrong should not cost a second. */
    private HistoryFile history() {
        Set<String> known = session.wiring().names().slugs();
        if (file == null) {
            return HistoryFile.shipped(known);
        }
        return file.equals(STANDARD_INPUT)
                ? HistoryFile.of(session.surroundings().in(), known)
                : HistoryFile.open(file, session.resolve(Path.of(file)), known);
    }
}
