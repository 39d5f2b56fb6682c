package org.milesbot.plugin.wallet;

import java.sql.SQLException;
import java.util.Optional;
import org.milesbot.api.privacy.PersonalData;

/** Shows and forgets somebody's wallet. Of one person there are never more than 200 lines. */
final class WalletData implements PersonalData {

    private final WalletTables tables;

    WalletData(WalletTables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<String> export(long chatId) throws SQLException {
        return tables.areThere() ? tables.export(chatId) : Optional.empty();
    }

    @Override
    public boolean erase(long chatId) throws SQLException {
        return tables.areThere() && tables.forget(chatId);
    }
}
