package org.milesbot.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.config.Quoted;
import org.milesbot.cli.fare.ask.FareLookup;
import org.milesbot.cli.fare.ask.FareReport;
import org.milesbot.cli.output.FareJson;
import org.milesbot.cli.output.ShownFare;
import org.milesbot.scrapers.fare.SavedFares;
import org.milesbot.scrapers.fare.SavedFares.Found;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings in fares from what somebody saved of searches of their own. */
@Command(name = "import")
final class FaresImportCommand implements Callable<Integer> {

    private static final int MOST_TOLD = 10;

    private final Session session;

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "file")
    List<Path> files = List.of();

    @Option(names = "--dry-run")
    boolean dryRun;

    FaresImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.wiring().fares(this::imported);
    }

    private int imported(FareLookup lookup) {
        SavedFares saved = new SavedFares(lookup.readers());
        List<MilesbotException> refused = new ArrayList<>();
        int unread = 0;
        for (Path file : files) {
            try {
                Found found = read(saved, session.resolve(file));
                unread += found.unreadable().size();
                tell(file, found, dryRun ? FareReport.NONE : lookup.keep(found.fares()));
            } catch (MilesbotException e) {
                refused.add(e);
                session.console().complain(e.text());
            }
        }
        if (refused.size() == files.size()) {
            return ExitCode.of(refused.get(0).kind());
        }
        return refused.isEmpty() && unread == 0 ? ExitCode.OK : ExitCode.PARTLY_FAILED;
    }

    private static Found read(SavedFares saved, Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.size(file) > SavedFares.MOST_BYTES) {
                throw wrong("fares.file.large", file, null);
            }
            Instant savedAt = Files.getLastModifiedTime(file).toInstant();
            return saved.read(name, Files.readAllBytes(file), savedAt);
        } catch (IOException e) {
            throw wrong(Files.exists(file) ? "fares.file.unreadable" : "fares.file.missing", file, e);
        }
    }

    private void tell(Path file, Found found, FareReport report) {
        if (session.json()) {
            FareJson json = new FareJson(ShownFare::of);
            found.all().forEach(fare -> session.console().out().println(json.line(fare)));
        }
        found.unreadable().stream().limit(MOST_TOLD).forEach(session.console()::warn);
        session.console()
                .say(Text.of(
                        FaresImportCommand.class,
                        dryRun ? "fares.would_import" : "fares.imported",
                        Quoted.of(file.toString()),
                        found.all().size(),
                        report.news(),
                        found.unreadable().size(),
                        found.unknown()));
    }

    private static MilesbotException wrong(String key, Path file, @Nullable IOException cause) {
        return new MilesbotException(
                ErrorKind.CONFIGURATION,
                Text.of(FaresImportCommand.class, key, Quoted.of(file.toString()), SavedFares.MOST_BYTES >> 20),
                cause);
    }
}
