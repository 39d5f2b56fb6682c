package org.milesbot.cli.bot.command;

import java.time.LocalDate;
import java.util.List;
import org.milesbot.api.Zones;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.cli.Version;
import org.milesbot.notify.message.Html;
import org.milesbot.store.alert.OutboxCounts;
import org.milesbot.store.promo.PromoFilter;
import org.milesbot.store.promo.Promos;
import org.milesbot.store.run.LastRun;
import org.milesbot.store.run.Runs;
import org.milesbot.store.user.UserCounts;

/** How milesbot does, on one screen. */
final class StatusCommand extends OperatorCommand {

    private static final List<String> JOBS = List.of("scrape", "dedupe", "forecast", "notify");

    StatusCommand(Workshop workshop) {
        super("status", workshop);
    }

    @Override
    public List<BotReply> answer(BotRequest request) {
        Speech speech = Workshop.speech(request);
        UserCounts people = workshop.users().counts(request.at());
        OutboxCounts outbox = OutboxCounts.of(workshop.database());
        LocalDate today = LocalDate.ofInstant(request.at(), Zones.SAO_PAULO);
        long open = new Promos(workshop.database()).count(PromoFilter.openOn(today));
        List<LastRun> runs = new Runs(workshop.database()).newest(JOBS);
        long troubled = SourcesCommand.states(workshop).values().stream()
                .filter(state -> state.trouble() != null)
                .count();
        return answer(Html.lines(
                say(speech, "status.heading", Version.current()),
                say(speech, "status.people", people.all(), people.fresh(), people.disabled()),
                say(speech, "status.promos", open),
                say(speech, "status.outbox", outbox.due(), outbox.held(), outbox.dead()),
                say(speech, "status.sources", troubled),
                runs.isEmpty() ? say(speech, "status.no_runs") : lines(runs, run -> line(speech, run, request))));
    }

    private static Html line(Speech speech, LastRun run, BotRequest request) {
        String outcome = run.outcome();
        Html end = outcome == null ? say(speech, "status.run.open") : new Html(outcome);
        Html line = say(speech, "status.run", run.job(), ago(speech, run.startedAt(), request.at()), end);
        return run.error() == null ? line : Html.join(": ", List.of(line, Html.escaped(run.error(), 120)));
    }
}
