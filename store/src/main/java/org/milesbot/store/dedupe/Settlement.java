package org.milesbot.store.dedupe;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.milesbot.store.dedupe.EventWrites.Row;
import org.milesbot.store.dedupe.Life.Happening;
import org.milesbot.store.dedupe.Queue.Waiting;
import org.milesbot.store.dedupe.Queue.Why;
import org.milesbot.store.event.PromoEvent;
import org.milesbot.store.promo.Fingerprint;
import org.milesbot.store.promo.KeptScores;
import org.milesbot.store.score.ScoreRule;
import org.milesbot.store.score.Scores;

/** Settles some blocks in one transaction: reads, decides, and writes what is not as it was. */
final class Settlement {

    private final Handle transaction;
    private final Instant now;
    private final Duration freshness;
    private final ScoreRule rule;
    private final boolean isSeed;

    /**
     * @param freshness what was told longer ago is history
     * @param rule how scores are worked out that are kept
     * @param isSeed whether all that happened is history
     */
    Settlement(Handle transaction, Instant now, Duration freshness, ScoreRule rule, boolean isSeed) {
        this.transaction = transaction;
        this.now = now;
        this.freshness = freshness;
        this.rule = rule;
        this.isSeed = isSeed;
    }

    /** Settles what waits in some blocks, and whatever that may have to do with. */
    Settled settleWaiting(Collection<Block> blocks) {
        List<Waiting> waiting = take(blocks);
        if (waiting.isEmpty()) {
            return Settled.NOTHING;
        }
        WitnessRows rows = new WitnessRows(transaction);
        List<Links> components = new ArrayList<>();
        waiting.stream()
                .collect(Collectors.groupingBy(Waiting::block, TreeMap::new, Collectors.toList()))
                .forEach((block, within) -> components.addAll(concerned(new Neighbourhood(rows, block), within)));
        Kept kept = Kept.around(transaction, concerned(components, fingerprints(waiting, each -> true)));
        return write(components, kept, waiting);
    }

    /** Settles all there is of a block, as if for the first time; only promos keep their ids. */
    Settled settleAll(Block block) {
        List<Waiting> waiting = take(List.of(block));
        Links links = Links.among(new WitnessRows(transaction).of(block));
        return write(List.of(links), Kept.of(transaction, block), waiting);
    }

    private List<Waiting> take(Collection<Block> blocks) {
        Queue queue = new Queue(transaction, today());
        queue.close();
        return queue.take(blocks);
    }

    private static List<Links> concerned(Neighbourhood neighbourhood, List<Waiting> waiting) {
        Set<LocalDate> days = days(waiting, EnumSet.allOf(Why.class));
        Set<LocalDate> changed = days(waiting, EnumSet.of(Why.CHANGED));
        return neighbourhood.around(days, changed, fingerprints(waiting, each -> true));
    }

    private static Set<LocalDate> days(Collection<Waiting> waiting, Set<Why> reasons) {
        return waiting.stream()
                .filter(each -> reasons.contains(each.why()))
                .map(Waiting::day)
                .collect(Collectors.toSet());
    }

    private LocalDate today() {
        return Life.day(now);
    }

    private static Set<Fingerprint> concerned(List<Links> components, Set<Fingerprint> seeds) {
        Set<Fingerprint> all = new HashSet<>(seeds);
        components.forEach(component -> component.told().forEach(told -> all.add(told.fingerprint())));
        return all;
    }

    private static Set<Fingerprint> fingerprints(Collection<Waiting> waiting, Predicate<Waiting> wanted) {
        return waiting.stream().filter(wanted).map(Waiting::fingerprint).collect(Collectors.toSet());
    }

