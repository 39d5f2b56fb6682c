package org.milesbot.cli.pipeline;

import org.milesbot.cli.plugin.LoadedPlugin;

/** Asks a plug-in's providers what the seats cost that people wait for. */
@FunctionalInterface
public interface FareVisits {

    /**
     * Asks what is due.
     *
     * @param plugin one that asks for fares
     */
    SourceReport visit(LoadedPlugin plugin);
}
