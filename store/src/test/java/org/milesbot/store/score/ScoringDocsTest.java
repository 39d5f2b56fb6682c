package org.milesbot.store.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.source.Provenance;

/** What docs/scoring.md says is what the code does. */
final class ScoringDocsTest {

    private static final String DOCS = read(Path.of("..", "docs", "scoring.md"));
    private static final Pattern SLUG = Pattern.compile("`([a-z_]+)`");

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theExampleIsWorkedRight() {
        Instant announced = Instant.parse("2026-11-20T15:00:00Z");
        ScoreBasis basis = new ScoreBasis(
                announced,
                ScoreBasis.after(Moment.of(LocalDate.of(2026, 11, 30))),
                new Support(Provenance.BLOG, 2).provenance(),
                KeyFields.share(PromoKind.TRANSFER_BONUS, Set.of("program", "origins", "bonus_pct", "end")),
                new SourceRecord(47, 14));
        Score dayLater = ScoreRule.DEFAULT.score(basis, announced.plus(Duration.ofDays(1)));
        Score threeDaysOn = ScoreRule.DEFAULT.score(basis, announced.plus(Duration.ofDays(4)));
        Score december = ScoreRule.DEFAULT.score(basis, Instant.parse("2026-12-01T03:00:00Z"));

        assertThat(dayLater.value()).isEqualTo(72.9);
        assertThat(threeDaysOn.value()).isEqualTo(57.0);
        assertThat(december.value()).isEqualTo(41.1);
        assertThat(DOCS)
                .contains(
                        "0.5 ^ (1 ÷ 3) = " + digits(dayLater.parts().freshness()),
                        "(2/3) ^ 1 = " + digits(dayLater.parts().provenance()),
                        "4 ÷ 5 = " + dayLater.parts().structure(),
                        "(14 + 2) ÷ (47 + 4) = " + digits(dayLater.parts().hitRate()),
                        "**" + dayLater.value() + "**",
                        digits(threeDaysOn.parts().freshness()) + " and the score **" + threeDaysOn.value() + "**",
                        "what is left is **" + december.value() + "**");
    }

    private static String digits(double part) {
        return String.format(Locale.ROOT, "%.4f", part);
    }

    @Test
    void theClassesOfSourcesAreWorthWhatIsSaid() {
        assertThat(DOCS)
                .contains(String.format(
                        Locale.ROOT,
                        "official %.1f, blog %.1f, channel %.1f, rumour %.1f",
                        new Support(Provenance.OFFICIAL, 1).provenance(),
                        new Support(Provenance.BLOG, 1).provenance(),
                        new Support(Provenance.CHANNEL, 1).provenance(),
                        new Support(Provenance.RUMOUR, 1).provenance()));
    }

    static List<String> keyFields() {
        return DOCS.lines()
                .dropWhile(line -> !line.startsWith("| kind |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("keyFields")
    void theKeyFieldsOfEachKindAreThoseOfTheTable(String line) {
        List<String> cells = List.of(line.split("\\|"));
        List<String> kinds = cells.get(1).contains("any other") ? List.of("voucher") : slugs(cells.get(1));
        List<String> fields = slugs(cells.get(2));

        assertThat(kinds)
                .isNotEmpty()
                .allSatisfy(kind -> assertThat(fields)
                        .allSatisfy(field -> assertThat(KeyFields.share(new PromoKind(kind), Set.of(field)))
                                .isCloseTo(1.0 / fields.size(), within(1e-12))));
    }

    private static List<String> slugs(String cell) {
        return SLUG.matcher(cell)
                .results()
                .map((MatchResult slug) -> slug.group(1))
                .toList();
    }
}
