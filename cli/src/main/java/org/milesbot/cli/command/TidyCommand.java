package org.milesbot.cli.command;

import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.milesbot.api.Text;
import org.milesbot.cli.output.Console;
import org.milesbot.cli.output.JsonLine;
import org.milesbot.cli.pipeline.TidyPipeline.Tidied;
import picocli.CommandLine.Command;

/** Lets go of what is of no more use. */
@Command(name = "tidy")
final class TidyCommand implements Callable<Integer> {

    private final Session session;

    TidyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Console console = session.console();
        Optional<Tidied> tidied =
                session.wiring().databaseCare().tidy(session.settings().keeping());
        console.say(tidied.map(TidyCommand::sum).orElse(Text.of(TidyCommand.class, "tidy.busy")));
        if (session.json() && tidied.isPresent()) {
            console.out().println(JsonLine.of(new TreeMap<>(tidied.get().counts())));
        }
        return ExitCode.OK;
    }

    private static Text sum(Tidied tidied) {
        return Text.of(
                TidyCommand.class,
                "tidy.sum",
                tidied.captures().answers(),
                tidied.captures().bodies(),
                tidied.runs());
    }
}
