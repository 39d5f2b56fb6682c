package org.milesbot.plugin.seatmap;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.milesbot.api.Zones;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.fare.FareQuery;
import org.milesbot.api.job.Job;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.api.privacy.PersonalData;
import org.milesbot.api.terminal.TerminalCommand;

/** Has the host ask for the flights that people wait for, learns from it how many seats there are, and tells when there are enough. */
final class SeatmapPlugin implements Plugin {

    private final SeatTables tables;
    private final int watches;
    private final Clock clock;

    /**
     * @param watches how many watches one person may have
     */
    SeatmapPlugin(SeatTables tables, int watches, Clock clock) {
        this.tables = tables;
        this.watches = watches;
        this.clock = clock;
    }

    @Override
    public String schedule() {
        return "hourly";
    }

    @Override
    public Set<String> categories() {
        return Set.of("award_search");
    }

    @Override
    public List<FareQuery> fareQueries() throws SQLException {
        return tables.areThere() ? tables.wanted(LocalDate.ofInstant(clock.instant(), Zones.SAO_PAULO)) : List.of();
    }

    @Override
    public List<BotCommand> botCommands() {
        return List.of(new WatchCommand(tables, watches), new WatchesCommand(tables));
    }

    @Override
    public List<Job> jobs() {
        return List.of(new LearningJob(tables), new TellingJob(tables));
    }

    @Override
    public List<TerminalCommand> commands() {
        return SeatTerminal.of(tables);
    }

    @Override
    public Optional<PersonalData> personalData() {
        return tables.areThere() ? Optional.of(new SeatPersonalData(tables)) : Optional.empty();
    }
}
