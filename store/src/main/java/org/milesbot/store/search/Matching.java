package org.milesbot.store.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** Which entries a question means. */
final class Matching {

    /** Names of programmes, origins and percentages stand among the stems a second time, after this. */
    private static final String NAME = "=";

    private final Entries entries;
    private final @Nullable RoaringBitmap named;
    private final @Nullable RoaringBitmap found;
    private final Map<Dimension, @Nullable RoaringBitmap> chosen = new EnumMap<>(Dimension.class);

    /**
     * @param words of the text, then of what is left in each reading
     */
    Matching(Entries entries, SearchQuery query, List<List<List<Words.Stem>>> words) {
        this.entries = entries;
        List<@Nullable RoaringBitmap> readings = new ArrayList<>();
        for (int i = 0; i < query.readings().size(); i++) {
            readings.add(reading(query.readings().get(i), words.get(i + 1)));
        }
        RoaringBitmap read = Sets.either(readings);
        found = Sets.either(Arrays.asList(having("", words.get(0)), read));
        named = found == null ? null : Sets.either(Arrays.asList(having(NAME, words.get(0)), read));
        SearchFilter only = query.only();
        chosen.put(Dimension.PROGRAM, Dimension.PROGRAM.any(entries, only.programs()));
        chosen.put(Dimension.ORIGIN, Dimension.from(entries, only.origins()));
        chosen.put(Dimension.KIND, Dimension.KIND.any(entries, only.kinds()));
        chosen.put(Dimension.YEAR, Dimension.in(entries, only.year()));
        chosen.put(
                Dimension.PERCENT, only.percents().equals(PercentRange.ANY) ? null : entries.within(only.percents()));
    }

    private @Nullable RoaringBitmap reading(Reading reading, List<List<Words.Stem>> rest) {
        return Sets.both(Arrays.asList(
                Dimension.PROGRAM.any(entries, reading.programs()),
                Dimension.from(entries, reading.origins()),
                Dimension.KIND.any(entries, reading.kinds()),
                Dimension.in(entries, reading.year()),
                reading.percent() == null ? null : Dimension.PERCENT.any(entries, List.of(reading.percent())),
                having("", rest)));
    }

    /** Those with all words, each as one of its stems. */
    private @Nullable RoaringBitmap having(String mark, List<List<Words.Stem>> words) {
        return Sets.both(words.stream()
                .map(word -> Sets.either(
                        word.stream().map(stem -> having(mark, stem)).toList()))
                .toList());
    }

    private RoaringBitmap having(String mark, Words.Stem stem) {
        String letters = mark + stem.letters();
        return stem.isBeginning() ? entries.withBeginning(letters) : entries.with(letters);
    }

    /** Those whose fields were named, which come first; none if nothing was typed. */
    RoaringBitmap first() {
        return named == null ? new RoaringBitmap() : among(named, null);
    }

    /** All others. */
    RoaringBitmap others() {
        return RoaringBitmap.andNot(without(null), first());
    }

    /** All that are found, whatever was chosen of a dimension. */
    RoaringBitmap without(@Nullable Dimension dimension) {
        return among(found, dimension);
    }

    private RoaringBitmap among(@Nullable RoaringBitmap some, @Nullable Dimension free) {
        List<@Nullable RoaringBitmap> all = new ArrayList<>(Arrays.asList(entries.all(), some));
        chosen.forEach((dimension, set) -> all.add(dimension == free ? null : set));
        return Objects.requireNonNull(Sets.both(all), "all entries are among them");
    }
}
