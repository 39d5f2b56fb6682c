package org.milesbot.cli.output;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.promo.Window;
import org.milesbot.cli.output.Table.Column;
import org.milesbot.cli.output.Table.Side;
import org.milesbot.store.score.Score;

/** Promos as a table for people. */
public final class PromoTable {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private static final int SHORT_ID = 8;
    private static final int MOST_ORIGINS = 3;
    private static final Set<PromoKind> KINDS = Set.of(
            PromoKind.TRANSFER_BONUS,
            PromoKind.POINTS_PURCHASE,
            PromoKind.CLUB,
            PromoKind.EARN_MULTIPLIER,
            PromoKind.INTERNAL_TRANSFER,
            PromoKind.AWARD_FARE);

    private final Console console;
    private final ProgramNames names;
    private final OfferWords offer;
    private final StandingWords standing;

    /**
     * @param names what people call the programmes and banks
     */
    public PromoTable(Console console, ProgramNames names) {
        this.console = console;
        this.names = names;
        offer = new OfferWords(console.locale());
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
                        kind(promo.kind()),
                        where(promo, MOST_ORIGINS),
                        offer.highest(promo),
                        offer.base(promo),
                        detailed ? offer.details(promo) : null,
                        window(promo.window()),
                        scored ? score(reported.score()) : null,
                        ranked ? standing.of(reported.standing()) : null,
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

    String kind(PromoKind kind) {
        return KINDS.contains(kind) ? say("kind." + kind) : kind.value();
    }

    /** Where points come from, where a flight goes, or which shops pay. */
    String where(Promo promo, int mostOrigins) {
        return promo.fare() == null && promo.earning() == null ? origins(promo, mostOrigins) : offer.where(promo);
    }

    /** The first few; a campaign of a dozen banks would push everything else off the screen. */
    private String origins(Promo promo, int most) {
        int hidden = promo.origins().size() - most;
        String first = promo.origins().stream()
                .limit(most)
                .map(origin ->
                        origin.equals(OriginId.EVERY_BANK) ? say("origins.every_bank") : names.of(origin.value()))
                .collect(Collectors.joining(", "));
        return hidden > 0 ? say("origins.more", first, Integer.toString(hidden)) : first;
    }

    String window(Window window) {
        Moment start = window.start();
        Moment end = window.end();
        if (start == null) {
            return end == null ? say("window.unknown") : say("window.until", moment(end));
        }
        if (end == null) {
            return say("window.from", moment(start));
        }
        return start.date().equals(end.date())
                ? say("window.day", moment(end))
                : say("window.between", day(start.date(), end.date()), moment(end));
    }

    /** The day without its year where the other day says it. */
    private static String day(LocalDate day, LocalDate other) {
        String written = DAY.format(day);
        return day.getYear() == other.getYear() ? written.substring(0, 5) : written;
    }

    private static String moment(Moment moment) {
        String day = DAY.format(moment.date());
        return moment.time() == null ? day : day + " " + HOUR.format(moment.time());
    }

    private String say(String key, Object... arguments) {
        return Text.of(PromoTable.class, key, arguments).in(console.locale());
    }
}
