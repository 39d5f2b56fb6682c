package org.milesbot.cli.output;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.cli.fare.FarePair;
import org.milesbot.cli.output.Table.Column;
import org.milesbot.cli.output.Table.Side;

/** Award fares as a table for people. What is one of the cheapest of its route stands out where there are colours. */
public final class FareTable {

    private final Console console;
    private final ProgramNames names;
    private final Instant now;
    private final FareWords words;

    /**
     * @param names what people call the programmes
     * @param now against which the age of prices is told
     */
    public FareTable(Console console, ProgramNames names, Instant now) {
        this.console = console;
        this.names = names;
        this.now = now;
        words = new FareWords(console.locale());
    }

    /** Prints flights one way in the order given. */
    public void print(List<ShownFare> fares) {
        boolean compares = fares.stream().anyMatch(fare -> !words.compared(fare).isEmpty());
        Table table = table(
                column("fare.day", Side.LEFT),
                column("fare.route", Side.LEFT),
                column("column.program", Side.LEFT),
                column("fare.cabin", Side.LEFT),
                column("fare.price", Side.RIGHT),
                column("fare.taxes", Side.RIGHT),
                column("fare.seats", Side.RIGHT),
                column("fare.flight", Side.LEFT),
                column("fare.airlines", Side.LEFT),
                column("fare.seen", Side.LEFT),
                compares ? column("fare.compared", Side.LEFT) : null);
        for (ShownFare shown : fares) {
            boolean standsOut = shown.lowestOfDays() > 0 || shown.isCheap();
            table.add(standsOut ? Tint.GREEN : Tint.PLAIN, cells(shown, compares));
        }
        table.print(console);
    }

    private String[] cells(ShownFare shown, boolean compares) {
        AwardFare fare = shown.fare();
        return Stream.of(
                        words.day(fare.date()),
                        words.route(fare),
                        names.of(fare.program().value()),
                        words.cabin(fare.cabin()),
                        words.whole(fare.miles()),
                        words.money(fare.taxesBrl()),
                        words.seats(fare.seats()),
                        words.stops(fare.stops()),
                        words.airlines(List.of(fare)),
                        words.age(Stream.of(fare.fetchedAt()), now),
                        compares ? words.compared(shown) : null)
                .filter(Objects::nonNull)
                .toArray(String[]::new);
    }

    /** Prints flights there and back in the order given; prices are those of both together, for one passenger. */
    public void printPairs(List<FarePair> pairs) {
        Table table = table(
                column("fare.there", Side.LEFT),
                column("fare.back", Side.LEFT),
                column("fare.stay", Side.RIGHT),
                column("fare.route", Side.LEFT),
                column("column.program", Side.LEFT),
                column("fare.cabin", Side.LEFT),
                column("fare.price", Side.RIGHT),
                column("fare.taxes", Side.RIGHT),
                column("fare.flight", Side.LEFT),
                column("fare.airlines", Side.LEFT),
                column("fare.seen", Side.LEFT));
        pairs.forEach(pair -> table.add(cells(pair)));
        table.print(console);
    }

    private String[] cells(FarePair pair) {
        AwardFare there = pair.outbound();
        AwardFare back = pair.inbound();
        List<AwardFare> both = List.of(there, back);
        return new String[] {
            words.day(there.date()),
            words.day(back.date()),
            words.say("fare.days", pair.stayDays()),
            words.route(both),
            joined(names.of(there.program().value()), names.of(back.program().value())),
            words.cabins(both),
            words.whole(pair.miles()),
            words.money(pair.taxesBrl()),
            joined(words.stops(there.stops()), words.stops(back.stops())),
            words.airlines(both),
            words.age(both.stream().map(AwardFare::fetchedAt), now)
        };
    }

    private static String joined(String one, String other) {
        return one.equals(other) ? one : one + " / " + other;
    }

    private static Table table(@Nullable Column... columns) {
        return new Table(Stream.of(columns).filter(Objects::nonNull).toArray(Column[]::new));
    }

    private Column column(String key, Side side) {
        return new Column(words.say(key.startsWith("column.") ? key : "column." + key), side);
    }
}
