package org.milesbot.plugin.rumours;

import java.sql.SQLException;
import java.util.Optional;
import org.milesbot.api.privacy.PersonalData;

/** Shows somebody what they reported, and forgets that it was they: the credit of what came true becomes nobody's. */
final class RumourPersonalData implements PersonalData {

    /** Each has 2,000 characters of words at most, of which each may become six. */
    private static final int MOST = LONGEST / 13_000;

    private final Lists lists;

    RumourPersonalData(RumourTables tables) {
        lists = new Lists(tables.storage());
    }

    @Override
    public Optional<String> export(long chatId) throws SQLException {
        return lists.export(chatId, MOST).stream().findFirst();
    }

    @Override
    public boolean erase(long chatId) throws SQLException {
        return lists.forget(chatId);
    }
}
