package org.milesbot.cli.wiring;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.config.Settings;
import org.milesbot.cli.pipeline.ScrapeListener;
import org.milesbot.cli.pipeline.SourceList;
import org.milesbot.cli.pipeline.SourceOverview;
import org.milesbot.cli.pipeline.SourceReport;
import org.milesbot.cli.plugin.OfEachSet;
import org.milesbot.cli.plugin.PluginSets;
import org.milesbot.cli.web.admin.Controls.SourceControl;
import org.milesbot.store.db.Database;
import org.milesbot.store.source.Notices;
import org.milesbot.store.source.SourceKey;
import org.milesbot.store.source.SourceStates;
import org.milesbot.store.source.WatchRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sources of the plug-ins that are enabled at the moment, for as long as a process serves. */
final class WatchedSources implements SourceControl, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WatchedSources.class);
    private static final ScrapeListener UNHEARD = new ScrapeListener() {
        @Override
        public void begins(int sources) {}

        @Override
        public void leftOut(String plugin) {}

        @Override
        public void done(SourceReport report) {}
    };

    private final Settings settings;
    private final Clock clock;
    private final Database database;
    private final OfEachSet<SourceList> list;
    private final ExecutorService visits = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "visits");
        thread.setDaemon(true);
        return thread;
    });

    WatchedSources(Settings settings, Clock clock, Database database, PluginSets plugins) {
        this.settings = settings;
        this.clock = clock;
        this.database = database;
        list = new OfEachSet<>(plugins, SourceList::of);
    }

    /** How they do. */
    SourceOverview overview() {
        return list.ask(all -> SourceOverview.of(
                all, new SourceStates(database, WatchRules.UNTOLD).all(), new Notices(database).newest()));
    }

    @Override
    public void mute(String source, boolean muted) {
        new SourceStates(database, WatchRules.UNTOLD).mute(named(source), muted);
    }

    @Override
    public void check(String source) {
        String named = named(source).source();
        try {
            visits.execute(() -> visit(named));
        } catch (RejectedExecutionException e) {
            throw new MilesbotException(ErrorKind.EXTERNAL, Text.of(WatchedSources.class, "web.ending"), e);
        }
    }

    private SourceKey named(String source) {
        return list.ask(all -> all.named(source).key());
    }

    private void visit(String source) {
        try (Wiring own = new Wiring(settings, clock, database.schema())) {
            own.check(source, UNHEARD);
        } catch (MilesbotException e) {
            log.warn("{} was not visited", source, e);
        }
    }

    @Override
    public void close() {
        visits.shutdownNow();
    }
}
