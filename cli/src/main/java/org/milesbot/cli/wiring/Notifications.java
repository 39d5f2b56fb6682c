package org.milesbot.cli.wiring;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.job.JobPhase;
import org.milesbot.cli.config.Settings;
import org.milesbot.cli.job.JobsReport;
import org.milesbot.cli.notify.NotifyPipeline;
import org.milesbot.cli.notify.NotifyPipeline.Kept;
import org.milesbot.cli.notify.NotifyPipeline.Manner;
import org.milesbot.cli.notify.NotifyPipeline.Report;
import org.milesbot.cli.notify.PluginGuests;
import org.milesbot.cli.notify.Rehearsal;
import org.milesbot.cli.notify.Sending;
import org.milesbot.cli.notify.Sending.Work;
import org.milesbot.cli.output.ProgramNames;
import org.milesbot.cli.plugin.LoadedPlugin;
import org.milesbot.notify.telegram.TelegramChannel;
import org.milesbot.notify.telegram.TelegramSettings;
import org.milesbot.store.alert.DeadLetters;
import org.milesbot.store.alert.EventMatch;
import org.milesbot.store.alert.EventMatches;
import org.milesbot.store.alert.Explained;
import org.milesbot.store.alert.Explanations;
import org.milesbot.store.alert.OperatorAlerts;
import org.milesbot.store.alert.Outbox;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.Locks;
import org.milesbot.store.metric.MetricLog;
import org.milesbot.store.run.Runs;

/** The parts of milesbot that have to do with alerts and messages. For use by one thread. */
public final class Notifications {

    private final Settings settings;
    private final Clock clock;
    private final Database database;
    private final List<LoadedPlugin> plugins;
    private final Supplier<JobsReport> jobs;

    Notifications(Settings settings, Clock clock, Database database, List<LoadedPlugin> plugins, PluginParts parts) {
        this.settings = settings;
        this.clock = clock;
        this.database = database;
        this.plugins = plugins;
        this.jobs = () -> parts.after(plugins, JobPhase.NOTIFY);
    }

    /**
     * Matches what happened with people, and sends what waits.
     *
     * @param progress is told what came of each event
     * @throws MilesbotException of kind CONFIGURATION if there is no token, or Telegram does not take it
     */
    public Report send(Consumer<EventMatch> progress) {
        TelegramParts parts = new TelegramParts(settings);
        TelegramSettings telegram = parts.telegram();
        // Claiming, keeping how it ended, and the budget: none of them waits for another.
        try (Database endings = database.another();
                Database pace = database.another();
                TelegramParts.Budget budget = parts.budget(pace);
                TelegramChannel channel = new TelegramChannel(telegram)) {
            Work work = new Work(outbox(database), outbox(endings), budget, channel);
            return pipeline(report -> sending().run(work, report)).run(progress);
        }
    }

    /** Says what would go to whom and when, and takes it all back. */
    public void rehearse(Consumer<Rehearsal.Planned> planned) {
        database.tryOut(open -> {
            pipeline(report -> {}).match(event -> {});
            sending().rehearse(outbox(database), planned);
            return open;
        });
    }

    /** Why someone was told of a promo, or was not. */
    public Optional<Explained> explain(long telegramId, UUID promo) {
        return new Explanations(database, settings.score()).of(telegramId, promo, clock.instant());
    }

    /** Alerts that were given up. */
    public DeadLetters deadLetters() {
        return new DeadLetters(database);
    }

    /** The time by the clock that alerts go by. */
    public Instant now() {
        return clock.instant();
    }

    private Sending sending() {
        return new Sending(
                database,
                settings.score(),
                ProgramNames.known()::of,
                new PluginGuests(plugins, new MetricLog(database)::countPluginError),
                clock,
                new SecureRandom());
    }

    private NotifyPipeline pipeline(NotifyPipeline.Deliveries deliveries) {
        Kept kept = new Kept(
                new EventMatches(database, settings.score()),
                new OperatorAlerts(database),
                new Runs(database),
                new Locks(database));
        Manner manner = new Manner(
                settings.sending().welcome(),
                settings.sending().operatorChat(),
                settings.output().language().getLanguage());
        return new NotifyPipeline(kept, deliveries, manner, jobs, clock);
    }

    private Outbox outbox(Database connection) {
        return new Outbox(connection, settings.sending().lease());
    }
}
