package org.milesbot.forecast.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;

/** Makes one campaign of what is told several times. */
public final class Campaigns {

    private static final Comparator<DatedCampaign> BY_START = Comparator.comparing(DatedCampaign::start)
            .thenComparing(DatedCampaign::end)
            .thenComparing(campaign -> campaign.program().value())
            .thenComparing(campaign -> campaign.origins().toString())
            .thenComparing(campaign -> number(campaign.bonus()))
            .thenComparing(campaign -> number(campaign.base()))
            .thenComparing(campaign -> campaign.known().start())
            .thenComparing(campaign -> campaign.known().end());

    private final List<List<DatedCampaign>> open = new ArrayList<>();
    private final List<List<DatedCampaign>> closed = new ArrayList<>();

    private Campaigns() {}

    /**
     * The distinct campaigns, by their first day, whatever the order they are told in. Two are one if the programme is
     * the same, an origin is shared, the percentages are at most 30 points apart, and the windows overlap or begin within
     * 3 days (5 if a first day is inferred). A campaign for every bank and one for a single bank are one if the
     * percentages are at most 10 points and the first days at most 3 days apart.
     */
    public static List<DatedCampaign> distinct(Collection<Campaign> told) {
        Map<ProgramId, List<DatedCampaign>> byProgram =
                told.stream().map(DatedCampaign::of).collect(Collectors.groupingBy(DatedCampaign::program));
        return byProgram.values().stream()
                .flatMap(Campaigns::groups)
                .map(Campaigns::joined)
                .sorted(BY_START)
                .toList();
    }

    private static Stream<List<DatedCampaign>> groups(List<DatedCampaign> ofProgram) {
        Campaigns campaigns = new Campaigns();
        ofProgram.stream().sorted(BY_START).forEach(campaigns::add);
        return Stream.concat(campaigns.closed.stream(), campaigns.open.stream());
    }

    /** Adds a campaign that begins no earlier than those before it, after which nothing can belong to what is over. */
    private void add(DatedCampaign next) {
        List<DatedCampaign> joined = new ArrayList<>();
        for (Iterator<List<DatedCampaign>> groups = open.iterator(); groups.hasNext(); ) {
            List<DatedCampaign> group = groups.next();
            if (group.stream().noneMatch(campaign -> campaign.reaches(next.start()))) {
                closed.add(group);
                groups.remove();
            } else if (group.stream().anyMatch(next::isToldAgainBy)) {
                joined.addAll(group);
                groups.remove();
            }
        }
        joined.add(next);
        open.add(joined);
    }

    private static DatedCampaign joined(List<DatedCampaign> group) {
        return group.size() == 1 ? group.get(0) : joinedFromSeveral(group);
    }

    private static DatedCampaign joinedFromSeveral(List<DatedCampaign> group) {
        SortedSet<OriginId> origins = new TreeSet<>();
        group.forEach(campaign -> origins.addAll(campaign.origins()));
        boolean isStartKnown =
                group.stream().anyMatch(campaign -> campaign.known().start());
        boolean isEndKnown =
                group.stream().anyMatch(campaign -> campaign.known().end());
        LocalDate start = days(group, isStartKnown, campaign -> campaign.known().start(), DatedCampaign::start)
                .first();
        LocalDate end = days(group, isEndKnown, campaign -> campaign.known().end(), DatedCampaign::end)
                .last();
        return new DatedCampaign(
                group.get(0).program(),
                origins,
                highest(group, DatedCampaign::bonus),
                highest(group, DatedCampaign::base),
                start,
                end.isBefore(start) ? start : end,
                new DatedCampaign.Known(isStartKnown, isEndKnown));
    }

    private static SortedSet<LocalDate> days(
            List<DatedCampaign> group,
            boolean onlyKnown,
            Predicate<DatedCampaign> isKnown,
            Function<DatedCampaign, LocalDate> day) {
        SortedSet<LocalDate> days = new TreeSet<>();
        group.stream().filter(campaign -> !onlyKnown || isKnown.test(campaign)).forEach(c -> days.add(day.apply(c)));
        return days;
    }

    private static @Nullable Percent highest(
            List<DatedCampaign> group, Function<DatedCampaign, @Nullable Percent> percent) {
        return group.stream()
                .map(percent)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static BigDecimal number(@Nullable Percent percent) {
        return percent == null ? BigDecimal.ONE.negate() : percent.value();
    }
}
