package org.milesbot.cli.bot.command;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.notify.message.Html;
import org.milesbot.store.source.SourceKey;
import org.milesbot.store.source.SourceState;
import org.milesbot.store.source.SourceStates;
import org.milesbot.store.source.Trouble;
import org.milesbot.store.source.WatchRules;

/** How the sources do: those in trouble one by one, the rest as a number. */
final class SourcesCommand extends OperatorCommand {

    private static final int MOST = 30;

    SourcesCommand(Workshop workshop) {
        super("sources", workshop);
    }

    @Override
    public List<String> aliases() {
        return List.of("fontes");
    }

    static Map<SourceKey, SourceState> states(Workshop workshop) {
        return new SourceStates(workshop.database(), WatchRules.UNTOLD).all();
    }

    @Override
    public List<BotReply> answer(BotRequest request) {
        Speech speech = Workshop.speech(request);
        Map<SourceKey, SourceState> states = states(workshop);
        List<Map.Entry<SourceKey, SourceState>> troubled = states.entrySet().stream()
                .filter(entry -> entry.getValue().trouble() != null)
                .limit(MOST)
                .toList();
        Html heading = states.isEmpty()
                ? say(speech, "sources.none")
                : say(speech, "sources.heading", states.size(), states.size() - troubled.size());
        return answer(Html.lines(heading, lines(troubled, entry -> line(speech, entry, request))));
    }

    private static Html line(Speech speech, Map.Entry<SourceKey, SourceState> entry, BotRequest request) {
        SourceState state = entry.getValue();
        Trouble trouble = Objects.requireNonNull(state.trouble());
        String key = trouble == Trouble.SILENT ? "sources.silent" : "sources.failing";
        return say(
                speech,
                key,
                entry.getKey().source(),
                state.failures(),
                ago(speech, trouble == Trouble.SILENT ? state.lastNewItem() : state.lastSuccess(), request.at()),
                state.visit() == null ? "" : state.visit().outcome());
    }
}
