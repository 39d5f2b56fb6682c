package org.milesbot.cli.web.admin;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.api.web.WebReply;
import org.milesbot.api.web.WebRequest;
import org.milesbot.cli.pipeline.SourceOverview;
import org.milesbot.cli.web.admin.AdminView.DeadLine;
import org.milesbot.cli.web.admin.AdminView.RunLine;
import org.milesbot.cli.web.admin.AdminView.SourceLine;
import org.milesbot.cli.web.page.Frame;
import org.milesbot.cli.web.page.Frame.Section;
import org.milesbot.cli.web.page.Templates;
import org.milesbot.cli.web.page.Words;
import org.milesbot.store.alert.DeadLetters;
import org.milesbot.store.alert.DeadLetters.DeadLetter;
import org.milesbot.store.alert.OutboxCounts;
import org.milesbot.store.run.PastRun;
import org.milesbot.store.run.Runs;
import org.milesbot.store.user.Users;

/** What operators see. */
final class AdminPage {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM HH:mm:ss", Locale.ROOT);
    private static final int MOST_DEAD = 50;
    private static final int MOST_RUNS = 50;
    private static final int SHOWN_DIGITS = 3;
    private static final Set<String> SAID = Set.of("mute", "unmute", "check", "retry", "drop", "nothing");
    private static final String NONE = "—";

    private final Controls controls;
    private final Templates templates;

    AdminPage(Controls controls, Templates templates) {
        this.controls = controls;
        this.templates = templates;
    }

    WebReply.Content show(WebRequest request, String token) {
        Words own = new Words(Admin.class, request.language());
        AdminView view = new AdminView(
                Frame.of(request, Section.NONE, own.say("admin.title"), ""),
                own,
                token,
                request.query()
                        .first("said")
                        .filter(SAID::contains)
                        .map(key -> own.say("said." + key))
                        .orElse(""),
                new Users(controls.database()).counts(request.at()),
                OutboxCounts.of(controls.database()),
                controls.sources().get().sources().stream()
                        .map(line -> source(own, line))
                        .toList(),
                new DeadLetters(controls.database())
                        .list(MOST_DEAD).stream().map(AdminPage::dead).toList(),
                controls.plugins().get(),
                runs(own));
        return templates.fill("admin/admin.jte", Map.of("view", view), Duration.ZERO);
    }

    private static SourceLine source(Words own, SourceOverview.Line line) {
        return new SourceLine(
                line.key().source(),
                line.key().plugin(),
                line.state().visit() == null
                        ? own.say("source.never")
                        : line.state().visit().outcome(),
                time(line.state().lastSuccess()),
                line.state().failures(),
                line.state().trouble() != null,
                line.state().muted());
    }

    private static DeadLine dead(DeadLetter letter) {
        return new DeadLine(
                letter.id(),
                hidden(letter.telegramId()),
                Objects.requireNonNullElse(letter.title(), NONE),
                letter.reason(),
                letter.attempts(),
                time(letter.diedAt()),
                Objects.requireNonNullElse(letter.note(), ""));
    }

    /** The last digits are enough to tell people apart. */
    private static String hidden(@Nullable Long person) {
        if (person == null) {
            return NONE;
        }
        String digits = Long.toString(Math.abs(person));
        return "…" + digits.substring(Math.max(0, digits.length() - SHOWN_DIGITS));
    }

    private List<RunLine> runs(Words own) {
        return new Runs(controls.database())
                .last(MOST_RUNS).stream().map(run -> run(own, run)).toList();
    }

    private static RunLine run(Words own, PastRun run) {
        Instant ended = run.endedAt();
        return new RunLine(
                run.job(),
                Objects.requireNonNullElse(run.plugin(), ""),
                time(run.startedAt()),
                ended == null
                        ? ""
                        : own.say(
                                "run.seconds",
                                Duration.between(run.startedAt(), ended).toMillis() / 1_000.0),
                run.outcome() == null ? own.say("run.open") : run.outcome(),
                run.counts(),
                Objects.requireNonNullElse(run.error(), ""));
    }

    private static String time(@Nullable Instant instant) {
        return instant == null ? NONE : TIME.format(instant.atZone(Zones.SAO_PAULO));
    }
}
