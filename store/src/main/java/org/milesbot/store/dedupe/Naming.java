package org.milesbot.store.dedupe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.milesbot.store.dedupe.Kept.KeptPromo;
import org.milesbot.store.promo.Fingerprint;

/**
 * Which promo each campaign is. A promo goes on as the campaign that has the fingerprint it began with, or the earliest of
 * its fingerprints if that one is gone. Where several promos turn out to be one campaign, the one that people were told of
 * first goes on, and the others become other names of it.
 */
final class Naming {

    private final IdentityHashMap<Campaign, UUID> ids = new IdentityHashMap<>();
    private final Map<UUID, UUID> merged = new HashMap<>();
    private final Kept kept;

    private Naming(Kept kept) {
        this.kept = kept;
    }

    static Naming of(List<Campaign> campaigns, Kept kept) {
        Naming naming = new Naming(kept);
        IdentityHashMap<Campaign, List<KeptPromo>> heirs = naming.heirs(campaigns);
        for (Campaign campaign : campaigns) {
            naming.name(campaign, Objects.requireNonNullElse(heirs.get(campaign), List.of()));
        }
        return naming;
    }

    /** The promos that could go on as each campaign. */
    private IdentityHashMap<Campaign, List<KeptPromo>> heirs(List<Campaign> campaigns) {
        Map<UUID, Campaign> home = new HashMap<>();
        for (Campaign campaign : campaigns) {
            for (Told told : campaign.told()) {
                UUID promo = kept.promoOf(told.fingerprint());
                if (promo != null) {
                    home.merge(promo, campaign, (one, other) -> nearer(promo, one, other));
                }
            }
        }
        IdentityHashMap<Campaign, List<KeptPromo>> heirs = new IdentityHashMap<>();
        home.forEach((promo, campaign) -> heirs.computeIfAbsent(campaign, any -> new ArrayList<>())
                .add(Objects.requireNonNull(kept.promos().get(promo))));
        return heirs;
    }

    private Campaign nearer(UUID promo, Campaign one, Campaign other) {
        Fingerprint founder = Objects.requireNonNull(kept.promos().get(promo)).founder();
        if (has(one, founder)) {
            return one;
        }
        if (has(other, founder)) {
            return other;
        }
        return Told.BY_TIME.compare(first(one, promo), first(other, promo)) <= 0 ? one : other;
    }

    private static boolean has(Campaign campaign, Fingerprint fingerprint) {
        return campaign.fingerprints().anyMatch(fingerprint::equals);
    }

    private Told first(Campaign campaign, UUID promo) {
        return campaign.told().stream()
                .filter(told -> promo.equals(kept.promoOf(told.fingerprint())))
                .findFirst()
                .orElseThrow();
    }

    private void name(Campaign campaign, List<KeptPromo> heirs) {
        Comparator<KeptPromo> toldFirst = Comparator.comparing(
                        KeptPromo::announcedAs, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(promo -> first(campaign, promo.id()), Told.BY_TIME)
                .thenComparing(KeptPromo::id);
        UUID id = heirs.stream()
                .min(toldFirst)
                .map(KeptPromo::id)
                .orElseGet(() -> campaign.first().fingerprint().promoId());
        ids.put(campaign, id);
        heirs.stream().map(KeptPromo::id).filter(heir -> !heir.equals(id)).forEach(heir -> merged.put(heir, id));
    }

    UUID id(Campaign campaign) {
        return Objects.requireNonNull(ids.get(campaign));
    }

    /** The promos that turned out to be another, with that other. */
    Map<UUID, UUID> merged() {
        return merged;
    }
}
