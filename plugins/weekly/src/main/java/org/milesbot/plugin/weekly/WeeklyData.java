package org.milesbot.plugin.weekly;

import java.sql.SQLException;
import java.util.Optional;
import org.milesbot.api.privacy.PersonalData;

/** Shows and forgets that somebody wants the digest. */
final class WeeklyData implements PersonalData {

    private final WeeklyTables tables;

    WeeklyData(WeeklyTables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<String> export(long chatId) throws SQLException {
        return tables.areThere() ? tables.export(chatId) : Optional.empty();
    }

    @Override
    public boolean erase(long chatId) throws SQLException {
        return tables.areThere() && tables.unsubscribe(chatId);
    }
}
