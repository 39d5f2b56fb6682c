package org.milesbot.cli.config;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which database, or how the one that comes along is run.
 *
 * @param url the address of the operator's own server, or null to run the one that comes along
 * @param schema the schema of milesbot's tables
 * @param postgresBinaries the folder of the server's programs, or null to look for them
 * @param port the port of the server that comes along, or null to take a free one
 * @param idle how long it stays up without use; zero = for ever
 */
public record DatabaseSettings(
        @Nullable Secret url,
        String schema,
        @Nullable Path postgresBinaries,
        @Nullable Integer port,
        Duration idle) {}
