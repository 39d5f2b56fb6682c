package org.milesbot.cli.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who asks, where proxies that are trusted stand in between. */
final class Addresses {

    private static final int LONGEST = 45;
    private static final int GROUPS_OF_A_HOUSEHOLD = 4;

    private final Set<String> proxies;

    Addresses(Set<String> proxies) {
        this.proxies = Set.copyOf(proxies);
    }

    boolean isProxy(String peer) {
        return proxies.contains(peer);
    }

    /**
     * The last address that no trusted proxy has.
     *
     * @param peer who the connection is with
     * @param forwarded the header X-Forwarded-For, or null
     */
    String of(String peer, @Nullable String forwarded) {
        if (forwarded == null || !isProxy(peer)) {
            return peer;
        }
        List<String> chain = List.of(forwarded.split(",", -1));
        for (int i = chain.size() - 1; i >= 0; i--) {
            String address = chain.get(i).strip();
            if (address.isEmpty() || address.length() > LONGEST) {
                return peer;
            }
            if (!isProxy(address)) {
                return address;
            }
        }
        return peer;
    }

    /** What one customer of a network has: an address of the old kind, or the first half of one of the new. */
    static String block(String address) {
        if (!address.contains(":")) {
            return address;
        }
        String[] groups = address.split(":", GROUPS_OF_A_HOUSEHOLD + 1);
        int last = Math.min(groups.length, GROUPS_OF_A_HOUSEHOLD);
        return String.join(":", List.of(groups).subList(0, last)) + "::/64";
    }
}
