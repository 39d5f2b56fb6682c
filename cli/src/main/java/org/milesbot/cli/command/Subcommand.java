package org.milesbot.cli.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.milesbot.api.Slugs;
import picocli.CommandLine;

/**
 * A subcommand: the word that calls it and how it is built. Only the one that was called is built, because building all
 * costs more than most of them do.
 */
record Subcommand(String word, Function<Session, Object> command) {

    /** They print what they print for all commands. */
    private static final List<String> NEED_THE_WHOLE_MODEL = List.of("completion", "man");

    private static final List<Subcommand> ALL = List.of(
            new Subcommand("demo", DemoCommand::new),
            new Subcommand("scrape", ScrapeCommand::new),
            new Subcommand("dedupe", DedupeCommand::new),
            new Subcommand("reparse", ReparseCommand::new),
            new Subcommand("promos", PromosCommand::new),
            new Subcommand(
                    "fares",
                    session -> new CommandLine(new FaresCommand(session))
                            .addSubcommand("import", new FaresImportCommand(session))),
            new Subcommand("forecast", ForecastCommand::new),
            new Subcommand(
                    "notify",
                    session -> new CommandLine(new NotifyCommand(session))
                            .addSubcommand("dead", new DeadLettersCommand(session))),
            new Subcommand(
                    "bot",
                    session -> new CommandLine(new BotRunCommand(session))
                            .addSubcommand("eval", new BotEvalCommand(session))),
            new Subcommand("serve", ServeCommand::new),
            new Subcommand("run", RunCommand::new),
            new Subcommand("import", ImportCommand::new),
            new Subcommand("export", ExportCommand::new),
            new Subcommand("users", UsersCommand::line),
            new Subcommand("extract", ExtractCommand::new),
            new Subcommand("explain", ExplainCommand::new),
            new Subcommand("sources", SourcesCommand::new),
            new Subcommand("plugins", PluginsCommand::line),
            new Subcommand("tidy", TidyCommand::new),
            new Subcommand("db", DatabaseCommand::new),
            new Subcommand("config", ConfigCommand::new),
            new Subcommand("doctor", DoctorCommand::new),
            new Subcommand("completion", CompletionCommand::new),
            new Subcommand("man", ManualCommand::new));

    /**
     * The subcommand that the arguments call: one of milesbot's own by its word, else perhaps a plug-in by its id, which is
     * looked for only when it runs. All if they call none, so that help can list and errors suggest.
     */
    static List<Subcommand> calledBy(List<String> arguments) {
        String first = FirstWord.of(arguments).orElse("");
        Optional<Subcommand> own =
                ALL.stream().filter(each -> each.word.equals(first)).findFirst();
        if (own.isEmpty() && Slugs.isSlug(first)) {
            return List.of(new Subcommand(first, session -> PluginWord.line(first, session)));
        }
        // By the word, since a record compares itself by code that is made when it first does, which takes longer than
        // all else
        // here.
        return own.filter(called -> !NEED_THE_WHOLE_MODEL.contains(called.word))
                .map(List::of)
                .orElse(ALL);
    }

    /** The words of all subcommands. */
    static List<String> words() {
        return ALL.stream().map(Subcommand::word).toList();
    }

    void addTo(CommandLine line, Session session) {
        line.addSubcommand(word, command.apply(session));
    }
}
