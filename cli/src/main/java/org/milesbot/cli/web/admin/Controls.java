package org.milesbot.cli.web.admin;

import java.util.List;
import java.util.function.Supplier;
import org.milesbot.cli.pipeline.SourceOverview;
import org.milesbot.store.db.Database;

/**
 * What operators see and do.
 *
 * @param database by which all is read, and letters are retried
 * @param plugins those that are there now
 * @param sources how they do
 * @param watch what can be done with them
 */
public record Controls(
        Database database, Supplier<List<PluginLine>> plugins, Supplier<SourceOverview> sources, SourceControl watch) {

    /**
     * A plug-in.
     *
     * @param id its name
     * @param version its own
     * @param isEnabled whether the settings let it run
     */
    public record PluginLine(String id, String version, boolean isEnabled) {}

    /** What can be done with a source, by its name. */
    public interface SourceControl {

        /**
         * Lets operators hear nothing more of it, or hear of it again.
         *
         * @throws org.milesbot.api.MilesbotException of kind USAGE if there is no such source
         */
        void mute(String source, boolean muted);

        /**
         * Has it visited soon, and all that it has asked for; returns at once.
         *
         * @throws org.milesbot.api.MilesbotException of kind USAGE if there is no such source
         */
        void check(String source);
    }
}
