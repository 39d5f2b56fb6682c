package org.milesbot.cli.output;

import org.milesbot.api.source.Sighting;
import org.milesbot.cli.output.DossierWords.Because;
import org.milesbot.store.dedupe.Dossier;
import org.milesbot.store.dedupe.Dossier.Witnessed;

/** The sightings of a campaign, oldest first: what each says, what was taken from it, and why it is of this campaign. */
final class SightingList {

    private final Console console;
    private final DossierWords words;
    private final Dossier dossier;
    private final int indent;

    SightingList(Console console, DossierWords words, Dossier dossier) {
        this.console = console;
        this.words = words;
        this.dossier = dossier;
        indent = words.place(dossier.sightings().size()).length() + 1;
    }

    void print() {
        dossier.sightings().forEach(this::print);
    }

    private void print(Witnessed witnessed) {
        Sighting sighting = witnessed.sighting();
        if (words.number(witnessed) > 1) {
            console.out().println();
        }
        new Paragraph(console.look(), indent)
                .label(words.place(witnessed), Tint.BOLD)
                .add(words.time(sighting.publishedAt()) + PromoLine.BETWEEN)
                .add(sighting.source().value(), Tint.CYAN)
                .add(PromoLine.BETWEEN + words.provenance(sighting.provenance()))
                .print(console.out());
        offer(sighting);
        paragraph().add(sighting.title()).print(console.out());
        address(sighting);
        String taken = words.taken(witnessed);
        if (!taken.isEmpty()) {
            paragraph().add(taken, Tint.GREEN).print(console.out());
        }
        reason(words.because(witnessed));
    }

    private void offer(Sighting sighting) {
        Paragraph paragraph = paragraph().add(words.offer(sighting), Tint.BOLD);
        String warning = words.warning(sighting);
        if (!warning.isEmpty()) {
            paragraph.add(" " + warning, Tint.YELLOW);
        }
        paragraph.print(console.out());
    }

    /** Not broken into lines, so that it can be copied. */
    private void address(Sighting sighting) {
        String address = Cell.clean(sighting.url().toString());
        console.out().println(" ".repeat(indent) + console.look().dim(address, Console.Stream.OUT));
    }

    private void reason(Because because) {
        Paragraph paragraph = paragraph().add(because.likeness());
        if (!because.difference().isEmpty()) {
            paragraph.add(PromoLine.BETWEEN).add(because.difference(), Tint.YELLOW);
        }
        if (!because.margin().isEmpty()) {
            paragraph.add(PromoLine.BETWEEN + because.margin(), Tint.DIM);
        }
        paragraph.print(console.out());
    }

    private Paragraph paragraph() {
        return new Paragraph(console.look(), indent).label("", Tint.PLAIN);
    }
}
