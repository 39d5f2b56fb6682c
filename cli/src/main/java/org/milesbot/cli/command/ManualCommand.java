package org.milesbot.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the page of the manual. */
@Command(name = "man")
final class ManualCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    CommandSpec spec;

    ManualCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.console()
                .out()
                .print(new ManualPage(session.console().locale()).of(spec.root().commandLine()));
        return ExitCode.OK;
    }
}
