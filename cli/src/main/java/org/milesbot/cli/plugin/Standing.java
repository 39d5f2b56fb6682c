package org.milesbot.cli.plugin;

/** Whether a plug-in may run, and if not, who does not let it. */
public enum Standing {
    /** It may. */
    ENABLED,
    /** {@code PLUGINS_ENABLED} names others. */
    LEFT_OUT,
    /** The operator disabled it, see {@link DisabledPlugins}. */
    DISABLED
}
