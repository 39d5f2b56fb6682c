package org.milesbot.scrapers.fetch;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.source.FetchResult;

/** Carries an end that was found deep inside the reading of an answer out to the fetch. */
final class FetchEndedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient FetchResult result;

    FetchEndedException(FetchResult result, @Nullable Throwable cause) {
        super(result.toString(), cause);
        this.result = result;
    }

    FetchResult result() {
        return result;
    }
}
