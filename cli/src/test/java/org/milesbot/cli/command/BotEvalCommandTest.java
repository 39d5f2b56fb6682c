package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.bot.assistant.UtteranceCorpus;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.notify.testing.ChatAnswer;
import org.milesbot.notify.testing.ChatServer;

class BotEvalCommandTest {

    @TempDir
    Path home;

    @Test
    void judgesTheModelThatIsSet() {
        try (ChatServer model = ChatServer.startWithoutKey()) {
            model.always(request -> ChatAnswer.call("routes", "{}"));
            CommandRun command = CommandRun.in(home)
                    .with("MILESBOT_AI_URL", model.url().toString())
                    .with("MILESBOT_AI_MODEL", ChatServer.MODEL);

            Ended table = command.run("bot", "eval", "--live");
            Ended json = command.run("bot", "eval", "--live", "--json");

            int all = UtteranceCorpus.read().size();
            assertThat(table.exitCode()).as(table.err()).isZero();
            assertThat(table.out()).containsPattern("(?m)^routes +exact [1-9]").containsPattern("(?m)^mute +wrong");
            assertThat(table.err()).contains("de " + all + " exatas", "esperado: /");
            assertThat(json.lines()).hasSize(all).allMatch(line -> line.startsWith("{\"words\":"));
            assertThat(model.seen()).hasSize(2 * all);
        }
    }

    @Test
    void asksNobodyWithoutBeingToldTo() {
        Ended ended = CommandRun.in(home).with("OPENAI_API_KEY", "sk-x").run("bot", "eval");

        assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.err()).contains("bot eval --live");
    }

    @Test
    void saysThatThereIsNoModel() {
        Ended ended = CommandRun.in(home).run("bot", "eval", "--live");

        assertThat(ended.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(ended.err()).contains("OPENAI_API_KEY", "MILESBOT_AI_URL");
    }
}
