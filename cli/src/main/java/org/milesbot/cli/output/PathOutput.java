package org.milesbot.cli.output;

import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.milesbot.api.promo.OriginId;
import org.milesbot.cli.fare.Path;
import org.milesbot.cli.fare.Path.Sending;
import org.milesbot.cli.fare.Ticket;
import org.milesbot.notify.message.ComboSteps;
import org.milesbot.notify.message.Html;

/** Ways to come by the miles of a ticket, with their arithmetic, for people. */
public final class PathOutput {

    private static final int LONGEST = 200;

    private final Console console;
    private final ProgramNames names;
    private final FareWords words;
    private final OfferWords offer;

    /**
     * @param names what people call the programmes and banks
     */
    public PathOutput(Console console, ProgramNames names) {
        this.console = console;
        this.names = names;
        words = new FareWords(console.locale());
        offer = new OfferWords(console.locale());
    }

    /** Prints the ways in the order given, each with its number. */
    public void print(List<Path> paths) {
        for (int i = 0; i < paths.size(); i++) {
            Path path = paths.get(i);
            String heading =
                    words.say("path.heading", Integer.toString(i + 1), ticket(path.ticket()), price(path.ticket()));
            console.out().println(console.look().bold(Cell.clean(heading), Console.Stream.OUT));
            lines(path).forEach(line -> console.out().println("   " + Cell.clean(line)));
        }
    }

    private String ticket(Ticket ticket) {
        return Stream.of(
                        words.route(ticket.fares()),
                        words.days(ticket.fares()),
                        words.cabins(ticket.fares()),
                        ticket.passengers() > 1 ? words.say("path.passengers", ticket.passengers()) : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String price(Ticket ticket) {
        String miles = words.say(
                "path.price",
                words.whole(ticket.miles()),
                names.of(ticket.program().value()));
        return ticket.feesBrl() == null ? miles : miles + " + " + words.money(ticket.feesBrl());
    }

    private List<String> lines(Path path) {
        Sending sending = path.sending();
        return Stream.of(
                        Stream.of(held(path)),
                        sending == null ? Stream.<String>empty() : sent(path, sending),
                        Stream.of(left(path), missing(path), cost(path)))
                .flatMap(part -> part)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private String held(Path path) {
        if (path.lacking() == 0) {
            return words.say("path.held.all", words.whole(path.used()), program(path));
        }
        return path.used() == 0
                ? ""
                : words.say("path.held", words.whole(path.used()), program(path), words.whole(path.lacking()));
    }

    private Stream<String> sent(Path path, Sending sending) {
        String heading = words.say(
                sending.isSure() ? "path.bonus" : "path.bonus.up_to",
                offer.percent(sending.percent()),
                origins(sending.origins()));
        Html steps = new ComboSteps(console.locale())
                .of(
                        sending.path(),
                        path.lacking(),
                        Html.escaped(origins(sending.origins()), LONGEST),
                        Html.escaped(program(path), LONGEST),
                        Html.escaped(words.route(path.ticket().fares()), LONGEST));
        return Stream.concat(Stream.of(heading), PlainText.of(steps.value()).lines());
    }

    private String left(Path path) {
        Sending sending = path.sending();
        String miles = path.left() == 0 ? "" : words.say("path.left", words.whole(path.left()), program(path));
        String points = sending == null || sending.left() == 0
                ? ""
                : words.say("path.left", words.whole(sending.left()), origins(sending.origins()));
        String both = Stream.of(points, miles).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        return both.isEmpty() || !path.isOpen() ? "" : words.say("path.over", both);
    }

    private String missing(Path path) {
        if (path.isOpen()) {
            return "";
        }
        Sending sending = path.sending();
        String whose = sending == null ? program(path) : origins(sending.origins());
        String said = words.say("path.missing", words.whole(path.missing()), whose);
        return console.doubtful(said);
    }

    private String cost(Path path) {
        return path.costBrl() == null ? "" : words.say("path.cost", words.money(path.costBrl()));
    }

    private String program(Path path) {
        return names.of(path.ticket().program().value());
    }

    private String origins(SortedSet<String> slugs) {
        return slugs.stream()
                .map(slug ->
                        slug.equals(OriginId.EVERY_BANK.value()) ? words.say("origins.every_bank") : names.of(slug))
                .collect(Collectors.joining(", "));
    }
}
