package org.milesbot.store.dedupe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.milesbot.api.source.Sighting;
import org.milesbot.store.promo.Fingerprint;

/** Tells which sightings speak of one campaign. Needs no database. */
public final class Identity {

    private Identity() {}

    /**
     * The campaign of each sighting, in the order of the sightings. Campaigns are numbered from 1, by their first
     * announcement. The order of the sightings makes no difference to which are together.
     */
    public static List<Integer> campaigns(List<Sighting> sightings) {
        List<Witness> witnesses = IntStream.range(0, sightings.size())
                .mapToObj(i -> Witness.of(i, sightings.get(i)))
                .toList();
        Map<Block, List<Witness>> blocks = new TreeMap<>(witnesses.stream()
                .collect(Collectors.groupingBy(witness -> block(sightings.get(Math.toIntExact(witness.number()))))));
        List<Campaign> campaigns = blocks.values().stream()
                .flatMap(block -> Clustering.campaigns(told(block)).stream())
                .sorted((one, other) -> Told.BY_TIME.compare(one.first(), other.first()))
                .toList();
        Integer[] numbers = new Integer[sightings.size()];
        for (int i = 0; i < campaigns.size(); i++) {
            for (Witness witness : campaigns.get(i).witnesses()) {
                numbers[Math.toIntExact(witness.number())] = i + 1;
            }
        }
        return List.of(numbers);
    }

    private static Block block(Sighting sighting) {
        return new Block(
                sighting.promo().kind().value(), sighting.promo().program().value());
    }

    /** Sightings by their fingerprints. */
    static List<Told> told(Collection<Witness> witnesses) {
        Map<Fingerprint, List<Witness>> groups = new HashMap<>();
        witnesses.forEach(witness -> groups.computeIfAbsent(witness.fingerprint(), any -> new ArrayList<>(2))
                .add(witness));
        return groups.values().stream().map(Told::of).toList();
    }
}
