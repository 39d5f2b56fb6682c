package org.milesbot.store.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.source.Provenance;
import org.milesbot.store.db.Database;
import org.milesbot.store.dedupe.Dedupe;
import org.milesbot.store.dedupe.Offers;
import org.milesbot.store.promo.Samples;
import org.milesbot.store.promo.Sighted;
import org.milesbot.store.promo.Sightings;
import org.milesbot.store.score.ScoreRule;
import org.milesbot.store.testing.TestDatabase;

/** People, promos and what comes of them, for tests. */
public final class Household implements AutoCloseable {

    static final Duration LEASE = Duration.ofMinutes(2);

    private final TestDatabase test = TestDatabase.migrated();
    final EventMatches matches = new EventMatches(test.database(), ScoreRule.DEFAULT);
    final Outbox outbox = new Outbox(test.database(), LEASE);

    /** A household whose matching has begun, so that what comes from now on is told. */
    public Household() {
        clear();
    }

    /** Begins anew; quicker than another schema. */
    public void clear() {
        test.clear();
        matches.next(Instant.EPOCH);
    }

    public Database database() {
        return test.database();
    }

    Database another() {
        return test.another();
    }

    /** The schema that it lives in. */
    public TestDatabase test() {
        return test;
    }

    /**
     * Someone who was here before.
     *
     * @param settings of {@code user_config}, such as {@code threshold = 20, tiers = '{smiles:club}'}; empty for none
     */
    public long person(long telegramId, String settings) {
        return test.database().with(open -> {
            long id = open.createQuery("""
                            insert into app_user (telegram_id, created_at, welcomed_at)
                            values (:telegramId, now(), now())
                            returning id
                            """)
                    .bind("telegramId", telegramId)
                    .mapTo(Long.class)
                    .one();
            open.execute("insert into user_config (user_id) values (?)", id);
            if (!settings.isEmpty()) {
                open.execute("update user_config set " + settings + " where user_id = ?", id);
            }
            return id;
        });
    }

    public void run(String sql, Object... arguments) {
        test.database().with(open -> open.execute(sql, arguments));
    }

    /** A transfer bonus is told, as {@link Offers} says it, and settled. */
    public void told(String at, String offer) {
        told(at, offer, "Smiles dá bônus");
    }

    public void told(String at, String offer, String title) {
        keep(Offers.instant(at), new Sighted(at + offer, Offers.told("blog:passageiro", at, offer, title)));
    }

    /** Any promo is told and settled. */
    public void told(String at, Promo promo) {
        Instant now = Offers.instant(at);
        keep(now, new Sighted(at, Samples.sighting(promo, Samples.BLOG, Provenance.BLOG, now)));
    }

    private void keep(Instant now, Sighted sighted) {
        new Sightings(test.database()).store("blogs", 1, now, List.of(sighted));
        settle(now);
    }

    public void settle(Instant now) {
        new Dedupe(test.database(), Duration.ofDays(7), ScoreRule.DEFAULT).settle(now, false, step -> {});
    }

    /** Matches all that happened. */
    public List<EventMatch> match(String at) {
        List<EventMatch> all = new ArrayList<>();
        matches.next(Offers.instant(at)).ifPresent(all::add);
        while (!all.isEmpty()) {
            var next = matches.next(Offers.instant(at));
            if (next.isEmpty()) {
                break;
            }
            all.add(next.get());
        }
        return all;
    }

    /** The first column of each row. */
    public List<String> rows(String sql) {
        return test.database()
                .with(open -> open.createQuery(sql).mapTo(String.class).list());
    }

    /** The alerts as {@code user reason detail state}, in the order of what they tell, and of one thing by person. */
    public List<String> alerts() {
        return rows("""
                select concat_ws(' ', telegram_id, reason, nullif(detail, ''), state)
                from alert
                join app_user on app_user.id = user_id
                order by alert.created_at, alert.event_id nulls first, telegram_id, alert.id
                """);
    }

    /** Says of all that can be claimed that it arrived, and returns whom it went to. */
    List<Parcel> deliver(String at) {
        Instant now = Offers.instant(at);
        List<Parcel> parcels = outbox.claim(100, now);
        outbox.settle(
                parcels.stream()
                        .map(parcel -> Outcome.sent(
                                parcel.alerts(), 1_000 + parcel.alerts().get(0).id()))
                        .toList(),
                now);
        return parcels;
    }

    public UUID promo() {
        return test.database()
                .with(open -> open.createQuery("select id from promo order by first_seen limit 1")
                        .mapTo(UUID.class)
                        .one());
    }

    @Override
    public void close() {
        test.close();
    }
}
