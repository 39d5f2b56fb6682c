package org.milesbot.cli.fare;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.api.promo.Audience;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.promo.Tier;
import org.milesbot.cli.fare.Path.Sending;
import org.milesbot.notify.message.Offer;

final class PathsTest {

    private static final AwardFare SEAT = Fares.fare("smiles", "GRU-LIS", LocalDate.of(2027, 3, 10), 60_000, "350.00");
    private static final Map<String, BigDecimal> WORTH =
            Map.of("livelo", new BigDecimal("35"), "smiles", new BigDecimal("16"), "esfera", new BigDecimal("30"));

    private static Offer bonus(Bonus bonus, String... origins) {
        return new Offer(
                UUID.fromString("0b8b8a3e-52a8-4a4f-9a9a-0d8e7b6c5a4f"),
                Promo.builder(PromoKind.TRANSFER_BONUS, new ProgramId("smiles"))
                        .origins(Arrays.stream(origins).map(OriginId::new).toList())
                        .bonus(bonus)
                        .build(),
                "Bônus",
                URI.create("https://example.org/bonus"),
                Instant.parse("2026-11-20T12:00:00Z"),
                null,
                null);
    }

    private static Bonus percent(String percent, @Nullable Long least, @Nullable Long cap) {
        Percent value = Percent.of(percent);
        return new Bonus(value, value, List.of(), least, cap);
    }

    private static Purse purse(String held, Map<String, Long> steps, String... tiers) {
        Map<String, Long> points = new HashMap<>();
        for (String each : held.split(" ", -1)) {
            points.put(each.substring(0, each.indexOf('=')), Long.valueOf(each.substring(each.indexOf('=') + 1)));
        }
        return new Purse(points, Set.of(tiers), WORTH, steps);
    }

    private static List<Path> ranked(Purse purse, Offer... bonuses) {
        return new Paths(List.of(bonuses), purse, Set.of("livelo", "esfera")::contains)
                .ranked(List.of(Ticket.of(SEAT, 1)), 10);
    }

    private static Sending sending(Path path) {
        return Objects.requireNonNull(path.sending());
    }

    @Test
    void paysWithTheMilesThatAreThere() {
        List<Path> paths =
                ranked(purse("smiles=75000 livelo=60000", Map.of()), bonus(percent("80", null, null), "livelo"));

        assertThat(paths).singleElement().satisfies(path -> {
            assertThat(path.sending()).isNull();
            assertThat(path.isOpen()).isTrue();
            assertThat(path.used()).isEqualTo(60_000);
            assertThat(path.left()).isEqualTo(15_000);
            assertThat(path.costBrl()).isEqualByComparingTo("1310");
        });
    }

    /** Of 60,000 miles 12,000 are held, so that 48,000 are lacking. */
    @ParameterizedTest
    @CsvSource({
        // percent, least, cap, step, held, sent, arriving, missing, left at the origin, miles left, cost
        "80, , , 1, 60000, 26667, 48000, 0, 33333, 0, 1475.345",
        "80, , , 1, 20000, 26667, 48000, 6667, 0, 0, 1475.345",
        "82.5, , , 1, 60000, 26302, 48001, 0, 33698, 1, 1462.57",
        "100, , , 1, 24000, 24000, 48000, 0, 0, 0, 1382",
        "0, , , 1, 60000, 48000, 48000, 0, 12000, 0, 2222",
        "80, , , 1000, 60000, 27000, 48600, 0, 33000, 600, 1487",
        "100, , 10000, 1, 60000, 38000, 48000, 0, 22000, 0, 1872",
        "80, 30000, , 1, 60000, 30000, 54000, 0, 30000, 6000, 1592"
    })
    void sendsWhatIsLacking(
            String percent,
            @Nullable Long least,
            @Nullable Long cap,
            long step,
            long held,
            long sent,
            long arriving,
            long missing,
            long left,
            long milesLeft,
            BigDecimal cost) {
        Purse purse = purse("smiles=12000 livelo=" + held, Map.of("livelo", step));

        Path path = ranked(purse, bonus(percent(percent, least, cap), "livelo")).stream()
                .filter(each -> each.sending() != null)
                .findFirst()
                .orElseThrow();

        assertThat(path.used()).isEqualTo(12_000);
        assertThat(path.lacking()).isEqualTo(48_000);
        assertThat(sending(path).path().points()).isEqualTo(sent);
        assertThat(sending(path).path().arriving()).isEqualTo(arriving);
        assertThat(path.missing()).isEqualTo(missing);
        assertThat(path.isOpen()).isEqualTo(missing == 0);
        assertThat(sending(path).left()).isEqualTo(left);
        assertThat(path.left()).isEqualTo(milesLeft);
        assertThat(path.costBrl()).isEqualByComparingTo(cost);
    }

    @Test
    void ranksWhatIsOpenThenWhatIsCheapest() {
        List<Path> paths = ranked(
                purse("smiles=12000 livelo=60000 esfera=1000", Map.of()),
                bonus(percent("70", null, null), "livelo"),
                bonus(percent("100", null, null), "esfera"),
                bonus(percent("80", null, null), "livelo", "esfera"));

        assertThat(paths)
                .extracting(path -> path.sending() == null
                        ? "held"
                        : path.sending().origins().first() + " "
                                + path.sending().percent())
                .containsExactly("livelo 80", "livelo 70", "esfera 100", "held", "esfera 80");
        assertThat(paths.get(2).missing()).isEqualTo(23_000);
    }

