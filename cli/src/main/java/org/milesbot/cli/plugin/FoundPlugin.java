package org.milesbot.cli.plugin;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.plugin.PluginFactory;

/** A factory that has said who it is; {@code folder} is null for one that is built in. */
record FoundPlugin(
        PluginFactory factory,
        String id,
        String version,
        int apiLevel,
        @Nullable Path folder,
        GuardedCall border) {}
