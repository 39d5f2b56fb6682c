package org.milesbot.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.cli.config.Quoted;
import org.milesbot.cli.output.Console;
import org.milesbot.cli.output.HistoryCsv;
import org.milesbot.cli.output.JsonLine;
import org.milesbot.store.forecast.PastCampaign;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the transfer bonuses that are kept as a history. */
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {

    private static final String STANDARD_OUTPUT = "-";

    private final Session session;

    @Parameters(paramLabel = "FILE", arity = "0..1", descriptionKey = "file")
    String file = STANDARD_OUTPUT;

    @Option(names = "--program", paramLabel = "ID", split = ",")
    List<String> programs = List.of();

    ExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        boolean isPrinted = file.equals(STANDARD_OUTPUT);
        if (isPrinted && session.json()) {
            throw new MilesbotException(ErrorKind.USAGE, Text.of(ExportCommand.class, "export.json"));
        }
        Set<ProgramId> wanted = programs.stream().map(ExportCommand::program).collect(Collectors.toUnmodifiableSet());
        List<PastCampaign> campaigns = session.wiring().pastCampaigns(wanted);
        if (isPrinted) {
            HistoryCsv.write(campaigns, session.console().out());
        } else {
            write(campaigns);
        }
        return ExitCode.OK;
    }

    private static ProgramId program(String id) {
        try {
            return new ProgramId(id);
        } catch (IllegalArgumentException e) {
            throw new MilesbotException(ErrorKind.USAGE, Text.of(ExportCommand.class, "promos.wrong.program", id), e);
        }
    }

    private void write(List<PastCampaign> campaigns) {
        Path path = session.resolve(Path.of(file)).toAbsolutePath();
        try {
            replace(path, campaigns);
        } catch (IOException e) {
            throw new MilesbotException(
                    ErrorKind.CONFIGURATION, Text.of(ExportCommand.class, "export.unwritable", Quoted.of(file)), e);
        }
        Console console = session.console();
        if (session.json()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("file", path.toString());
            fields.put("campaigns", campaigns.size());
            console.out().println(JsonLine.of(fields));
        }
        console.say(Text.of(ExportCommand.class, "export.sum", campaigns.size(), Quoted.of(file)));
    }

    /** The old file stays until the new one is whole. */
    private static void replace(Path path, List<PastCampaign> campaigns) throws IOException {
        Path part = path.resolveSibling(path.getFileName() + ".part");
        try {
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(part, StandardCharsets.UTF_8))) {
                HistoryCsv.write(campaigns, out);
                if (out.checkError()) {
                    throw new IOException("the disk took no more");
                }
            }
            Files.move(part, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