    @Test
    void givesMembersWhatIsTheirsAndSaysWhatIsNotSure() {
        Tier club = new Tier(Audience.CLUB, "Clube Smiles", Percent.of(100));
        Bonus bonus = new Bonus(Percent.of(100), Percent.of(50), List.of(club), null, null);
        Bonus untold = new Bonus(Percent.of(100), Percent.of(50), List.of(), null, null);

        assertThat(sent(ranked(purse("livelo=60000", Map.of(), "smiles:club"), bonus(bonus, "livelo"))))
                .containsExactly("30000 true");
        assertThat(sent(ranked(purse("livelo=60000", Map.of()), bonus(bonus, "livelo"))))
                .containsExactly("40000 true");
        assertThat(sent(ranked(purse("livelo=60000", Map.of()), bonus(untold, "livelo"))))
                .containsExactly("40000 true", "30000 false");
    }

    private static List<String> sent(List<Path> paths) {
        return paths.stream()
                .filter(path -> path.sending() != null)
                .map(path -> sending(path).path().points() + " " + sending(path).isSure())
                .toList();
    }

    @Test
    void takesABonusForEveryBankForTheBanks() {
        List<Path> paths = ranked(purse("livelo=60000 azul=90000", Map.of()), bonus(percent("80", null, null), "*"));

        assertThat(paths.get(0).sending()).isNotNull();
        assertThat(sending(paths.get(0)).origins()).containsExactly("livelo");
        assertThat(paths).hasSize(2);
    }

    @Test
    void namesAllOriginsWhereNothingIsHeld() {
        List<Path> paths = new Paths(
                        List.of(bonus(percent("80", null, null), "livelo", "esfera")), Purse.EMPTY, slug -> true)
                .ranked(List.of(Ticket.of(SEAT, 1)), 10);

        Path path = paths.get(0);
        assertThat(sending(path).origins()).containsExactly("esfera", "livelo");
        assertThat(path.missing()).isEqualTo(33_334);
        assertThat(path.costBrl()).isNull();
        assertThat(paths.get(1).missing()).isEqualTo(60_000);
    }

    @Test
    void reckonsForAllPassengersAndBothWays() {
        FarePair pair = new FarePair(SEAT, Fares.fare("LIS-GRU", 20, 55_000));
        Ticket ticket = Ticket.of(pair, 2);

        assertThat(ticket.miles()).isEqualTo(230_000);
        assertThat(ticket.feesBrl()).isEqualByComparingTo("900");
        List<Path> paths = new Paths(
                        List.of(bonus(percent("100", null, null), "livelo")),
                        purse("livelo=115000", Map.of()),
                        slug -> true)
                .best(List.of(ticket, Ticket.of(SEAT, 1)), 10);
        assertThat(paths).extracting(Path::isOpen).containsExactly(true, true);
        assertThat(paths).extracting(Path::points).containsExactly(30_000L, 115_000L);
    }

    @Property(tries = 500)
    void neverTakesMorePointsForAHigherBonusAndNeverFewerThanNone(
            @ForAll @LongRange(min = 1, max = 2_000_000) long miles,
            @ForAll @LongRange(max = 2_000_000) long held,
            @ForAll @IntRange(max = 3_000) int tenths,
            @ForAll @IntRange(max = 1_000) int more,
            @ForAll @LongRange(min = 1, max = 100_000) long least,
            @ForAll @LongRange(min = 1, max = 400_000) long cap,
            @ForAll @LongRange(min = 1, max = 5_000) long step) {
        Ticket ticket = Ticket.of(Fares.fare("GRU-LIS", 1, miles), 1);
        Purse purse = new Purse(Map.of("smiles", held, "livelo", 50_000L), Set.of(), WORTH, Map.of("livelo", step));

        for (Path path : paths(ticket, purse, tenths, least, cap)) {
            assertThat(path.used() + path.lacking()).isEqualTo(miles);
            assertThat(path.points()).isPositive();
            assertThat(path.missing()).isNotNegative();
            assertThat(path.left()).isNotNegative();
            assertThat(path.costBrl()).isPositive();
        }
        assertThat(sentPoints(paths(ticket, purse, tenths + more, least, cap)))
                .isLessThanOrEqualTo(sentPoints(paths(ticket, purse, tenths, least, cap)));
    }

    private static List<Path> paths(Ticket ticket, Purse purse, int tenths, long least, long cap) {
        Bonus bonus = percent(BigDecimal.valueOf(tenths, 1).toPlainString(), least, cap);
        return new Paths(List.of(bonus(bonus, "livelo")), purse, slug -> true).ranked(List.of(ticket), 10);
    }

    private static long sentPoints(List<Path> paths) {
        return paths.stream()
                .filter(path -> path.sending() != null)
                .mapToLong(path -> sending(path).path().points())
                .sum();
    }
}
