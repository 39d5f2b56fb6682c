package org.milesbot.plugin.weekly;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.api.job.Job;
import org.milesbot.api.job.JobContext;
import org.milesbot.api.job.JobPhase;
import org.milesbot.api.job.JobResult;
import org.milesbot.api.notify.IntroductionWriter;
import org.milesbot.api.notify.Note;
import org.milesbot.api.notify.ToldCampaigns;
import org.milesbot.plugin.weekly.WeeklyTables.Made;

/** Makes the digests that are due; each once, however often a run fails. Where there is nothing to tell, nothing is sent. */
final class DigestJob implements Job {

    /** More are made by the next run. */
    private static final int MOST = 2_000;

    /** A job has 15 minutes, and a model may take 20 seconds for each: after that digests begin without its words. */
    private static final Duration LONGEST_WRITING = Duration.ofMinutes(5);

    private final WeeklyTables tables;
    private final ToldCampaigns told;
    private final @Nullable IntroductionWriter writer;
    private final Clock clock;

    DigestJob(WeeklyTables tables, ToldCampaigns told, @Nullable IntroductionWriter writer, Clock clock) {
        this.tables = tables;
        this.told = told;
        this.writer = writer;
        this.clock = clock;
    }

    private record Due(Subscription whose, ZonedDateTime slot) {

        Made made() {
            return new Made(whose.chatId(), slot.toLocalDate());
        }
    }

    @Override
    public String name() {
        return "digest";
    }

    @Override
    public JobPhase phase() {
        return JobPhase.NOTIFY;
    }

    @Override
    public JobResult run(JobContext context) throws SQLException {
        List<Due> due = new ArrayList<>();
        for (Subscription each : tables.subscriptions()) {
            each.due(context.now(), context.lastSuccess())
                    .filter(slot -> due.size() < MOST)
                    .ifPresent(slot -> due.add(new Due(each, slot)));
        }
        if (due.isEmpty()) {
            return JobResult.NOTHING;
        }
        tables.made(due.stream().map(Due::made).toList(), context.now());
        LocalDate today = LocalDate.ofInstant(context.now(), Zones.SAO_PAULO);
        Weeks weeks = Weeks.at(context.now(), today, tables, told);
        Instant written = clock.instant().plus(LONGEST_WRITING);
        List<Note> notes = new ArrayList<>();
        for (Due each : due) {
            Week week = weeks.of(each.whose().chatId(), each.slot());
            if (!week.isEmpty()) {
                notes.add(note(each, week, written));
            }
        }
        return JobResult.telling(notes).and("digests", notes.size());
    }

    private Note note(Due due, Week week, Instant written) {
        Subscription whose = due.whose();
        Optional<String> introduction = writer == null || clock.instant().isAfter(written)
                ? Optional.empty()
                : writer.introduce(whose.chatId(), whose.language(), DigestPage.facts(week, whose.language()));
        return Note.of(
                        whose.chatId(),
                        due.slot().toLocalDate().toString(),
                        DigestPage.of(week, whose.language(), introduction.orElse(null)))
                .until(due.slot().toInstant().plus(Subscription.WORTH));
    }
}
