package org.milesbot.store.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.store.alert.Matching.Cause;
import org.milesbot.store.db.Database;
import org.milesbot.store.event.PromoEvent;
import org.milesbot.store.event.PromoEvents;
import org.milesbot.store.promo.PromoFilter;
import org.milesbot.store.promo.PromoFilter.Order;
import org.milesbot.store.promo.PromoRow;
import org.milesbot.store.promo.Promos;
import org.milesbot.store.score.Score;
import org.milesbot.store.score.ScoreParts;
import org.milesbot.store.score.ScoreRule;

/**
 * Matches what happened to campaigns with people. One process at a time, under {@link #LOCK}; each event in one transaction
 * together with the number of the last one, so that none is passed over and none is dealt with twice.
 */
public final class EventMatches {

    /** The lock under which events are matched. */
    public static final String LOCK = "notify";

    private static final String CONSUMER = "notify";
    private static final int MOST_OPEN = 500;

    private final Database database;
    private final Promos promos;
    private final PromoEvents events;
    private final ScoreRule rule;

    /**
     * @param rule how the scores are worked out that are held against people's thresholds
     */
    public EventMatches(Database database, ScoreRule rule) {
        this.database = database;
        this.rule = rule;
        promos = new Promos(database);
        events = new PromoEvents(database);
    }

    /** Whether there is anything to match; cheap, so that one may ask every few seconds. */
    public boolean isBehind() {
        return database.with(open -> open.createQuery("""
                        select not exists (select from event_cursor where consumer = :consumer)
                            or exists (
                                select from promo_event
                                where id > (select last_id from event_cursor where consumer = :consumer))
                            or exists (select from app_user where welcomed_at is null and role = 'member')
                        """)
                .bind("consumer", CONSUMER)
                .mapTo(Boolean.class)
                .one());
    }

    /** Matches the next event that was not matched yet, if there is one. */
    public Optional<EventMatch> next(Instant now) {
        return database.inTransaction(transaction -> {
            long last = Cursors.read(transaction, CONSUMER, "promo_event");
            return events.after(last, 1).stream().findFirst().map(event -> {
                EventMatch match = match(transaction, event, now);
                Cursors.move(transaction, CONSUMER, event.id());
                keep(transaction, match, now);
                return match;
            });
        });
    }

    /**
     * Looks for whom of those who are new what is open now is, the best first.
     *
     * @param atMost of how many promos each of them is told
     * @return how many people were new
     */
    public int welcome(int atMost, Instant now) {
        return database.inTransaction(transaction -> {
            List<Long> fresh = transaction
                    .createQuery("select id from app_user where welcomed_at is null and role = 'member' for update")
                    .mapTo(Long.class)
                    .list();
            if (fresh.isEmpty()) {
                return 0;
            }
            open(now).stream()
                    .map(row -> Offer.of(row, now))
                    .forEach(offer -> Matching.welcome(transaction, offer, atMost, now));
            return transaction
                    .createUpdate("update app_user set welcomed_at = :now where id = any(:fresh)")
                    .bind("now", now)
                    .bindArray("fresh", Long.class, fresh)
                    .execute();
        });
    }

    private EventMatch match(Handle transaction, PromoEvent event, Instant now) {
        if (event.isQuiet()) {
            return new EventMatch(event, null, Skipped.QUIET, 0);
        }
        PromoRow row = survivor(transaction, event.promoId(), now);
        if (row == null) {
            return new EventMatch(event, null, Skipped.GONE, 0);
        }
        Offer offer = Offer.of(row, now);
        return reason(event)
                .map(reason -> offer.expiresAt().isAfter(now)
                        ? new EventMatch(event, row, null, tell(transaction, event, row, reason, now))
                        : new EventMatch(event, row, Skipped.OVER, 0))
                .orElseGet(() -> new EventMatch(event, row, Skipped.ENDED, 0));
    }

    private static Optional<Reason> reason(PromoEvent event) {
        return switch (event.kind()) {
            case CREATED -> Optional.of(Reason.CREATED);
            case RAISED -> Optional.of(Reason.RAISED);
            case EXTENDED -> Optional.of(Reason.EXTENDED);
            case ENDING -> Optional.of(Reason.ENDING);
            case ENDED -> Optional.empty();
        };
    }

    private long tell(Handle transaction, PromoEvent event, PromoRow row, Reason reason, Instant now) {
        Cause cause = new Cause(event.id(), Offer.of(row, now), reason, event.detail());
        return Matching.match(transaction, cause, now) + combos(transaction, cause, row, now);
    }

    /** A bonus and a fare meet when the later of them comes. */
    private long combos(Handle transaction, Cause cause, PromoRow row, Instant now) {
        if (cause.reason() != Reason.CREATED) {
            return 0;
        }
        PromoKind kind = row.promo().kind();
        if (kind.equals(PromoKind.TRANSFER_BONUS)) {
            return open(now, row, PromoKind.AWARD_FARE).stream()
                    .mapToLong(fare -> Matching.match(transaction, Combo.of(cause.event(), row, fare, now), now))
                    .sum();
        }
        if (kind.equals(PromoKind.AWARD_FARE)) {
            return open(now, row, PromoKind.TRANSFER_BONUS).stream()
                    .mapToLong(bonus -> Matching.match(transaction, Combo.of(cause.event(), bonus, row, now), now))
                    .sum();
        }
        return 0;
    }

    private @Nullable PromoRow survivor(Handle transaction, UUID id, Instant now) {
        UUID survivor = transaction
                .createQuery("select promo_id from promo_alias where id = :id")
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne()
                .orElse(id);
        return promos.byId(List.of(survivor), rule, now).get(survivor);
    }

    private List<PromoRow> open(Instant now) {
        return promos.list(open(now, Set.of(), null), rule, now);
    }

    private List<PromoRow> open(Instant now, PromoRow beside, PromoKind kind) {
        return promos.list(open(now, Set.of(beside.promo().program()), kind), rule, now).stream()
                .filter(row -> Offer.of(row, now).expiresAt().isAfter(now))
                .toList();
    }

    private static PromoFilter open(Instant now, Set<ProgramId> programs, @Nullable PromoKind kind) {
        LocalDate today = LocalDate.ofInstant(now, Zones.SAO_PAULO);
        return new PromoFilter(programs, null, kind, today, null, MOST_OPEN, Order.SCORE);
    }

    private static void keep(Handle transaction, EventMatch match, Instant now) {
        PromoRow promo = match.promo();
        Score score = promo == null ? null : promo.score();
        ScoreParts parts = score == null ? null : score.parts();
        transaction
                .createUpdate("""
                        insert into event_match (
                            event_id, matched_at, score, freshness, provenance, structure, hit_rate,
                            urgent, skipped, alerts)
                        values (
                            :event, :now, :score, :freshness, :provenance, :structure, :hitRate,
                            :urgent, :skipped, :alerts)
                        """)
                .bind("event", match.event().id())
                .bind("now", now)
                .bind("score", score == null ? null : score.value())
                .bind("freshness", parts == null ? null : parts.freshness())
                .bind("provenance", parts == null ? null : parts.provenance())
                .bind("structure", parts == null ? null : parts.structure())
                .bind("hitRate", parts == null ? null : parts.hitRate())
                .bind("urgent", promo != null && Offer.of(promo, now).isUrgent())
                .bind(
                        "skipped",
                        match.skipped() == null ? null : match.skipped().slug())
                .bind("alerts", match.alerts())
                .execute();
    }
}
