package org.milesbot.cli.command;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.fare.FareQuestion;
import org.milesbot.cli.fare.Purse;
import org.milesbot.cli.fare.ask.FareAnswer.End;
import org.milesbot.cli.fare.ask.FareLookup;
import org.milesbot.cli.fare.ask.FareReport;
import org.milesbot.cli.output.Progress;
import org.milesbot.cli.people.FareForm;
import org.milesbot.cli.people.PurseForm;
import org.milesbot.store.fare.WantedQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks for seats that are paid with miles. */
@Command(name = "fares", synopsisSubcommandLabel = "[COMMAND]")
final class FaresCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "WORD", arity = "0..*", descriptionKey = "words")
    List<String> words = List.of();

    @Option(names = "--cabin", paramLabel = "CABIN")
    @Nullable
    String cabin;

    @Option(names = "--max", paramLabel = "N")
    @Nullable
    String max;

    @Option(names = "--passengers", paramLabel = "N")
    @Nullable
    String passengers;

    @Option(names = "--direct")
    boolean direct;

    @Option(names = "--holding", paramLabel = "PROGRAMA=N")
    @Nullable
    String holding;

    @Option(names = "--worth", paramLabel = "PROGRAMA=R$")
    @Nullable
    String worth;

    @Option(names = "--tiers", paramLabel = "PROGRAMA:CLUBE", split = ",")
    Set<String> tiers = Set.of();

    @Option(names = "--offline")
    boolean offline;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20")
    int limit;

    FaresCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (words.isEmpty()) {
            throw wrong("fares.which");
        }
        if (limit < 0) {
            throw wrong("fares.limit", String.valueOf(limit));
        }
        UserTyping typing = new UserTyping(session);
        FareForm form = new FareForm(typing.form(), session.surroundings().clock());
        FareQuestion question =
                form.question(String.join(" ", words), new FareForm.Options(cabin, max, passengers, direct));
        Purse purse = purse(typing);
        form.notes().forEach(session.console()::say);
        return session.wiring().fares(lookup -> answer(lookup, question, purse));
    }

    private Purse purse(UserTyping typing) {
        PurseForm form = new PurseForm(typing.form());
        Purse none = Purse.EMPTY;
        return new Purse(
                holding == null ? none.points() : form.points("--holding", holding),
                tiers,
                worth == null ? none.reais() : form.reais("--worth", worth),
                none.steps());
    }

    private int answer(FareLookup lookup, FareQuestion question, Purse purse) {
        FareReport report = offline ? FareReport.NONE : asked(lookup, question);
        FareFindings findings = new FareFindings(lookup, question, limit == 0 ? Integer.MAX_VALUE : limit);
        int shown = new FaresAnswer(session, findings).show(holding == null ? null : purse);
        if (report.problem() != null) {
            session.console().warn(report.problem());
        }
        if (shown == 0) {
            session.console().say(Text.of(FaresCommand.class, "fares.none"));
        }
        if (!offline && !lookup.canAsk()) {
            session.console().say(Text.of(FaresCommand.class, "fares.nobody"));
        }
        return exitCode(report.end(), shown);
    }

    private FareReport asked(FareLookup lookup, FareQuestion question) {
        List<WantedQuery> wanted = lookup.wanted(question);
        try (Progress progress = new Progress(session.console(), lookup.steps(wanted))) {
            return lookup.ask(wanted, progress::step);
        }
    }

    /** What is known is shown all the same; a rate that is used up is no failure. */
    private static int exitCode(End end, int shown) {
        return switch (end) {
            case READ, OUT_OF_TURNS -> ExitCode.OK;
            case BLOCKED, TIMED_OUT, FAILED, UNREADABLE -> shown == 0 ? ExitCode.EXTERNAL : ExitCode.PARTLY_FAILED;
        };
    }

    private static MilesbotException wrong(String key, Object... arguments) {
        return new MilesbotException(ErrorKind.USAGE, Text.of(FaresCommand.class, key, arguments));
    }
}