    private Settled write(List<Links> components, Kept kept, List<Waiting> waiting) {
        List<Campaign> campaigns = components.stream()
                .flatMap(component -> Clustering.campaigns(component).stream())
                .toList();
        Naming naming = Naming.of(campaigns, kept);
        List<Telling> tellings = campaigns.stream()
                .map(campaign -> telling(naming.id(campaign), campaign))
                .toList();
        Map<Boolean, List<Telling>> isKept = tellings.stream()
                .collect(Collectors.partitioningBy(telling -> kept.promos().containsKey(telling.id())));
        List<Telling> added = Objects.requireNonNull(isKept.get(false));
        PromoWrites writes = new PromoWrites(transaction);
        writes.insert(added, now);
        assign(writes, tellings, kept);
        Set<UUID> changed = new HashSet<>(writes.tell(Objects.requireNonNull(isKept.get(true)), now));
        added.forEach(telling -> changed.add(telling.id()));
        writes.remove(naming.merged(), empty(campaigns, kept, naming), now);
        score(rescored(tellings, changed, fingerprints(waiting, each -> true)));
        List<PromoEvent> events =
                new EventWrites(transaction, now).write(rows(tellings, fingerprints(waiting, each -> !each.isQuiet())));
        long sightings = campaigns.stream()
                .flatMap(campaign -> campaign.told().stream())
                .mapToLong(told -> told.witnesses().size())
                .sum();
        return new Settled(sightings, campaigns.size(), changed.size(), merged(naming, kept), events);
    }

    private static void assign(PromoWrites writes, List<Telling> tellings, Kept kept) {
        List<Assigned> added = new ArrayList<>();
        List<Assigned> changed = new ArrayList<>();
        for (Telling telling : tellings) {
            for (Assigned each : Assigned.of(telling.id(), telling.campaign())) {
                Assigned known = kept.assigned().get(each.fingerprint());
                if (known == null) {
                    added.add(each);
                } else if (!known.equals(each)) {
                    changed.add(each);
                }
            }
        }
        writes.assign(added);
        writes.reassign(changed);
    }

    private void score(List<Scores.Reported> reported) {
        Scores.update(transaction, reported);
        KeptScores.keep(
                transaction, reported.stream().map(Scores.Reported::promo).toList(), rule, now);
    }

    /** Those that tell something else, and those that somebody else tells the same of. */
    private static List<Scores.Reported> rescored(List<Telling> tellings, Set<UUID> changed, Set<Fingerprint> told) {
        return tellings.stream()
                .filter(telling -> changed.contains(telling.id())
                        || telling.campaign().fingerprints().anyMatch(told::contains))
                .map(Telling::reported)
                .toList();
    }

    private Telling telling(UUID id, Campaign campaign) {
        Account account = Account.of(campaign);
        return new Telling(id, campaign, account, Life.state(account, today()));
    }

    /** Only those that somebody was told of: what has just come is no merger. */
    private static long merged(Naming naming, Kept kept) {
        return naming.merged().keySet().stream()
                .filter(id -> Objects.requireNonNull(kept.promos().get(id)).announcedAs() != null)
                .count();
    }

    /** Promos none of whose fingerprints is told any more. */
    private static List<UUID> empty(List<Campaign> campaigns, Kept kept, Naming naming) {
        Set<UUID> supported = campaigns.stream().map(naming::id).collect(Collectors.toSet());
        return kept.promos().keySet().stream()
                .filter(id -> !supported.contains(id) && !naming.merged().containsKey(id))
                .toList();
    }

    private List<Row> rows(List<Telling> tellings, Set<Fingerprint> news) {
        List<Row> rows = new ArrayList<>();
        for (Telling telling : tellings) {
            boolean isNews = telling.campaign().fingerprints().anyMatch(news::contains);
            for (Happening happening : Life.happenings(telling.account(), today())) {
                rows.add(new Row(telling.id(), happening, isQuiet(happening, isNews)));
            }
        }
        return rows;
    }

    private boolean isQuiet(Happening happening, boolean isNews) {
        return isSeed || happening.at().isBefore(now.minus(freshness)) || (!happening.isByClock() && !isNews);
    }
}
