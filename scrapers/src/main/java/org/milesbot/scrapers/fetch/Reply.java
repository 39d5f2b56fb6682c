package org.milesbot.scrapers.fetch;

import org.milesbot.api.source.FetchResult;
import org.milesbot.scrapers.recording.Exchange;

/** What came of asking: a whole answer, or an end without one. */
sealed interface Reply {

    /** An answer of any status but a redirect that was followed; its body is decompressed. */
    record Answered(Exchange exchange) implements Reply {}

    /** No usable answer. */
    record Ended(FetchResult result) implements Reply {}
}
