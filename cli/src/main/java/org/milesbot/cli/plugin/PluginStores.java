package org.milesbot.cli.plugin;

import java.util.List;
import java.util.Optional;
import org.milesbot.api.storage.Migration;
import org.milesbot.store.db.PluginSchema;

/** Makes the tables of plug-ins; asked only for a plug-in that has migrations, when it is about to be made. */
@FunctionalInterface
public interface PluginStores {

    /** A command without a database: what is made there is made to be listed. */
    PluginStores NONE = (id, migrations) -> Optional.empty();

    /**
     * The tables of a plug-in, current; nothing in a command that has no database.
     *
     * @throws org.milesbot.api.MilesbotException of kind EXTERNAL if the database cannot be reached, else if they cannot be made
     */
    Optional<PluginSchema> of(String id, List<Migration> migrations);
}
