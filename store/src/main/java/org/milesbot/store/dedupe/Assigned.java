package org.milesbot.store.dedupe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.store.dedupe.Campaign.Reason;
import org.milesbot.store.promo.Fingerprint;

/**
 * Which promo a fingerprint speaks of, as it is kept.
 *
 * @param likeThat the fingerprint that it is like, or null for the one that a campaign began with
 * @param agreed what the two have in common, as slugs with commas between
 * @param differed what they do not
 * @param margin by how many points they are more alike than they need to be, or null
 */
record Assigned(
        Fingerprint fingerprint,
        UUID promo,
        @Nullable Fingerprint likeThat,
        String agreed,
        String differed,
        @Nullable Integer margin) {

    /** All fingerprints of a campaign. */
    static List<Assigned> of(UUID promo, Campaign campaign) {
        List<Assigned> all = new ArrayList<>();
        Map<Fingerprint, Reason> reasons = campaign.reasons();
        for (Told told : campaign.told()) {
            Reason reason = reasons.get(told.fingerprint());
            all.add(
                    reason == null
                            ? new Assigned(told.fingerprint(), promo, null, "", "", null)
                            : new Assigned(
                                    told.fingerprint(),
                                    promo,
                                    reason.likeThat(),
                                    slugs(reason.likeness().agreed()),
                                    slugs(reason.likeness().differed()),
                                    reason.likeness().margin()));
        }
        return all;
    }

    private static String slugs(Collection<Trait> traits) {
        return traits.stream().map(Trait::slug).collect(Collectors.joining(","));
    }

    byte @Nullable [] likeThatBytes() {
        return likeThat == null ? null : likeThat.toBytes();
    }
}
