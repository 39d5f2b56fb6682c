package org.milesbot.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.milesbot.api.promo.Promo;

/** Every trap and every mended mistake is a line of {@code permanent.jsonl}: an announcement in, its promos out. */
final class PermanentCasesTest {

    private final PromoExtractor extractor = new PromoExtractor();

    @TestFactory
    Stream<DynamicTest> readsThePermanentCases() {
        return LabelledCase.read("/announcements/permanent.jsonl").stream()
                .map(one -> DynamicTest.dynamicTest(one.announcement().id(), () -> readsExactly(one)));
    }

    private void readsExactly(LabelledCase one) {
        List<Promo> found = extractor.extract(one.announcement());
        assertThat(found.stream().map(promo -> onlyCompared(PlainPromo.of(promo))))
                .as(one.announcement().title() + " " + one.announcement().html())
                .containsExactlyInAnyOrderElementsOf(one.expected().stream()
                        .map(PermanentCasesTest::onlyCompared)
                        .toList());
    }

    private static PlainPromo onlyCompared(PlainPromo promo) {
        TreeMap<String, String> fields = new TreeMap<>(promo.fields());
        fields.keySet().retainAll(promo.compared());
        return new PlainPromo(promo.kind(), promo.program(), fields);
    }
}
