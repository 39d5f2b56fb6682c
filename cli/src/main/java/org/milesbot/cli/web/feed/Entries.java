package org.milesbot.cli.web.feed;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.Promo;
import org.milesbot.cli.config.Quoted;
import org.milesbot.cli.output.EventWords;
import org.milesbot.cli.output.PromoLine;
import org.milesbot.cli.output.PromoWords;
import org.milesbot.cli.web.read.OpenFilter;
import org.milesbot.cli.web.read.Shelf;
import org.milesbot.store.event.PromoEvent;
import org.milesbot.store.event.PromoEvents;
import org.milesbot.store.promo.PromoRow;

/** Makes entries of promos: those that were published last, and those that something happened to. */
final class Entries {

    /** How far back updates are looked for: more than a busy month has. */
    private static final int MOST_EVENTS = 300;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private final Shelf shelf;
    private final Links links;
    private final Headline headline;
    private final PromoLine line;
    private final PromoWords words;
    private final EventWords happenings;

    Entries(Shelf shelf, Links links, Locale language) {
        this.shelf = shelf;
        this.links = links;
        headline = new Headline(shelf.names(), language);
        line = new PromoLine(shelf.names(), language);
        words = new PromoWords(shelf.names(), language);
        happenings = new EventWords(language);
    }

    /** The last updated first. */
    List<Entry> newest(OpenFilter filter, int most, Instant now) {
        PromoEvents events = new PromoEvents(shelf.database());
        Map<UUID, PromoRow> promos = new LinkedHashMap<>();
        shelf.promos(filter.promos(null, most), now).forEach(row -> promos.put(row.id(), row));
        List<UUID> touched = events.newest(MOST_EVENTS).stream()
                .map(PromoEvent::promoId)
                .distinct()
                .filter(id -> !promos.containsKey(id))
                .toList();
        shelf.promos().byId(touched, shelf.rule(), now).values().stream()
                .filter(row -> filter.wants(row.promo()))
                .forEach(row -> promos.put(row.id(), row));
        Map<UUID, List<PromoEvent>> lives = events.of(promos.keySet());
        return promos.values().stream()
                .map(row -> entry(row, lives.getOrDefault(row.id(), List.of())))
                .sorted(Comparator.comparing(Entry::updated).reversed().thenComparing(Entry::urn))
                .limit(most)
                .toList();
    }

    private Entry entry(PromoRow row, List<PromoEvent> life) {
        Promo promo = row.promo();
        return new Entry(
                row.id(),
                headline.of(promo),
                text(row, life),
                links.promo(row.id()),
                row.url().toASCIIString(),
                row.source().value(),
                List.of(shelf.names().of(promo.program().value()), line.kind(promo)),
                row.publishedAt(),
                life.stream()
                        .map(PromoEvent::happenedAt)
                        .max(Comparator.naturalOrder())
                        .filter(last -> last.isAfter(row.publishedAt()))
                        .orElse(row.publishedAt()));
    }

    private String text(PromoRow row, List<PromoEvent> life) {
        List<String> lines = new ArrayList<>();
        lines.add(row.title());
        lines.add(words.window(row.promo().window()));
        life.forEach(event ->
                lines.add(DAY.format(event.happenedAt().atZone(Zones.SAO_PAULO)) + ": " + happenings.of(event)));
        return Stream.concat(lines.stream(), Stream.of(row.url().toASCIIString()))
                .map(Quoted::of)
                .collect(Collectors.joining("\n"));
    }
}
