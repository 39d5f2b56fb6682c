package org.milesbot.scrapers.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.source.FetchResult.Refused;

/** Which addresses are asked at all, as far as the address itself says. Host names are judged after DNS. */
final class AddressRules {

    private static final Pattern LITERAL = Pattern.compile("\\[.*\\]|[0-9.]+");

    private final FetchSettings settings;

    AddressRules(FetchSettings settings) {
        this.settings = settings;
    }

    Optional<Refused> objection(URI uri) {
        String scheme = uri.getScheme();
        if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
            return refused("refused.scheme", uri);
        }
        if (uri.getHost() == null || uri.getUserInfo() != null || uri.getPort() > 65_535) {
            return refused("refused.host", uri);
        }
        Site site = Site.of(uri);
        InetAddress literal = literal(site.host());
        if (literal != null && AddressRanges.isPrivate(literal) && !settings.allowsPrivate(site)) {
            return Optional.of(privateAddress(site.host()));
        }
        return Optional.empty();
    }

    static Refused privateAddress(String host) {
        return new Refused(Text.of(AddressRules.class, "refused.private", host));
    }

    private static @Nullable InetAddress literal(String host) {
        if (!LITERAL.matcher(host).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            // Not an address after all; asking DNS for it will say so.
            return null;
        }
    }

    private static Optional<Refused> refused(String key, URI uri) {
        // Whatever stands before an @ may be a password.
        String shown = uri.toString().replaceAll("//[^/]*@", "//");
        return Optional.of(new Refused(Text.of(AddressRules.class, key, shown)));
    }
}
