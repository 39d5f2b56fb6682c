package org.milesbot.forecast.history;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;

/** Makes campaigns for tests. */
public final class Told {

    private Told() {}

    /** An exact campaign; origins are joined by {@code |}. */
    public static Campaign exact(String program, String origins, long percent, String start, String end) {
        return campaign(program, origins, percent, LocalDate.parse(start), LocalDate.parse(end), Confidence.EXACT);
    }

    /** A campaign of which only one day is told. */
    public static Campaign partial(
            String program, String origins, long percent, @Nullable String start, @Nullable String end) {
        return campaign(
                program,
                origins,
                percent,
                start == null ? null : LocalDate.parse(start),
                end == null ? null : LocalDate.parse(end),
                Confidence.PARTIAL);
    }

    /** Any campaign. */
    public static Campaign campaign(
            String program,
            String origins,
            long percent,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            Confidence confidence) {
        return new Campaign(
                new ProgramId(program),
                Arrays.stream(origins.split("\\|"))
                        .filter(origin -> !origin.isEmpty())
                        .map(OriginId::new)
                        .collect(Collectors.toCollection(TreeSet::new)),
                Percent.of(percent),
                null,
                start,
                end,
                confidence);
    }
}
