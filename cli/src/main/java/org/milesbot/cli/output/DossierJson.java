package org.milesbot.cli.output;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.milesbot.store.dedupe.Dossier;
import org.milesbot.store.dedupe.Dossier.Grounds;
import org.milesbot.store.dedupe.Dossier.Witnessed;
import org.milesbot.store.dedupe.Part;

/** All there is to say of a campaign, as JSON in the form of {@code docs/schemas/dossier.schema.json}. */
public final class DossierJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PromoJson promos;

    /**
     * @param promos writes the promos
     */
    public DossierJson(PromoJson promos) {
        this.promos = promos;
    }

    /**
     * A dossier as one line.
     *
     * @param promo what the campaign amounts to
     */
    public String line(Dossier dossier, ReportedPromo promo) {
        ObjectNode line = JSON.createObjectNode();
        line.set("promo", promos.tree(promo));
        line.put("state", dossier.state() == null ? null : dossier.state().slug());
        line.put("settled_at", dossier.settledAt() == null ? null : EventOutput.time(dossier.settledAt()));
        ObjectNode told = line.putObject("told");
        for (Part part : Part.values()) {
            told.put(part.slug(), dossier.told().get(part));
        }
        ArrayNode sightings = line.putArray("sightings");
        dossier.sightings().forEach(witnessed -> sightings.add(sighting(witnessed)));
        ArrayNode events = line.putArray("events");
        dossier.events().forEach(event -> events.add(JSON.valueToTree(EventOutput.fields(event))));
        ArrayNode aliases = line.putArray("aliases");
        dossier.aliases().stream().map(UUID::toString).forEach(aliases::add);
        return JsonLine.printable(line.toString());
    }

    private ObjectNode sighting(Witnessed witnessed) {
        ObjectNode sighting = JSON.createObjectNode();
        sighting.put("number", witnessed.number());
        sighting.put("provenance", witnessed.sighting().provenance().name().toLowerCase(Locale.ROOT));
        sighting.set("promo", promos.tree(ReportedPromo.of(witnessed.sighting())));
        sighting.set("reason", reason(witnessed.reason()));
        return sighting;
    }

    private static @Nullable ObjectNode reason(@Nullable Grounds grounds) {
        if (grounds == null) {
            return null;
        }
        ObjectNode reason = JSON.createObjectNode();
        reason.put("like", grounds.likeNumber() == 0 ? null : grounds.likeNumber());
        addAll(reason.putArray("agreed"), grounds.agreed());
        addAll(reason.putArray("differed"), grounds.differed());
        return reason.put("margin", grounds.margin());
    }

    private static void addAll(ArrayNode array, Collection<String> words) {
        words.forEach(array::add);
    }
}
