package org.milesbot.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.source.Announcement;
import org.milesbot.scrapers.extract.promo.Rule;
import org.milesbot.scrapers.extract.promo.TraceEntry;
import org.milesbot.scrapers.extract.promo.TracePlace;
import org.milesbot.scrapers.extract.text.BlockKind;
import org.milesbot.scrapers.extract.text.Span;

final class ExplanationTest {

    private final PromoExtractor extractor = new PromoExtractor();

    private Explanation explain(String title, String html) {
        return extractor.explain(new Announcement("a1", title, html, null, Instant.parse("2026-11-20T12:00:00Z")));
    }

    private static TraceEntry only(Explanation explanation, Rule rule) {
        List<TraceEntry> entries = explanation.said().stream()
                .filter(entry -> entry.rule() == rule)
                .toList();
        assertThat(entries).as(rule.slug()).hasSize(1);
        return entries.get(0);
    }

    private static Span spanOf(TraceEntry entry) {
        return Objects.requireNonNull(entry.place()).span();
    }

    @Test
    void saysWhereWhatAndWhy() {
        Explanation explanation = explain(
                "Bônus da Livelo para a Smiles",
                "<h2>Promoção</h2><ul><li>Transfira pontos e ganhe até 80% de bônus até 30/11.</li></ul>");

        TraceEntry date = only(explanation, Rule.DATE_BEFORE);
        assertThat(date.said().value()).isEqualTo("end");
        assertThat(date.place())
                .extracting(TracePlace::words, TracePlace::kind, TracePlace::block)
                .containsExactly("30/11", BlockKind.ITEM, 2);
        assertThat(date.cue()).extracting(TracePlace::words).isEqualTo("até");
        TraceEntry percent = only(explanation, Rule.PERCENT_BEHIND);
        assertThat(percent.said().value()).isEqualTo("bonus");
        assertThat(explanation.text().words(spanOf(percent))).isEqualTo("80%");
    }

    @Test
    void saysWhyAClauseIsSetAside() {
        Explanation explanation = explain(
                "Bônus da Livelo para a Smiles",
                "<p>Transfira da Livelo para a Smiles com 80% de bônus.</p><p>No ano passado foram 100%.</p>");

        TraceEntry aside = only(explanation, Rule.ASIDE);
        assertThat(aside.said().value()).isEqualTo("past");
        assertThat(aside.place()).extracting(TracePlace::words).asString().startsWith("No ano passado");
        assertThat(aside.cue()).extracting(TracePlace::words).asString().isEqualToIgnoringCase("no ano passado");
    }

    @Test
    void saysWhyThereIsNoPromo() {
        Explanation explanation = explain("Smiles lança novo site", "<p>O site da Smiles mudou.</p>");

        assertThat(explanation.promos()).isEmpty();
        assertThat(explanation.said())
                .anySatisfy(entry -> assertThat(entry.rule()).isEqualTo(Rule.NO_PROMO))
                .anySatisfy(entry -> {
                    assertThat(entry.rule()).isEqualTo(Rule.LACKING);
                    assertThat(entry.said().value()).isEqualTo("bonus, origin, transfer");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev.jsonl", "permanent.jsonl"})
    void readsTheSamePromosAndKnowsTheRuleOfEveryField(String file) {
        for (LabelledCase each : LabelledCase.read("/announcements/" + file)) {
            Announcement announcement = each.announcement();
            Explanation explanation = extractor.explain(announcement);

            assertThat(explanation.promos()).as(announcement.id()).isEqualTo(extractor.extract(announcement));
            List<Map<String, TraceEntry>> fields = explanation.fields();
            for (int i = 0; i < fields.size(); i++) {
                Promo promo = explanation.promos().get(i);
                assertThat(fields.get(i).keySet())
                        .as(announcement.id())
                        .containsAll(promo.evidence().keySet());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev.jsonl", "permanent.jsonl"})
    void everyPlaceLiesInItsBlock(String file) {
        for (LabelledCase each : LabelledCase.read("/announcements/" + file)) {
            Explanation explanation = extractor.explain(each.announcement());

            for (TraceEntry entry : explanation.said()) {
                if (entry.place() != null) {
                    TracePlace place = entry.place();
                    assertThat(explanation
                                    .text()
                                    .blocks()
                                    .get(place.block())
                                    .span()
                                    .start())
                            .isLessThanOrEqualTo(place.span().start());
                    assertThat(place.words()).isEqualTo(explanation.text().words(place.span()));
                }
            }
        }
    }
}
