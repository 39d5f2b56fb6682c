package org.milesbot.plugin.weekly;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.milesbot.api.notify.ToldCampaigns;

/** What is known when digests are made, the same for everybody, and what of it concerns each. */
final class Weeks {

    private static final int DAYS = 7;

    /** A forecast that was made longer ago says little of the days to come. */
    private static final int FRESH_DAYS = 10;

    private static final int MOST_OUTLOOKS = 5;

    private final List<Campaign> campaigns;
    private final List<Outlook> outlooks;
    private final ToldCampaigns told;

    private Weeks(List<Campaign> campaigns, List<Outlook> outlooks, ToldCampaigns told) {
        this.campaigns = campaigns;
        this.outlooks = outlooks;
        this.told = told;
    }

    /** All digests of these days, the last of which may be two days late. */
    static Weeks at(Instant now, LocalDate today, WeeklyTables tables, ToldCampaigns told) throws SQLException {
        Instant since = now.minus(Subscription.WORTH).minus(Duration.ofDays(DAYS));
        return new Weeks(tables.campaigns(since), tables.outlooks(today.minusDays(FRESH_DAYS), MOST_OUTLOOKS), told);
    }

    /** The week of one person, before an hour. */
    Week of(long chatId, ZonedDateTime slot) {
        LocalDate last = slot.toLocalDate();
        Instant from = slot.minusDays(DAYS).toInstant();
        List<Campaign> these = campaigns.stream()
                .filter(campaign -> !campaign.publishedAt().isBefore(from)
                        && campaign.publishedAt().isBefore(slot.toInstant()))
                .toList();
        Set<UUID> known = these.isEmpty()
                ? Set.of()
                : told.of(chatId, these.stream().map(Campaign::id).collect(Collectors.toSet()));
        List<Campaign> missed = these.stream()
                .filter(campaign -> !known.contains(campaign.id()))
                .sorted(Comparator.comparing((Campaign campaign) -> campaign.isOver(last))
                        .thenComparing(Campaign::percent, Comparator.reverseOrder())
                        .thenComparing(Campaign::publishedAt, Comparator.reverseOrder()))
                .toList();
        return new Week(last.minusDays(DAYS - 1), last, missed, outlooks);
    }
}
