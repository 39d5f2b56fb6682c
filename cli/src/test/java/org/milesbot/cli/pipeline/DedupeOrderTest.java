package org.milesbot.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.source.Sighting;
import org.milesbot.cli.pipeline.LabelledSightings.Labelled;
import org.milesbot.store.db.Database;
import org.milesbot.store.dedupe.Dedupe;
import org.milesbot.store.dedupe.Identity;
import org.milesbot.store.promo.Sighted;
import org.milesbot.store.promo.Sightings;
import org.milesbot.store.score.ScoreRule;
import org.milesbot.store.testing.TestDatabase;

class DedupeOrderTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void settlesTheSameInWhateverOrderAndPortionsTheyCome(int seed) {
        Random random = new Random(seed);
        List<Labelled> labelled = new ArrayList<>(LabelledSightings.of("learnt.jsonl"));
        Collections.shuffle(labelled, random);
        try (TestDatabase test = TestDatabase.migrated()) {
            Database database = test.database();
            Dedupe dedupe = new Dedupe(database, Duration.ofDays(7), ScoreRule.DEFAULT);
            for (int from = 0, size; from < labelled.size(); from += size) {
                size = Math.min(labelled.size() - from, 1 + random.nextInt(120));
                store(database, labelled.subList(from, from + size));
                dedupe.settle(NOW, false, settled -> {});
            }

            assertThat(settled(database)).isEqualTo(atOnce(labelled));
            assertThat(dedupe.rebuild(NOW, false, settled -> {}).merged()).isZero();
            assertThat(settled(database)).isEqualTo(atOnce(labelled));
            assertThat(promosWithout(database)).isZero();
        }
    }

    private static void store(Database database, List<Labelled> labelled) {
        new Sightings(database)
                .store(
                        "blogs",
                        1,
                        NOW,
                        labelled.stream()
                                .map(each -> new Sighted(each.id(), each.sighting()))
                                .toList());
    }

    private static Set<Set<String>> atOnce(List<Labelled> labelled) {
        List<Sighting> sightings = labelled.stream().map(Labelled::sighting).toList();
        List<Integer> campaigns = Identity.campaigns(sightings);
        Map<String, Integer> byId = new HashMap<>();
        for (int i = 0; i < campaigns.size(); i++) {
            byId.put(labelled.get(i).id(), campaigns.get(i));
        }
        return LabelledSightings.groups(byId);
    }

    private static Set<Set<String>> settled(Database database) {
        Map<String, String> byId =
                database.with(open -> open.createQuery("""
                        select announcement, promo_id
                        from sighting
                        join promo_fingerprint using (fingerprint)
                        """).reduceRows(new HashMap<>(), (all, row) -> {
                    all.put(row.getColumn("announcement", String.class), row.getColumn("promo_id", String.class));
                    return all;
                }));
        return LabelledSightings.groups(byId);
    }

    private static long promosWithout(Database database) {
        return database.with(open -> open.createQuery("""
                        select count(*)
                        from promo
                        where not exists (select from promo_fingerprint where promo_id = promo.id)
                           or settled_at is null
                           or not exists (select from promo_event where promo_id = promo.id and kind = 'created')
                        """).mapTo(Long.class).one());
    }
}
