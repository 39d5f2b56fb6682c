package org.milesbot.plugin.rumours;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.job.Job;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.api.plugin.PluginContext;
import org.milesbot.api.privacy.PersonalData;
import org.milesbot.api.terminal.TerminalCommand;

/**
 * Takes what people hear, in the bot or by a folder, and keeps it in quarantine: nobody is alerted and no promo is made of it.
 * What an independent source says later confirms it.
 */
final class RumoursPlugin implements Plugin {

    private final RumoursSettings settings;
    private final Intake intake;
    private final RumourTables tables;
    private final Clock clock;

    RumoursPlugin(RumoursSettings settings, PluginContext context) {
        this.settings = settings;
        this.tables = new RumourTables(context.storage());
        this.clock = context.clock();
        this.intake = new Intake(tables, context.extractor(), settings);
    }

    @Override
    public String schedule() {
        return "hourly";
    }

    @Override
    public Set<String> categories() {
        return Set.of("bonus", "rumour");
    }

    @Override
    public List<BotCommand> botCommands() {
        return List.of(new ReportCommand(intake, settings), new OwnCommand(tables));
    }

    @Override
    public List<Job> jobs() {
        List<Job> jobs = new ArrayList<>();
        if (settings.inbox() != null) {
            jobs.add(new InboxJob(settings.inbox(), intake));
        }
        jobs.add(new ConfirmingJob(tables, settings.days()));
        jobs.add(new ThankingJob(tables));
        return List.copyOf(jobs);
    }

    @Override
    public List<TerminalCommand> commands() {
        return RumourTerminal.of(tables, clock);
    }

    @Override
    public Optional<PersonalData> personalData() {
        return tables.areThere() ? Optional.of(new RumourPersonalData(tables)) : Optional.empty();
    }
}
