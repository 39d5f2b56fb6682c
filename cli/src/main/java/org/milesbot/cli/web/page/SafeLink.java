package org.milesbot.cli.web.page;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which addresses of strangers people may be sent to. */
final class SafeLink {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private SafeLink() {}

    /** The address if it is that of a page of the web; null if a browser might do something else with it. */
    static @Nullable String of(URI url) {
        String scheme = url.getScheme();
        return scheme != null && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT)) && url.getHost() != null
                ? url.toString()
                : null;
    }
}
