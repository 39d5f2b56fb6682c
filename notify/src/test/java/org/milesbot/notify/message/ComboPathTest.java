package org.milesbot.notify.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Percent;

final class ComboPathTest {

    private static Bonus bounds(@Nullable Long least, @Nullable Long most) {
        return Offers.bounded(Bonus.NONE, least, most);
    }

    @Test
    void roundsUpToWholePoints() {
        assertThat(ComboPath.of(60_000, Percent.of(80), Bonus.NONE))
                .isEqualTo(new ComboPath(33_334, 26_667, 26_666, false, false));
    }

    @Test
    void takesHalfPercentsExactly() {
        assertThat(ComboPath.of(36_500, Percent.of("82.5"), Bonus.NONE))
                .isEqualTo(new ComboPath(20_000, 16_500, 16_500, false, false));
    }

    @Test
    void sendsMoreWhereTheBonusIsCapped() {
        assertThat(ComboPath.of(60_000, Percent.of(100), bounds(null, 20_000L)))
                .isEqualTo(new ComboPath(40_000, 20_000, 20_000, false, true));
    }

    @Test
    void sendsNoLessThanTheLeast() {
        assertThat(ComboPath.of(6_000, Percent.of(80), bounds(10_000L, null)))
                .isEqualTo(new ComboPath(10_000, 8_000, -4_000, true, false));
    }

    @Test
    void sendsWholeStepsOnly() {
        assertThat(ComboPath.of(60_000, Percent.of(80), Bonus.NONE, 1_000))
                .isEqualTo(new ComboPath(34_000, 27_200, 26_000, false, false));
        assertThat(ComboPath.of(6_000, Percent.of(80), bounds(10_500L, null), 1_000))
                .isEqualTo(new ComboPath(11_000, 8_800, -5_000, true, false));
    }

    @Property(tries = 500)
    void isEnoughAndOnePointLessIsNot(
            @ForAll @LongRange(min = 1, max = 2_000_000) long miles,
            @ForAll @IntRange(max = 3_000) int tenths,
            @ForAll @LongRange(min = 1, max = 400_000) long cap) {
        Percent percent = new Percent(BigDecimal.valueOf(tenths, 1));

        ComboPath path = ComboPath.of(miles, percent, bounds(null, cap));

        assertThat(path.arriving())
                .isEqualTo(arriving(path.points(), tenths, cap))
                .isGreaterThanOrEqualTo(miles);
        assertThat(arriving(path.points() - 1, tenths, cap)).isLessThan(miles);
    }

    private static long arriving(long points, int tenths, long cap) {
        long bonus = BigInteger.valueOf(points)
                .multiply(BigInteger.valueOf(tenths))
                .divide(BigInteger.valueOf(1_000))
                .longValueExact();
        return points + Math.min(bonus, cap);
    }
}
