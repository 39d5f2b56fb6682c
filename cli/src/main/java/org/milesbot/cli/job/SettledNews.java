package org.milesbot.cli.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.job.JobContext;
import org.milesbot.api.job.SettledCampaign;
import org.milesbot.store.event.EventKind;
import org.milesbot.store.event.PromoEvent;
import org.milesbot.store.event.PromoEvents;
import org.milesbot.store.promo.PromoRow;
import org.milesbot.store.promo.Promos;
import org.milesbot.store.score.ScoreRule;

/** Tells jobs of the campaigns that began or changed. */
public final class SettledNews implements JobNews {

    private static final Duration AT_FIRST = Duration.ofDays(30);

    /** What another process settled before the last success may have been kept after it. */
    private static final Duration OVERLAP = Duration.ofHours(1);

    private final PromoEvents events;
    private final Promos promos;
    private final ScoreRule rule;

    /**
     * @param rule how scores are worked out
     */
    public SettledNews(PromoEvents events, Promos promos, ScoreRule rule) {
        this.events = events;
        this.promos = promos;
        this.rule = rule;
    }

    @Override
    public JobContext since(Instant now, @Nullable Instant lastSuccess) {
        Instant from = lastSuccess == null ? now.minus(AT_FIRST) : lastSuccess.minus(OVERLAP);
        List<UUID> changed = events.changedSince(from, JobContext.MOST);
        Map<UUID, PromoRow> rows = promos.byId(changed, rule, now);
        Map<UUID, List<PromoEvent>> lives = events.of(rows.keySet());
        List<SettledCampaign> campaigns = changed.stream()
                .map(rows::get)
                .filter(Objects::nonNull)
                .map(row -> campaign(row, lives.getOrDefault(row.id(), List.of())))
                .toList();
        return new JobContext(now, lastSuccess, List.of(), campaigns);
    }

    private static SettledCampaign campaign(PromoRow row, List<PromoEvent> life) {
        Instant announcedAt = life.stream()
                .filter(event -> event.kind() == EventKind.CREATED)
                .map(PromoEvent::happenedAt)
                .findFirst()
                .orElse(row.publishedAt());
        return new SettledCampaign(
                row.id(), row.promo(), row.title(), row.url(), row.publishedAt(), row.provenance(), announcedAt);
    }
}
