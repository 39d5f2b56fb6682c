package org.milesbot.cli.output;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.source.Sighting;
import org.milesbot.store.dedupe.Dossier;
import org.milesbot.store.dedupe.Dossier.Grounds;
import org.milesbot.store.dedupe.Dossier.Witnessed;
import org.milesbot.store.dedupe.Part;

/** The sightings of a campaign, oldest first: what each says, what was taken from it, and why it is of this campaign. */
final class SightingList {

    private final Console console;
    private final PromoLine line;
    private final GroundsWords words;
    private final Dossier dossier;
    /** Their places in the list, from 1, by their numbers. */
    private final Map<Long, Integer> places = new HashMap<>();

    private final int indent;

    SightingList(Console console, PromoLine line, Dossier dossier) {
        this.console = console;
        this.line = line;
        this.dossier = dossier;
        words = new GroundsWords(console.locale());
        dossier.sightings().forEach(witnessed -> places.put(witnessed.number(), places.size() + 1));
        indent = place(places.size()).length() + 1;
    }

    void print() {
        dossier.sightings().forEach(this::print);
    }

    private void print(Witnessed witnessed) {
        Sighting sighting = witnessed.sighting();
        int place = places.getOrDefault(witnessed.number(), 0);
        if (place > 1) {
            console.out().println();
        }
        new Paragraph(console.look(), indent)
                .label(place(place), Tint.BOLD)
                .add(PromoLine.TIME.format(sighting.publishedAt().atZone(Zones.SAO_PAULO)) + PromoLine.BETWEEN)
                .add(sighting.source().value(), Tint.CYAN)
                .add(PromoLine.BETWEEN + say("provenance." + name(sighting.provenance())))
                .print(console.out());
        offer(sighting);
        paragraph().add(sighting.title()).print(console.out());
        address(sighting);
        taken(witnessed);
        reason(witnessed, place);
    }

    private void offer(Sighting sighting) {
        Paragraph paragraph = paragraph().add(String.join(PromoLine.BETWEEN, line.parts(sighting.promo())), Tint.BOLD);
        if (sighting.isDateSuspect()) {
            paragraph.add(" " + say("dossier.suspect"), Tint.YELLOW);
        }
        paragraph.print(console.out());
    }

    /** Not broken into lines, so that it can be copied. */
    private void address(Sighting sighting) {
        String address = Cell.clean(sighting.url().toString());
        console.out().println(" ".repeat(indent) + console.look().dim(address, Console.Stream.OUT));
    }

    private void taken(Witnessed witnessed) {
        boolean hasBonus = !witnessed.sighting().promo().bonus().equals(Bonus.NONE);
        List<String> parts = Stream.of(Part.values())
                .filter(part -> Objects.equals(dossier.told().get(part), witnessed.number()))
                // Whatever its kind, a promo takes its percentages from some sighting, though there be none.
                .filter(part -> part != Part.BONUS || hasBonus)
                .map(part -> say("part." + part.slug()))
                .toList();
        if (!parts.isEmpty()) {
            paragraph()
                    .add(say("dossier.taken", parts.size(), String.join(", ", parts)), Tint.GREEN)
                    .print(console.out());
        }
    }

    private void reason(Witnessed witnessed, int place) {
        Grounds grounds = witnessed.reason();
        if (grounds == null) {
            paragraph()
                    .add(place == 1 ? say("dossier.began") : say("dossier.repeats", place(1)))
                    .print(console.out());
            return;
        }
        Integer like = places.get(grounds.likeNumber());
        Paragraph paragraph = paragraph()
                .add(like == null ? say("dossier.like.gone") : say("dossier.like", place(like)))
                .add(" " + words.of(grounds.agreed()));
        if (!grounds.differed().isEmpty()) {
            paragraph.add(PromoLine.BETWEEN).add(say("dossier.differs", words.of(grounds.differed())), Tint.YELLOW);
        }
        paragraph
                .add(PromoLine.BETWEEN + say("dossier.margin", grounds.margin()), Tint.DIM)
                .print(console.out());
    }

    private String place(int place) {
        return say("dossier.place", Integer.toString(place));
    }

    private Paragraph paragraph() {
        return new Paragraph(console.look(), indent).label("", Tint.PLAIN);
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private String say(String key, Object... arguments) {
        return Text.of(SightingList.class, key, arguments).in(console.locale());
    }
}
