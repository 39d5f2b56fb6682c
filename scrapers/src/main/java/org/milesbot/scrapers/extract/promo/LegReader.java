package org.milesbot.scrapers.extract.promo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;

/** Finds several campaigns in one announcement: pieces of it that each name two sides and a percentage of their own. */
final class LegReader {

    private static final String EVERY_BANK = "*";

    private final Scene scene;
    private final Sides title;
    private final Map<Integer, List<Clause>> blocks = new LinkedHashMap<>();

    LegReader(Scene scene, Sides title) {
        this.scene = scene;
        this.title = title;
        for (Clause clause : scene.body()) {
            if (scene.speaks(clause)) {
                blocks.computeIfAbsent(clause.block(), block -> new ArrayList<>())
                        .add(clause);
            }
        }
    }

    /** The campaigns, or none if there are not several. */
    List<Campaign> read() {
        List<Campaign> columns = new ColumnReader(scene, title).read();
        if (!columns.isEmpty()) {
            return columns;
        }
        List<Campaign> legs = bodyLegs();
        if (legs.isEmpty()) {
            legs = giverLegs();
        }
        if (legs.isEmpty()) {
            legs = partition();
        }
        if (legs.isEmpty()) {
            List<Campaign> titled = new GiverTitleReader(scene, title).read();
            titled = titled.isEmpty() ? titleLegs() : titled;
            return titled.isEmpty() ? new PairReader(scene, title).read() : titled;
        }
        return withShared(legs);
    }

    /** A block a campaign, or a sentence a campaign where one block has several. */
    private List<Campaign> bodyLegs() {
        Map<String, Campaign> legs = new LinkedHashMap<>();
        for (List<Clause> block : blocks.values()) {
            if (!tellsBonus(block)) {
                continue;
            }
            Map<String, Campaign> apart = new LinkedHashMap<>();
            block.forEach(clause -> addLeg(List.of(clause), apart));
            if (apart.size() > 1) {
                apart.forEach(legs::putIfAbsent);
            } else {
                addLeg(block, legs);
            }
        }
        Set<String> takers = new LinkedHashSet<>();
        legs.values().forEach(leg -> takers.add(leg.taker().slug()));
        boolean several =
                legs.size() > 1 && (takers.size() > 1 || title.takerSlugs().size() > 1);
        return several ? new ArrayList<>(legs.values()) : List.of();
    }

    private void addLeg(List<Clause> piece, Map<String, Campaign> legs) {
        Sides sides = scene.sides(piece.get(0));
        boolean shared = title.hasOrigin() && title.takerSlugs().size() != 1;
        if (sides.takerSlugs().size() != 1 || !(sides.hasOrigin() || shared) || !tellsBonus(piece)) {
            return;
        }
        NameMention taker = sides.takers().get(0);
        boolean directed = taker.mark() == NameMention.Mark.TAKER && sides.hasOrigin() && !titleTellsPercent();
        if (title.takers().isEmpty() || isTitled(taker) || directed) {
            Sides origin = sides.hasOrigin() ? sides : title;
            legs.putIfAbsent(
                    taker.slug() + origin.giverSlugs(),
                    new Campaign(taker, origin.givers(), origin.everyBank(), piece));
        }
    }

