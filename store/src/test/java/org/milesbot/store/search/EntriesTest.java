package org.milesbot.store.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.milesbot.api.promo.Percent;
import org.roaringbitmap.RoaringBitmap;

class EntriesTest {

    private static final int MANY = 3_000;
    private static final int PAGE = 7;

    private final Random random = new Random(3);
    private final Entries entries = new Entries();

    private record Put(UUID id, long micros) {}

    @Test
    void goesThroughTheNewestInTheOrderOfTheDatabase() {
        List<Put> put = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            // Several at one instant, and ids of which Java takes half for negative numbers.
            Put one = new Put(new UUID(random.nextLong(), random.nextLong()), random.nextInt(MANY / 3));
            entries.put(one.id, one.micros, "bonu program:smiles");
            put.add(one);
        }
        List<UUID> expected = put.stream()
                .sorted(Comparator.comparingLong(Put::micros).reversed().thenComparing(one -> one.id.toString()))
                .map(Put::id)
                .toList();

        List<UUID> found = new ArrayList<>();
        @Nullable SearchKey after = null;
        do {
            List<SearchKey> page = entries.newest(entries.with("bonu"), false, after, PAGE);
            page.forEach(key -> found.add(key.id()));
            after = page.isEmpty() ? null : page.get(page.size() - 1);
        } while (after != null);

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void tellsAnInstantAsItIs() {
        Instant at = Instant.parse("2026-11-20T15:00:00.123456Z");
        UUID id = UUID.randomUUID();
        entries.put(id, ChronoUnit.MICROS.between(Instant.EPOCH, at), "bonu");

        assertThat(entries.newest(entries.all(), true, null, 1)).containsExactly(new SearchKey(true, at, id));
    }

    @Test
    void countsWhatHasSeveralValuesForEach() {
        entries.put(UUID.randomUUID(), 1, "bonu origin:itau origin:livelo");
        entries.put(UUID.randomUUID(), 2, "bonu origin:itau");
        entries.put(UUID.randomUUID(), 3, "bonu");

        assertThat(entries.counts(Dimension.ORIGIN, entries.all())).isEqualTo(Map.of("itau", 2, "livelo", 1));
        assertThat(entries.counts(Dimension.KIND, entries.all())).isEmpty();
    }

    @Test
    void takesFieldsForNoBeginningsOfWords() {
        entries.put(UUID.randomUUID(), 1, "progress =progress program:smiles percent:99.5 percent:8");

        assertThat(entries.withBeginning("pro").getCardinality()).isEqualTo(1);
        assertThat(entries.withBeginning("program").isEmpty()).isTrue();
        assertThat(entries.withField("program", "smiles").getCardinality()).isEqualTo(1);
        assertThat(entries.within(new PercentRange(Percent.of("99.5"), null)).getCardinality())
                .isEqualTo(1);
        assertThat(entries.within(new PercentRange(Percent.of(9), Percent.of("99.5")))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void anEntryThatIsPutAgainIsThereOnceAsItIsNow() {
        UUID id = UUID.randomUUID();
        entries.put(id, 1, "old kind:club");
        entries.put(id, 2, "new kind:club");

        assertThat(entries.size()).isEqualTo(1);
        assertThat(entries.dead()).isEqualTo(1);
        assertThat(entries.counts(Dimension.KIND, entries.all())).isEqualTo(Map.of("club", 1));
        assertThat(entries.newest(RoaringBitmap.and(entries.all(), entries.with("old")), false, null, 2))
                .isEmpty();
    }
}
