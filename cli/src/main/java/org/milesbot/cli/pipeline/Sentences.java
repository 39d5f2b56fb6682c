package org.milesbot.cli.pipeline;

import java.net.URI;
import org.milesbot.api.Text;
import org.milesbot.api.source.FetchResult;

/** What to say of a fetch that brought no page. */
public final class Sentences {

    private Sentences() {}

    /** The sentence. */
    public static Text of(FetchResult result, URI uri) {
        if (result instanceof FetchResult.Blocked blocked) {
            return blocked.reason();
        }
        if (result instanceof FetchResult.Gone gone) {
            return say("fetch.gone", uri, Integer.toString(gone.status()));
        }
        if (result instanceof FetchResult.TimedOut timedOut) {
            return say("fetch.timed_out", uri, timedOut.after().toSeconds());
        }
        if (result instanceof FetchResult.Refused refused) {
            return refused.reason();
        }
        if (result instanceof FetchResult.Failed failed) {
            return failed.reason();
        }
        return say("fetch.read", uri);
    }

    /** A page of the right form with nothing in it, where there used to be something. */
    static Text empty(URI uri) {
        return say("fetch.empty", uri);
    }

    /** A page that could be read before. */
    static Text changed(Text problem) {
        return say("fetch.changed", problem);
    }

    private static Text say(String key, Object... arguments) {
        return Text.of(Sentences.class, key, arguments);
    }
}
