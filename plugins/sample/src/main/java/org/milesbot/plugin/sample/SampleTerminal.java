package org.milesbot.plugin.sample;

import java.util.List;
import java.util.Locale;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.terminal.TerminalCommand;
import org.milesbot.api.terminal.TerminalRequest;

/** What the plug-in can be asked for on the command line: {@code milesbot sample remind}, {@code milesbot sample seen}. */
final class SampleTerminal {

    private SampleTerminal() {}

    static List<TerminalCommand> of(SampleTables tables) {
        return List.of(new Remind(tables), new Seen(tables));
    }

    private record Remind(SampleTables tables) implements TerminalCommand {

        @Override
        public String name() {
            return "remind";
        }

        @Override
        public String help(Locale language) {
            return Text.of(SampleTerminal.class, "terminal.remind").in(language);
        }

        @Override
        public String example() {
            return "123456789 2026-12-01 comprar milhas";
        }

        @Override
        public void run(TerminalRequest request) throws Exception {
            List<String> words = request.words();
            if (words.isEmpty() || !words.get(0).matches("-?[0-9]{1,18}")) {
                throw new MilesbotException(ErrorKind.USAGE, Text.of(SampleTerminal.class, "terminal.chat", example()));
            }
            SampleReminder reminder = SampleReminder.of(String.join(" ", words.subList(1, words.size())));
            tables.remember(Long.parseLong(words.get(0)), reminder);
            if (!request.isJson()) {
                request.out()
                        .println(Text.of(
                                        SampleTerminal.class,
                                        "remind.kept",
                                        reminder.day().toString())
                                .in(request.language()));
            }
        }
    }

    /** Counts of campaigns, for machines one object a line. */
    private record Seen(SampleTables tables) implements TerminalCommand {

        @Override
        public String name() {
            return "seen";
        }

        @Override
        public String help(Locale language) {
            return Text.of(SampleTerminal.class, "terminal.seen").in(language);
        }

        @Override
        public void run(TerminalRequest request) throws Exception {
            tables.seen()
                    .forEach((program, count) -> request.out()
                            .println(
                                    request.isJson()
                                            ? "{\"program\":\"" + program + "\",\"campaigns\":" + count + "}"
                                            : program + "\t" + count));
        }
    }
}
