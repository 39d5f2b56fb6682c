package org.milesbot.store.testing;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.milesbot.api.Zones;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.source.Sighting;
import org.milesbot.api.source.SourceId;
import org.milesbot.store.db.Database;
import org.milesbot.store.promo.Fingerprint;
import org.milesbot.store.promo.Sighted;
import org.milesbot.store.promo.Sightings;
import org.milesbot.store.testing.InventedOffers.Offer;

/**
 * Fills a database with campaigns of ten years, as many as wanted and the same for a seed: evenly spread, each told by one
 * to three sources in words of their own, kept and scored as real ones, and settled without looking for repeats. Of
 * 100,000 about 100 are open on any day.
 */
public final class InventedCampaigns {

    private static final int DAYS = 3_650;
    private static final int SOURCES = 30;
    private static final int MOST_SIGHTINGS = 3;
    private static final int AT_ONCE = 4_000;

    private final Random random;
    private final InventedOffers offers;
    private final Set<Fingerprint> known = new HashSet<>();

    private InventedCampaigns(long seed) {
        random = new Random(seed);
        offers = new InventedOffers(random);
    }

    /**
     * Adds campaigns to a database that has none.
     *
     * @param today the day on which the last of them are announced
     */
    public static void fill(Database database, long seed, int campaigns, LocalDate today) {
        new InventedCampaigns(seed).store(database, campaigns, today);
        database.useTransaction(transaction -> {
            transaction.execute("set local statement_timeout to 0");
            transaction.execute("delete from unsettled");
            transaction.createUpdate("""
                            update promo
                            set settled_at = last_seen,
                                state = case
                                    when hashtext(cast(id as text)) % 100 = 0 then 'withdrawn'
                                    when coalesce(end_dt, cast(published_at as date) + 7) < :today then 'ended'
                                    when start_dt > :today then 'announced'
                                    else 'active'
                                end
                            """).bind("today", today).execute();
            List<UUID> promos = transaction
                    .createQuery("select id from promo order by id")
                    .mapTo(UUID.class)
                    .list();
            TestScores.refresh(transaction, promos);
        });
        database.with(open -> open.execute("vacuum analyze"));
    }

    private void store(Database database, int campaigns, LocalDate today) {
        Sightings sightings = new Sightings(database);
        List<Sighted> batch = new ArrayList<>();
        Instant at = Instant.EPOCH;
        for (int i = 0; i < campaigns; i++) {
            LocalDate start = today.minusDays(DAYS).plusDays((long) (i + 1) * DAYS / campaigns);
            at = start.atTime(LocalTime.of(6 + random.nextInt(16), random.nextInt(60)))
                    .atZone(Zones.SAO_PAULO)
                    .toInstant();
            add(batch, i, start, at);
            if (batch.size() >= AT_ONCE) {
                sightings.store("blogs", 1, at, batch);
                batch.clear();
            }
        }
        sightings.store("blogs", 1, at, batch);
    }

    /** Another campaign with sightings of it, all published at one instant: what they have in common is its identity. */
    private void add(List<Sighted> batch, int number, LocalDate start, Instant at) {
        Offer offer = offers.next(start);
        while (!known.add(Fingerprint.of(offer.promo(), at))) {
            offer = offers.next(start);
        }
        int sightings = 1 + random.nextInt(MOST_SIGHTINGS);
        int source = random.nextInt(SOURCES);
        for (int i = 0; i < sightings; i++) {
            int teller = (source + i) % SOURCES;
            batch.add(new Sighted(
                    number + "-" + i,
                    new Sighting(
                            offer.promo(),
                            new SourceId("blog_" + teller),
                            teller == 0 ? Provenance.OFFICIAL : Provenance.BLOG,
                            offer.title(source + i),
                            URI.create("https://blog-" + teller + ".example.org/" + number),
                            at)));
        }
    }
}
