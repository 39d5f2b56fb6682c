package org.milesbot.cli.output;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.Promo;
import org.milesbot.store.dedupe.Dossier;
import org.milesbot.store.event.PromoEvent;
import org.milesbot.store.promo.PromoState;

/** All there is to say of a campaign, for people: what it is, how it went, and who says so. */
public final class DossierView {

    private static final int DAYS = 14;

    private final Console console;
    private final ProgramNames names;
    private final PromoLine line;

    /**
     * @param names what people call the programmes and banks
     */
    public DossierView(Console console, ProgramNames names) {
        this.console = console;
        this.names = names;
        line = new PromoLine(names, console.locale());
    }

    /** Prints it. */
    public void print(Dossier dossier) {
        DossierWords words = new DossierWords(dossier, names, console.locale());
        heading(dossier, words);
        life(dossier.events());
        section(say("dossier.sightings", dossier.sightings().size()));
        new SightingList(console, words, dossier).print();
    }

    private void heading(Dossier dossier, DossierWords words) {
        Promo promo = dossier.promo().promo();
        List<String> parts = new ArrayList<>();
        parts.add(names.of(promo.program().value()));
        parts.add(line.kind(promo));
        parts.addAll(line.parts(promo));
        paragraph().add(String.join(PromoLine.BETWEEN, parts), Tint.BOLD).print(console.out());
        paragraph().add(dossier.promo().title()).print(console.out());
        state(dossier.state(), dossier.settledAt(), words)
                .add(PromoLine.BETWEEN + dossier.promo().id(), Tint.DIM)
                .print(console.out());
        if (dossier.state() == null) {
            paragraph().add(say("dossier.unsettled"), Tint.YELLOW).print(console.out());
        }
        if (!dossier.aliases().isEmpty()) {
            String aliases = dossier.aliases().stream().map(UUID::toString).collect(Collectors.joining(", "));
            paragraph().add(say("dossier.aliases", aliases), Tint.DIM).print(console.out());
        }
    }

    private Paragraph state(@Nullable PromoState state, @Nullable Instant settledAt, DossierWords words) {
        Paragraph paragraph = paragraph();
        if (state == null || settledAt == null) {
            return paragraph.add(words.state(), Tint.YELLOW);
        }
        return paragraph
                .add(words.state(), tint(state))
                .add(" " + say("dossier.settled_at", words.time(settledAt)), Tint.DIM);
    }

    private static Tint tint(PromoState state) {
        return switch (state) {
            case ANNOUNCED -> Tint.CYAN;
            case ACTIVE, EXTENDED -> Tint.GREEN;
            case ENDED -> Tint.DIM;
            case WITHDRAWN -> Tint.RED;
        };
    }

    private void life(List<PromoEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        section(say("dossier.life"));
        EventWords words = new EventWords(console.locale());
        events.forEach(event -> new Paragraph(console.look(), DAYS)
                .label("  " + OfferWords.DAY.format(event.happenedAt().atZone(Zones.SAO_PAULO)), Tint.DIM)
                .add(words.of(event))
                .print(console.out()));
    }

    private void section(String words) {
        console.out().println();
        paragraph().add(words, Tint.BOLD).print(console.out());
    }

    private Paragraph paragraph() {
        return new Paragraph(console.look(), 0);
    }

    private String say(String key, Object... arguments) {
        return Text.of(DossierView.class, key, arguments).in(console.locale());
    }
}
