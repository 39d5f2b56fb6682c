package org.milesbot.plugin.weekly;

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

/** Learns of campaigns and forecasts after milesbot has made them, and tells of them once a week. */
final class WeeklyPlugin implements Plugin {

    private final PluginContext context;
    private final WeeklyTables tables;

    WeeklyPlugin(PluginContext context) {
        this.context = context;
        this.tables = new WeeklyTables(context.storage());
    }

    @Override
    public String schedule() {
        return "daily";
    }

    @Override
    public Set<String> categories() {
        return Set.of("digest");
    }

    @Override
    public List<BotCommand> botCommands() {
        return List.of(new WeeklyCommand(tables));
    }

    @Override
    public List<Job> jobs() {
        List<Job> jobs = new ArrayList<>(Learning.of(tables));
        jobs.add(new DigestJob(tables, context.told(), context.writer().orElse(null), context.clock()));
        return jobs;
    }

    @Override
    public List<TerminalCommand> commands() {
        return List.of(new Preview(tables, context.told(), context.clock()));
    }

    @Override
    public Optional<PersonalData> personalData() {
        return Optional.of(new WeeklyData(tables));
    }
}
