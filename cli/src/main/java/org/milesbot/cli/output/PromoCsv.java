package org.milesbot.cli.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.ClubPlan;
import org.milesbot.api.promo.Earning;
import org.milesbot.api.promo.Fare;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Promo;
import org.milesbot.store.score.Score;
import org.milesbot.store.score.ScoreParts;
import org.milesbot.store.score.Standing;

/** Promos as CSV with a heading; several origins or shops are joined by {@code |}, what is unknown is empty. */
public final class PromoCsv {

    private static final List<String> HEADINGS = List.of(
            "id",
            "kind",
            "program",
            "origins",
            "bonus_pct",
            "base_pct",
            "start",
            "end",
            "title",
            "url",
            "source",
            "published_at",
            "gain",
            "origin_airport",
            "origin_city",
            "dest_airport",
            "dest_city",
            "cabin",
            "miles",
            "taxes_brl",
            "trip",
            "travel_from",
            "travel_to",
            "rate_max",
            "rate_base",
            "rate_unit",
            "shops",
            "plan",
            "monthly_price_brl",
            "score",
            "score_freshness",
            "score_provenance",
            "score_structure",
            "score_hit_rate");

    private PromoCsv() {}

    /** Writes a heading and a line a promo. */
    public static void write(List<ReportedPromo> promos, PrintWriter out) {
        // Without a buffer of its own: it would keep what it holds until it is closed, and the caller's is not to be.
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(out);
        csv.writeRecord(headings());
        promos.forEach(promo -> csv.writeRecord(cells(promo)));
    }

    private static List<String> headings() {
        return Stream.of(
                        HEADINGS.stream(),
                        RankingFields.NAMES.stream(),
                        RankingFields.NAMES.stream().map(name -> "origin_" + name))
                .flatMap(names -> names)
                .toList();
    }

    private static List<String> cells(ReportedPromo reported) {
        Promo promo = reported.promo();
        String origins = promo.origins().stream().map(OriginId::value).collect(Collectors.joining("|"));
        Stream<@Nullable Object> common = Stream.of(
                reported.id(),
                promo.kind(),
                promo.program(),
                origins,
                promo.bonus().highest(),
                promo.bonus().base(),
                promo.window().start(),
                promo.window().end(),
                reported.title(),
                reported.url(),
                reported.source(),
                reported.publishedAt());
        return Stream.of(common, ofKind(promo), score(reported.score()), standing(reported.standing()))
                .flatMap(cells -> cells)
                .map(HarmlessCell::of)
                .toList();
    }

    private static Stream<@Nullable Object> ofKind(Promo promo) {
        Fare fare = Objects.requireNonNullElse(promo.fare(), Fare.UNKNOWN);
        Earning earning = Objects.requireNonNullElse(promo.earning(), Earning.UNKNOWN);
        ClubPlan club = Objects.requireNonNullElse(promo.club(), ClubPlan.UNKNOWN);
        return Stream.of(
                promo.bonus().gain(),
                fare.originAirport(),
                fare.origin() == null ? null : fare.origin().city(),
                fare.destAirport(),
                fare.destination() == null ? null : fare.destination().city(),
                fare.cabin(),
                fare.miles(),
                plain(fare.taxesBrl()),
                fare.trip(),
                fare.travel().from(),
                fare.travel().to(),
                plain(earning.rateMax()),
                plain(earning.rateBase()),
                earning.rateUnit(),
                String.join("|", earning.shops()),
                club.plan(),
                plain(club.monthlyPriceBrl()));
    }

    private static Stream<@Nullable Object> score(@Nullable Score score) {
        if (score == null) {
            return Stream.of("", "", "", "", "");
        }
        ScoreParts parts = score.parts();
        return Stream.concat(
                Stream.of(score.value()),
                Stream.of(parts.freshness(), parts.provenance(), parts.structure(), parts.hitRate())
                        .map(ScoreJson::rounded));
    }

    private static Stream<@Nullable Object> standing(@Nullable Standing standing) {
        return Stream.of(
                        RankingFields.of(standing == null ? null : standing.program()),
                        RankingFields.of(standing == null ? null : standing.origin()))
                .flatMap(List::stream);
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
