package org.milesbot.cli.plugin;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.notify.IntroductionWriter;
import org.milesbot.api.notify.ToldCampaigns;
import org.milesbot.api.plugin.PluginContext;
import org.milesbot.api.source.Extractor;
import org.milesbot.api.source.Fetcher;
import org.milesbot.api.storage.Migration;
import org.milesbot.api.storage.Storage;
import org.milesbot.store.db.PluginSchema;

/** Makes the tables of a plug-in current, before the plug-in is made. */
final class OwnTables {

    private static final int MOST_MIGRATIONS = 1_000;

    private OwnTables() {}

    /**
     * Nothing where the plug-in has none, or the command no database.
     *
     * @throws PluginException if the plug-in says its migrations wrong, or one fails
     * @throws MilesbotException of kind EXTERNAL if the database cannot be reached, for which no plug-in is to blame
     */
    static Optional<PluginSchema> of(FoundPlugin found, PluginStores stores, Duration limit) {
        List<Migration> migrations = migrations(found, limit);
        try {
            return migrations.isEmpty() ? Optional.empty() : stores.of(found.id(), migrations);
        } catch (MilesbotException e) {
            if (e.kind() == ErrorKind.EXTERNAL) {
                throw e;
            }
            throw found.border().refused(e.kind(), "migrations.failed", e.text());
        }
    }

    /** What the plug-in says its tables are made of, in the order of the versions. */
    static List<Migration> migrations(FoundPlugin found, Duration limit) {
        GuardedCall border = found.border();
        List<Migration> migrations = border.list("migrations()", limit, MOST_MIGRATIONS, found.factory()::migrations);
        int before = 0;
        for (Migration migration : migrations) {
            if (migration.version() <= before) {
                throw border.refused(ErrorKind.INTERNAL, "migrations.order", migration.file());
            }
            before = migration.version();
        }
        return migrations;
    }

    /** A context together with the plug-in's tables. */
    record Context(PluginContext rest, Storage storage) implements PluginContext {

        @Override
        public Map<String, String> settings() {
            return rest.settings();
        }

        @Override
        public Clock clock() {
            return rest.clock();
        }

        @Override
        public Fetcher fetcher() {
            return rest.fetcher();
        }

        @Override
        public Extractor extractor() {
            return rest.extractor();
        }

        @Override
        public ToldCampaigns told() {
            return rest.told();
        }

        @Override
        public Optional<IntroductionWriter> writer() {
            return rest.writer();
        }
    }
}
