package org.milesbot.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.cli.pipeline.LabelledSightings.Labelled;
import org.milesbot.cli.pipeline.LabelledSightings.Pairs;
import org.milesbot.store.dedupe.Identity;

/**
 * How well campaigns are told apart. The weights were found with {@code learnt.jsonl} at hand; {@code unseen.jsonl} is by
 * the same hand, of other campaigns, and not to be read by who changes them.
 */
class IdentityFiguresTest {

    @ParameterizedTest
    @ValueSource(strings = {"learnt.jsonl", "unseen.jsonl"})
    void tellsCampaignsApart(String name) {
        List<Labelled> labelled = LabelledSightings.of(name);

        Pairs pairs = Pairs.of(labelled, campaigns(labelled));

        assertThat(pairs.precision()).as("precision of %s", name).isGreaterThanOrEqualTo(0.98);
        assertThat(pairs.recall()).as("recall of %s", name).isGreaterThanOrEqualTo(0.97);
    }

    @ParameterizedTest
    @ValueSource(strings = {"learnt.jsonl", "unseen.jsonl"})
    void isOfTheSizeThatMakesAFigureMeanSomething(String name) {
        List<Labelled> labelled = LabelledSightings.of(name);

        assertThat(labelled).hasSizeGreaterThanOrEqualTo(150);
        assertThat(labelled.stream().map(Labelled::campaign).distinct().count()).isGreaterThanOrEqualTo(40);
    }

    @Test
    void findsTheSameInWhateverOrderTheyCome() {
        List<Labelled> labelled = new ArrayList<>(LabelledSightings.of("learnt.jsonl"));
        var inOrder = LabelledSightings.groups(campaigns(labelled));
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(labelled, new Random(seed));

            assertThat(LabelledSightings.groups(campaigns(labelled)))
                    .as("seed %d", seed)
                    .isEqualTo(inOrder);
        }
    }

    private static Map<String, Integer> campaigns(List<Labelled> labelled) {
        List<Integer> campaigns =
                Identity.campaigns(labelled.stream().map(Labelled::sighting).toList());
        Map<String, Integer> byId = new HashMap<>();
        for (int i = 0; i < campaigns.size(); i++) {
            byId.put(labelled.get(i).id(), campaigns.get(i));
        }
        return byId;
    }
}
