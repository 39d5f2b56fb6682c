package org.milesbot.cli.web.json;

import java.time.Duration;
import java.util.function.Supplier;
import org.milesbot.cli.output.SourceJson;
import org.milesbot.cli.pipeline.SourceOverview;
import org.milesbot.cli.web.read.Parameters;

/** Tells how the sources do, without what is the operator's. */
final class SourceOperation {

    private static final Duration FRESH = Duration.ofSeconds(30);

    private SourceOperation() {}

    static Operation of(Supplier<SourceOverview> sources) {
        return new Operation(
                "/sources",
                Parameters.NONE,
                request -> Items.all(
                        sources.get().sources().stream()
                                .map(SourceJson::publicLine)
                                .toList(),
                        FRESH));
    }
}
