package org.milesbot.api.source;

import java.net.URI;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What to fetch.
 *
 * @param uri an absolute http or https address
 * @param validators what the last answer brought; the server then answers only if something has changed
 * @param headers further headers, such as a key, by name in small letters; they go to this address's host only, stand in no
 *     recording, and {@link #toString} tells their names alone
 */
public record FetchRequest(URI uri, Validators validators, SortedMap<String, String> headers) {

    /** Copies the headers. */
    public FetchRequest {
        SortedMap<String, String> copy = new TreeMap<>();
        headers.forEach((name, value) -> copy.put(name.toLowerCase(Locale.ROOT), value));
        headers = Collections.unmodifiableSortedMap(copy);
    }

    /** Without further headers. */
    public FetchRequest(URI uri, Validators validators) {
        this(uri, validators, Collections.emptySortedMap());
    }

    /** Fetches whatever there is. */
    public static FetchRequest of(URI uri) {
        return new FetchRequest(uri, Validators.NONE);
    }

    /** The same with further headers. */
    public FetchRequest with(Map<String, String> more) {
        SortedMap<String, String> all = new TreeMap<>(headers);
        all.putAll(more);
        return new FetchRequest(uri, validators, all);
    }

    @Override
    public String toString() {
        return "FetchRequest[uri=" + uri + ", validators=" + validators + ", headers=" + headers.keySet() + "]";
    }
}
