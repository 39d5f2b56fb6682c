package org.milesbot.cli.command;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script that teaches a shell to complete milesbot's commands. */
@Command(name = "completion")
final class CompletionCommand implements Callable<Integer> {

    /** The shells that are taught. */
    enum Shell {
        BASH,
        ZSH
    }

    private final Session session;

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "bash|zsh")
    Shell shell;

    CompletionCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        String script = AutoComplete.bash("milesbot", root);
        if (shell == Shell.ZSH) {
            // zsh runs bash's completions once its own system and the bridge to bash's are up.
            script = "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n" + script;
        }
        session.console().out().print(script);
        return ExitCode.OK;
    }
}
