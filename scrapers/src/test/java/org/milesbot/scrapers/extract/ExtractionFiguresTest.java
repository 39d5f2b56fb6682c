package org.milesbot.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds what is asked of the extractor over the labelled announcements, and what it reached where that is less. */
final class ExtractionFiguresTest {

    private static final ExtractionScore DEV = LabelledSet.DEV.score();

    private final Floors floors = Floors.load();

    @ParameterizedTest
    @EnumSource
    void readsAsWellAsItsFloors(LabelledSet set) {
        assertThat(failures(set, set.score(), DEV)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void keepsNoFloorBelowWhatIsAskedOnceThatIsReached(LabelledSet set) {
        Map<String, Double> figures = set.score().figures();

        assertThat(figures.keySet().stream()
                        .filter(figure -> floors.hasOwn(set, figure))
                        .filter(figure -> floors.reachesAsked(set, figure, figures.getOrDefault(figure, 0.0)))
                        .map(figure -> Floors.nameOfOwn(set, figure)))
                .as("floors to delete from floors.properties, since what is asked is reached")
                .isEmpty();
    }

    @Test
    void holdsOnlyFiguresThatExist() {
        Set<String> known = new TreeSet<>();
        for (String figure : DEV.figures().keySet()) {
            Stream.of(LabelledSet.values())
                    .map(set -> Floors.nameOfOwn(set, figure))
                    .forEach(known::add);
            Stream.of(LabelledSet.Asked.values())
                    .map(asked -> Floors.nameOfAsked(asked, figure))
                    .forEach(known::add);
        }

        assertThat(known).containsAll(floors.names());
    }

    @Test
    void saysWhichFigureFellAndWhichReadableAnnouncementsSpoilIt() {
        ExtractionScore nothingFound = new ExtractionScore();
        List<LabelledCase> cases = LabelledCase.read("/announcements/dev.jsonl").subList(0, 30);
        cases.forEach(one -> nothingFound.add(one, announcement -> List.of()));

        assertThat(failures(LabelledSet.HELD_BACK, nothingFound, nothingFound))
                .contains("held-back: transfer.recall is 0.0000, at least 0.9500 is asked; misses in dev: "
                        + nothingFound.misses("transfer.recall"));
        assertThat(nothingFound.misses("transfer.recall"))
                .isNotEmpty()
                .isSubsetOf(cases.stream().map(one -> one.announcement().id()).toList());
    }

    private List<String> failures(LabelledSet set, ExtractionScore score, ExtractionScore readable) {
        return score.figures().entrySet().stream()
                .filter(figure -> !floors.isHeld(set, figure.getKey(), figure.getValue()))
                .map(figure -> String.format(
                        Locale.ROOT,
                        "%s: %s is %.4f, %s %.4f is asked; misses in dev: %s",
                        set.title(),
                        figure.getKey(),
                        figure.getValue(),
                        ExtractionScore.isBetterLow(figure.getKey()) ? "at most" : "at least",
                        floors.of(set, figure.getKey()),
                        readable.misses(figure.getKey())))
                .toList();
    }
}
