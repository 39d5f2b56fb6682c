package org.milesbot.plugin.wallet;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.job.Job;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.api.privacy.PersonalData;
import org.milesbot.api.storage.Storage;
import org.milesbot.api.terminal.TerminalCommand;

/** A command for the bot, some for the command line, and a job that warns. */
final class WalletPlugin implements Plugin {

    private final Clock clock;
    private final Programmes programmes = Programmes.known();
    private final WalletPage page = new WalletPage(programmes);
    private final WalletTables tables;
    private final Warnings warnings;

    WalletPlugin(Storage storage, Clock clock) {
        this.clock = clock;
        this.tables = new WalletTables(storage);
        this.warnings = new Warnings(storage);
    }

    @Override
    public String schedule() {
        return "daily";
    }

    @Override
    public Set<String> categories() {
        return Set.of("wallet");
    }

    @Override
    public List<BotCommand> botCommands() {
        return List.of(new WalletCommand(tables, programmes, page));
    }

    @Override
    public List<Job> jobs() {
        return List.of(new WarningJob(warnings, page));
    }

    @Override
    public List<TerminalCommand> commands() {
        return WalletTerminal.of(tables, programmes, clock);
    }

    @Override
    public Optional<PersonalData> personalData() {
        return Optional.of(new WalletData(tables));
    }
}
