package org.milesbot.scrapers.extract.promo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.text.BlockKind;

/** Finds several campaigns in a table whose columns are each headed by a giver or a taker. */
final class ColumnReader {

    private final Scene scene;
    private final Sides title;

    ColumnReader(Scene scene, Sides title) {
        this.scene = scene;
        this.title = title;
    }

    /** The campaigns, or none if there are not several. */
    List<Campaign> read() {
        for (Clause clause : scene.body()) {
            List<NameMention> heads = isHeader(clause) ? heads(clause) : List.of();
            List<Campaign> campaigns = heads.size() > 1 ? campaigns(clause, heads) : List.of();
            if (campaigns.size() > 1) {
                return campaigns;
            }
        }
        return List.of();
    }

    private boolean isHeader(Clause clause) {
        return clause.kind() == BlockKind.ROW && scene.percents(clause).isEmpty();
    }

    /** One name a column. */
    private List<NameMention> heads(Clause header) {
        Map<Integer, NameMention> heads = new LinkedHashMap<>();
        for (NameMention name : scene.names(header)) {
            if (name.stands()) {
                heads.putIfAbsent(column(header, name.hit().from()), name);
            }
        }
        return List.copyOf(heads.values());
    }

    private int column(Clause row, int token) {
        return (int) scene.mentions().tokens().subList(row.from(), token).stream()
                .filter(one -> one.is("|"))
                .count();
    }

    private List<Campaign> campaigns(Clause header, List<NameMention> heads) {
        Map<NameMention, List<ReadPercent>> columns = new LinkedHashMap<>();
        for (NameMention head : heads) {
            List<ReadPercent> told = below(header, column(header, head.hit().from()));
            if (!told.isEmpty()) {
                columns.put(head, told);
            }
        }
        boolean takers = Lists.all(columns.keySet(), NameMention::isCarrier);
        boolean givers = Lists.none(columns.keySet(), NameMention::isCarrier);
        if (takers) {
            return toEach(columns);
        }
        return givers && differ(columns) && title.takerSlugs().size() == 1 ? fromEach(columns) : List.of();
    }

    /** The percentages of a column in the rows that follow at once. */
    private List<ReadPercent> below(Clause header, int column) {
        List<ReadPercent> told = new ArrayList<>();
        int block = header.block();
        for (Clause clause : scene.body()) {
            if (clause.kind() == BlockKind.ROW && clause.block() == block + 1) {
                block = clause.block();
                scene.percents(clause).stream()
                        .filter(percent -> column(clause, percent.mention().from()) == column)
                        .filter(ReadPercent::isTransferBonus)
                        .forEach(told::add);
            }
        }
        return told;
    }

    private static boolean differ(Map<NameMention, List<ReadPercent>> columns) {
        Set<List<Object>> terms = columns.values().stream()
                .map(told -> told.stream()
                        .<Object>map(percent -> percent.mention().value())
                        .toList())
                .collect(Collectors.toSet());
        return terms.size() > 1;
    }

    private List<Campaign> toEach(Map<NameMention, List<ReadPercent>> columns) {
        Sides sides = title.hasOrigin() ? title : Sides.of(scene, scene.speaking());
        List<Campaign> campaigns = new ArrayList<>();
        columns.forEach((taker, told) -> campaigns.add(
                new Campaign(taker, sides.givers(), sides.everyBank(), scene.speaking()).withPercents(told)));
        return sides.hasOrigin() ? campaigns : List.of();
    }

    private List<Campaign> fromEach(Map<NameMention, List<ReadPercent>> columns) {
        List<Campaign> campaigns = new ArrayList<>();
        columns.forEach((giver, told) -> campaigns.add(
                new Campaign(title.takers().get(0), List.of(giver), List.of(), scene.speaking()).withPercents(told)));
        return campaigns;
    }
}
