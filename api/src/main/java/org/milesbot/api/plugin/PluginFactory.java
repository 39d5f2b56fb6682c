package org.milesbot.api.plugin;

import java.util.List;
import org.milesbot.api.storage.Migration;

/**
 * What the host finds in a plug-in's jar, by {@link java.util.ServiceLoader}. Needs a public constructor without
 * parameters, which does no work.
 */
public interface PluginFactory {

    /** The level of this contract. It rises only with a change that breaks plug-ins built against an older level. */
    int API_LEVEL = 1;

    /** The plug-in's name: unique, of the form {@code [a-z][a-z0-9_]*}. It prefixes all that belongs to the plug-in. */
    String id();

    /** The plug-in's own version, for people to read. */
    String version();

    /**
     * The {@link #API_LEVEL} that the plug-in was built against; the host refuses one it does not speak. Write the number
     * out: the constant would be taken from the host that loads the plug-in, not from the one it was built against.
     */
    int apiLevel();

    /**
     * What makes and changes the plug-in's own tables, in the order of their versions; none if it keeps nothing there. The host
     * runs those that were not run before it makes the plug-in, in every command that has a database. One that fails, and
     * tables newer than all of them, put the plug-in out of work.
     */
    default List<Migration> migrations() {
        return List.of();
    }

    /**
     * Makes the plug-in. Called at most once in a process, and only if the plug-in is needed.
     *
     * @throws org.milesbot.api.MilesbotException of kind CONFIGURATION if a setting is missing or wrong
     */
    Plugin create(PluginContext context);
}
