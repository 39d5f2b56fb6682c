package org.milesbot.cli.output;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.promo.Promo;
import org.milesbot.cli.output.Table.Column;
import org.milesbot.cli.output.Table.Side;
import org.milesbot.store.score.Score;

/** Promos as a table for people. */
public final class PromoTable {

    private static final int SHORT_ID = 8;
    private static final int MOST_ORIGINS = 3;

    private final Console console;
    private final ProgramNames names;
    private final OfferWords offer;
    private final PromoWords words;
    private final StandingWords standing;

    /**
     * @param names what people call the programmes and banks
     */
    public PromoTable(Console console, ProgramNames names) {
        this.console = console;
        this.names = names;
        offer = new OfferWords(console.locale());
        words = new PromoWords(names, console.locale());
        standing = new StandingWords(console.locale());
    }

    /** Prints the promos in the order given. */
    public void print(List<ReportedPromo> promos) {
        boolean stored = promos.stream().anyMatch(reported -> reported.id() != null);
        boolean detailed = promos.stream()
                .anyMatch(reported -> !offer.details(reported.promo()).isEmpty());
        boolean scored = promos.stream().anyMatch(reported -> reported.score() != null);
        boolean ranked = promos.stream().anyMatch(reported -> reported.standing() != null);
        Table table = new Table(Stream.of(
                        stored ? column("id", Side.LEFT) : null,
                        column("program", Side.LEFT),
                        column("kind", Side.LEFT),
                        column("origins", Side.LEFT),
                        column("highest", Side.RIGHT),
                        column("base", Side.RIGHT),
                        detailed ? column("details", Side.LEFT) : null,
                        column("window", Side.LEFT),
                        scored ? column("score", Side.RIGHT) : null,
                        ranked ? column("standing", Side.LEFT) : null,
                        ranked ? column("standing.origin", Side.LEFT) : null,
                        column("source", Side.LEFT),
                        column("title", Side.LEFT))
                .filter(Objects::nonNull)
                .toArray(Column[]::new));
        promos.forEach(reported -> table.add(cells(reported, stored, detailed, scored, ranked)));
        table.print(console);
    }

    private Column column(String name, Side side) {
        return new Column(say("column." + name), side);
    }

    private String[] cells(ReportedPromo reported, boolean stored, boolean detailed, boolean scored, boolean ranked) {
        Promo promo = reported.promo();
        return Stream.of(
                        stored ? shortened(reported.id()) : null,
                        names.of(promo.program().value()),
                        words.kind(promo.kind()),
                        words.where(promo, MOST_ORIGINS),
                        offer.highest(promo),
                        offer.base(promo),
                        detailed ? offer.details(promo) : null,
                        words.window(promo.window()),
                        scored ? score(reported.score()) : null,
                        ranked ? standing.program(reported.standing()) : null,
                        ranked ? standing.origin(promo, reported.standing()) : null,
                        reported.source() == null ? "" : reported.source(),
                        reported.title())
                .filter(Objects::nonNull)
                .toArray(String[]::new);
    }

    private static String score(@Nullable Score score) {
        return score == null ? "" : String.valueOf(Math.round(score.value()));
    }

    /** Enough of an id to tell it by, among not too many. */
    private static String shortened(@Nullable UUID id) {
        return id == null ? "" : id.toString().substring(0, SHORT_ID);
    }

    private String say(String key, Object... arguments) {
        return Text.of(PromoTable.class, key, arguments).in(console.locale());
    }
}
