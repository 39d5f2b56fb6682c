package org.milesbot.cli.output;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.api.source.Announcement;
import org.milesbot.scrapers.extract.promo.TraceEntry;
import org.milesbot.scrapers.extract.promo.TracePlace;
import org.milesbot.scrapers.extract.text.Block;

/** How an announcement was read, as JSON in the form of {@code docs/schemas/explanation.schema.json}. */
public final class ExplanationJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PromoJson promos;

    /**
     * @param promos writes the promos
     */
    public ExplanationJson(PromoJson promos) {
        this.promos = promos;
    }

    /** An explanation as one line. */
    public String line(ExplainedAnnouncement explained) {
        Announcement announcement = explained.announcement();
        ObjectNode line = JSON.createObjectNode();
        line.put("id", announcement.id());
        line.put("title", announcement.title());
        line.put("url", announcement.url() == null ? null : announcement.url().toString());
        line.put(
                "published_at",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(announcement
                        .publishedAt()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .atZone(Zones.SAO_PAULO)));
        line.put("published_from", explained.published().name().toLowerCase(Locale.ROOT));
        line.put("text", explained.explanation().text().text());
        ArrayNode blocks = line.putArray("blocks");
        explained.explanation().text().blocks().forEach(block -> blocks.add(block(block)));
        ArrayNode said = line.putArray("said");
        explained.explanation().said().forEach(entry -> said.add(said(entry)));
        ArrayNode found = line.putArray("promos");
        for (int i = 0; i < explained.promos().size(); i++) {
            found.addObject()
                    .<ObjectNode>set("promo", promos.tree(explained.promos().get(i)))
                    .set("fields", fields(explained.explanation().fields().get(i)));
        }
        return JsonLine.printable(line.toString());
    }

    private static ObjectNode block(Block block) {
        return JSON.createObjectNode()
                .put("kind", name(block.kind()))
                .put("start", block.span().start())
                .put("end", block.span().end());
    }

    private static ObjectNode said(TraceEntry entry) {
        ObjectNode said = JSON.createObjectNode();
        said.put("stage", entry.rule().stage().slug());
        said.put("rule", entry.rule().slug());
        said.put("said", entry.said().value());
        said.set("place", place(entry.place()));
        said.set("cue", place(entry.cue()));
        return said;
    }

    private static ObjectNode fields(Map<String, TraceEntry> fields) {
        ObjectNode object = JSON.createObjectNode();
        fields.forEach((field, entry) ->
                object.putObject(field).put("rule", entry.rule().slug()).set("place", place(entry.place())));
        return object;
    }

    private static @Nullable ObjectNode place(@Nullable TracePlace place) {
        return place == null
                ? null
                : JSON.createObjectNode()
                        .put("words", place.words())
                        .put("block", place.block())
                        .put("kind", name(place.kind()))
                        .put("start", place.span().start())
                        .put("end", place.span().end());
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
