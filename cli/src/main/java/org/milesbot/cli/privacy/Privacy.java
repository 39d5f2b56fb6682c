package org.milesbot.cli.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.privacy.PersonalData;
import org.milesbot.cli.plugin.LoadedPlugin;
import org.milesbot.store.db.Database;
import org.milesbot.store.privacy.PersonalRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is kept of people, in the database and by the plug-ins that are enabled: shown to them, and forgotten. A person is the
 * number of their chat on Telegram.
 */
public final class Privacy {

    private static final Logger log = LoggerFactory.getLogger(Privacy.class);

    private final PersonalRows rows;
    private final List<LoadedPlugin> plugins;
    private final Clock clock;

    public Privacy(Database database, List<LoadedPlugin> plugins, Clock clock) {
        rows = new PersonalRows(database);
        this.plugins = List.copyOf(plugins);
        this.clock = clock;
    }

    /**
     * Writes all that is kept of somebody as one JSON object, in the form of {@code docs/schemas/personal-data.schema.json},
     * without holding it all at once. A group is shown its settings alone, for the rest may be its members'.
     *
     * @param out stays open
     * @throws IOException if it cannot be written to
     */
    public Exported export(long chatId, Writer out) throws IOException {
        try {
            PersonalDocument document = PersonalDocument.begun(out, chatId, clock.instant());
            long count = rows.read(chatId, document);
            Map<String, String> told = new TreeMap<>();
            List<String> missing = new ArrayList<>();
            if (chatId > 0) {
                ask(chatId, told, missing);
            }
            document.end(told, missing);
            return new Exported(count > 0 || !told.isEmpty(), missing);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void ask(long chatId, Map<String, String> told, List<String> missing) {
        for (LoadedPlugin plugin : plugins) {
            try {
                Optional<PersonalData> data = plugin.personalData();
                if (data.isPresent()) {
                    data.get().export(chatId).ifPresent(json -> told.put(plugin.id(), json));
                }
            } catch (Exception e) {
                log.warn("plug-in {} did not say what it keeps of somebody; it is missing in what they see", plugin, e);
                missing.add(plugin.id());
            }
        }
    }

    /**
     * Forgets somebody: first in the database, all or nothing, then in each plug-in. Asked again it does what is left.
     *
     * @throws MilesbotException if the database did not forget; then nothing is forgotten
     */
    public Erased erase(long chatId) {
        boolean wasAnything = rows.erase(chatId);
        List<String> failed = new ArrayList<>();
        for (LoadedPlugin plugin : plugins) {
            try {
                Optional<PersonalData> data = plugin.personalData();
                wasAnything |= data.isPresent() && data.get().erase(chatId);
            } catch (Exception e) {
                log.warn("plug-in {} did not forget somebody; asking again tries again", plugin, e);
                failed.add(plugin.id());
            }
        }
        return new Erased(wasAnything, failed);
    }
}
