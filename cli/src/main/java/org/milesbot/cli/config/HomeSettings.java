package org.milesbot.cli.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where milesbot keeps its data.
 *
 * @param directory the data folder, absolute; it need not exist yet
 * @param dotEnv the {@code .env} file that was read, or null if there is none
 */
public record HomeSettings(Path directory, @Nullable Path dotEnv) {}
