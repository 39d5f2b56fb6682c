package org.milesbot.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.source.Announcement;

/** Holds what the extractor has reached on labelled announcements; the floors only rise. */
final class PromoExtractorTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PromoExtractor extractor = new PromoExtractor();

    private record Labelled(Announcement announcement, JsonNode expected) {

        boolean expectsTransfer() {
            return StreamSupport.stream(expected.spliterator(), false)
                    .anyMatch(promo -> promo.path("kind").asText().equals("transfer_bonus"));
        }
    }

    @ParameterizedTest
    @CsvSource({"dev.jsonl, 22, 0, 97", "held-back.jsonl, 17, 1, 93"})
    void raisesNoFalseAlerts(String file, int without, int most, int leastFound) {
        List<Labelled> cases = read(file);
        List<Labelled> quiet =
                cases.stream().filter(each -> !each.expectsTransfer()).toList();
        List<Labelled> loud = cases.stream().filter(Labelled::expectsTransfer).toList();

        assertThat(quiet).hasSizeGreaterThanOrEqualTo(without);
        assertThat(quiet.stream().filter(this::findsTransfer).map(each -> each.announcement.id()))
                .hasSizeLessThanOrEqualTo(most);
        assertThat(loud.stream().filter(this::findsTransfer).count() * 100 / loud.size())
                .isGreaterThanOrEqualTo(leastFound);
    }

    @ParameterizedTest
    @CsvSource({"dev.jsonl, 97", "held-back.jsonl, 93"})
    void readsTheHighestPercentageOfTransfers(String file, int leastPercent) {
        List<Labelled> cases =
                read(file).stream().filter(Labelled::expectsTransfer).toList();

        long right = cases.stream().filter(this::hasEveryBonus).count();

        assertThat(right * 100 / cases.size()).isGreaterThanOrEqualTo(leastPercent);
    }

    @Test
    void provesEveryFieldByWordsThatStandInTheAnnouncement() {
        for (Labelled each : read("dev.jsonl")) {
            for (Promo promo : extractor.extract(each.announcement)) {
                assertThat(promo.bonus().highest() == null || promo.evidence().containsKey("bonus_pct"))
                        .as(each.announcement.id())
                        .isTrue();
                assertThat(promo.window().end() == null || promo.evidence().containsKey("end"))
                        .as(each.announcement.id())
                        .isTrue();
                assertThat(promo.evidence().values()).as(each.announcement.id()).noneMatch(String::isBlank);
            }
        }
    }

    @Test
    void readsTheSameTwice() {
        List<Labelled> cases = read("dev.jsonl");

        assertThat(cases)
                .allSatisfy(each -> assertThat(extractor.extract(each.announcement))
                        .isEqualTo(new PromoExtractor().extract(each.announcement)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Seu status Gold no hotel vale café da manhã | <p>Quem tem status Gold ganha 20% de desconto.</p>",
                "Compre pontos com 55% de desconto na Livelo | <p>O milheiro sai por R$ 31,50.</p>",
                "18 pontos por real em compras na loja parceira | <p>Compre com o link e ganhe 18 pontos por real.</p>",
                "'' | ''"
            })
    void takesNoneOfTheseForATransferBonus(String title, String html) {
        Announcement announcement = new Announcement(
                "trap",
                title,
                html,
                null,
                OffsetDateTime.parse("2026-11-20T09:00:00-03:00").toInstant());

        assertThat(extractor.extract(announcement)).extracting(Promo::kind).doesNotContain(PromoKind.TRANSFER_BONUS);
    }

    private boolean findsTransfer(Labelled labelled) {
        return extractor.extract(labelled.announcement).stream()
                .anyMatch(promo -> promo.kind().equals(PromoKind.TRANSFER_BONUS));
    }

    private boolean hasEveryBonus(Labelled labelled) {
        List<Promo> found = extractor.extract(labelled.announcement);
        return StreamSupport.stream(labelled.expected.spliterator(), false)
                .filter(promo -> promo.path("kind").asText().equals("transfer_bonus"))
                .allMatch(promo -> found.stream().anyMatch(each -> isSame(each, promo)));
    }

    private static boolean isSame(Promo found, JsonNode expected) {
        String bonus = Objects.toString(found.bonus().highest(), "null");
        return found.kind().equals(PromoKind.TRANSFER_BONUS)
                && found.program().value().equals(expected.path("program").asText())
                && bonus.equals(expected.path("bonus_pct").asText());
    }

    private static List<Labelled> read(String file) {
        InputStream in = Objects.requireNonNull(PromoExtractorTest.class.getResourceAsStream("/announcements/" + file));
        List<Labelled> cases = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                cases.add(labelled(JSON.readTree(line)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases;
    }

    private static Labelled labelled(JsonNode node) {
        Announcement announcement = new Announcement(
                node.path("id").asText(),
                node.path("title").asText(),
                node.path("html").asText(),
                null,
                OffsetDateTime.parse(node.path("published_at").asText()).toInstant());
        return new Labelled(announcement, node.path("expected"));
    }
}
