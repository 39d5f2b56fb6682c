package org.milesbot.cli.wiring;

import java.util.Optional;
import org.milesbot.cli.pipeline.ImportPipeline;
import org.milesbot.store.dedupe.Settled;

/**
 * An imported history.
 *
 * @param report what it brought
 * @param settled what settling it came to; nothing if another process was settling, or nothing was kept
 */
public record Imported(ImportPipeline.Report report, Optional<Settled> settled) {}