    private boolean tellsBonus(List<Clause> piece) {
        for (Clause clause : piece) {
            for (ReadPercent percent : scene.percents(clause)) {
                if (percent.isTransferBonus()) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean titleTellsPercent() {
        return Lists.any(scene.title(), clause -> !scene.percents(clause).isEmpty());
    }

    private boolean isTitled(NameMention taker) {
        return scene.title().stream()
                .flatMap(clause -> scene.names(clause).stream())
                .anyMatch(name -> name.stands() && name.slug().equals(taker.slug()));
    }

    /** One taker in the title over entries that each begin with a giver and tell another percentage. */
    private List<Campaign> giverLegs() {
        Map<String, Campaign> legs = new LinkedHashMap<>();
        Set<String> percents = new LinkedHashSet<>();
        for (List<Clause> block : title.takerSlugs().size() == 1 ? blocks.values() : List.<List<Clause>>of()) {
            Clause clause = block.get(0);
            List<ReadPercent> told = scene.percents(clause);
            Sides sides = scene.sides(clause);
            boolean begins = scene.isListed(clause)
                    && !sides.givers().isEmpty()
                    && sides.givers().get(0).hit().from() - clause.from() <= 1;
            boolean plain = !told.isEmpty() && Lists.none(told, percent -> percent.reach() == Reach.SOME);
            if (begins && plain) {
                percents.add(told.get(0).mention().value().toString());
                legs.putIfAbsent(
                        sides.giverSlugs().toString(),
                        new Campaign(title.takers().get(0), sides.givers(), List.of(), block));
            }
        }
        return legs.size() > 1 && percents.size() > 1 ? new ArrayList<>(legs.values()) : List.of();
    }

    /** One taker and several givers in the title, over blocks that are each about some of the givers only. */
    private List<Campaign> partition() {
        Map<String, Campaign> legs = new LinkedHashMap<>();
        Set<String> terms = new LinkedHashSet<>();
        Set<String> left = new LinkedHashSet<>(title.giverSlugs());
        if (!title.everyBank().isEmpty()) {
            left.add(EVERY_BANK);
        }
        int all = left.size();
        boolean several = title.takerSlugs().size() == 1 && all > 1;
        for (List<Clause> block : several ? pieces() : List.<List<Clause>>of()) {
            Sides sides = Sides.of(scene, block);
            List<NameMention> givers = sides.givers();
            boolean every = givers.isEmpty() && !sides.everyBank().isEmpty();
            Set<String> slugs = every ? Set.of(EVERY_BANK) : Sides.slugs(givers);
            boolean own = !slugs.isEmpty() && left.containsAll(slugs) && slugs.size() < all;
            String told = own ? terms(block) : "";
            if (!told.isEmpty()) {
                left.removeAll(slugs);
                terms.add(told);
                List<Hit> everyBank = every ? sides.everyBank() : List.of();
                legs.put(slugs.toString(), new Campaign(title.takers().get(0), givers, everyBank, block));
            }
        }
        boolean whole = legs.size() > 1 && left.isEmpty() && terms.size() > 1;
        return whole ? new ArrayList<>(legs.values()) : List.of();
    }

    /** The blocks; one in which sentences begin to speak of one giver after another is cut there. */
    private List<List<Clause>> pieces() {
        List<List<Clause>> pieces = new ArrayList<>();
        for (List<Clause> block : blocks.values()) {
            Set<String> openers = new LinkedHashSet<>();
            block.forEach(clause -> openers.addAll(opener(clause)));
            int from = pieces.size();
            for (Clause clause : block) {
                boolean opens = openers.size() > 1 && !opener(clause).isEmpty();
                if (pieces.size() == from || opens) {
                    pieces.add(new ArrayList<>());
                }
                pieces.get(pieces.size() - 1).add(clause);
            }
        }
        return pieces;
    }

    /** The only giver of a clause that tells a percentage of its own. */
    private Set<String> opener(Clause clause) {
        Set<String> givers = Sides.of(scene, List.of(clause)).giverSlugs();
        boolean told = Lists.any(scene.percents(clause), ReadPercent::isTransferBonus);
        return told && givers.size() == 1 ? givers : Set.of();
    }

    /** The percentages and days of a block, or nothing if it tells no bonus. */
    private String terms(List<Clause> block) {
        String percents = block.stream()
                .flatMap(clause -> scene.percents(clause).stream())
                .filter(ReadPercent::isTransferBonus)
                .map(percent -> percent.mention().value().toString())
                .sorted()
                .collect(Collectors.joining(" "));
        String days = block.stream()
                .flatMap(clause -> scene.dates(clause).stream())
                .filter(date -> date.role() != DateRole.OTHER)
                .map(date -> date.mention().first().toString())
                .collect(Collectors.joining(" "));
        return percents.isEmpty() ? "" : percents + " | " + days;
    }

    /** A title with several takers and as many percentages, or one for all. */
    private List<Campaign> titleLegs() {
        if (title.takerSlugs().size() < 2 || scene.title().size() != 1) {
            return List.of();
        }
        Clause clause = scene.title().get(0);
        List<ReadPercent> percents = scene.percents(clause).stream()
                .filter(ReadPercent::isTransferBonus)
                .toList();
        List<Campaign> legs = new ArrayList<>();
        for (NameMention taker : title.takers()) {
            boolean known = Lists.any(legs, leg -> leg.taker().slug().equals(taker.slug()));
            int at = percents.size() == 1 ? 0 : legs.size();
            if (!known && at < percents.size()) {
                legs.add(new Campaign(taker, title.givers(), title.everyBank(), aboutOnly(taker))
                        .withPercents(List.of(percents.get(at))));
            }
        }
        boolean paired =
                percents.size() == 1 || percents.size() == title.takerSlugs().size();
        return paired && legs.size() > 1 ? legs : List.of();
    }

    /** What speaks of this taker alone, or of none. */
    private List<Clause> aboutOnly(NameMention taker) {
        List<Clause> clauses = new ArrayList<>(scene.title());
        for (List<Clause> block : blocks.values()) {
            for (Clause clause : block) {
                boolean other = Lists.any(
                        scene.names(clause),
                        name -> name.isCarrier() && !name.slug().equals(taker.slug()));
                if (!other) {
                    clauses.add(clause);
                }
            }
        }
        return clauses;
    }

    /** A clause that speaks of one campaign only, by a name that no other has, belongs to it too. */
    private List<Campaign> withShared(List<Campaign> legs) {
        List<Campaign> whole = new ArrayList<>();
        for (Campaign leg : legs) {
            List<Clause> clauses = new ArrayList<>(leg.clauses());
            blocks.values()
                    .forEach(block -> block.stream()
                            .filter(clause ->
                                    Lists.none(legs, other -> other.clauses().contains(clause)))
                            .filter(clause -> belongs(clause, leg, legs))
                            .forEach(clauses::add));
            whole.add(new Campaign(leg.taker(), leg.givers(), leg.everyBank(), clauses));
        }
        return whole;
    }

    private boolean belongs(Clause clause, Campaign leg, List<Campaign> legs) {
        if (isShared(clause, legs)) {
            return scene.dates(clause).isEmpty() || !hasWindow(leg);
        }
        if (scene.names(clause).isEmpty()) {
            return scene.has(clause, Sense.TOGETHER) && scene.percents(clause).isEmpty();
        }
        Set<String> own = leg.slugs();
        for (NameMention name : scene.names(clause)) {
            boolean elsewhere =
                    Lists.any(legs, other -> !other.equals(leg) && other.slugs().contains(name.slug()));
            if (own.contains(name.slug()) && !elsewhere) {
                return true;
            }
        }
        return false;
    }

    /** Names nobody, or those only that all legs share. */
    private boolean isShared(Clause clause, List<Campaign> legs) {
        return scene.percents(clause).isEmpty()
                && Lists.all(
                        scene.names(clause),
                        name -> Lists.all(legs, leg -> leg.slugs().contains(name.slug())));
    }

    private boolean hasWindow(Campaign leg) {
        for (Clause clause : leg.clauses()) {
            for (ReadDate date : scene.dates(clause)) {
                if (date.role() == DateRole.END || date.role() == DateRole.PERIOD) {
                    return true;
                }
            }
        }
        return false;
    }
}
