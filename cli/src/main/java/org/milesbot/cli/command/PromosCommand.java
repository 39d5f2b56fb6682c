package org.milesbot.cli.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.cli.output.Console;
import org.milesbot.cli.output.PromoCsv;
import org.milesbot.cli.output.PromoJson;
import org.milesbot.cli.output.ReportedPromo;
import org.milesbot.store.promo.PromoFilter;
import org.milesbot.store.promo.PromoFilter.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the promos that are kept. */
@Command(name = "promos", addMethodSubcommands = false)
final class PromosCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--program", paramLabel = "ID", split = ",")
    List<String> programs = List.of();

    @Option(names = "--from", paramLabel = "ID")
    @Nullable
    String from;

    @Option(names = "--kind", paramLabel = "ID")
    @Nullable
    String kind;

    @Option(names = "--active")
    boolean active;

    @Option(names = "--since", paramLabel = "AAAA-MM-DD")
    @Nullable
    LocalDate since;

    @Option(names = "--sort", paramLabel = "published|score")
    @Nullable
    String sort;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50")
    int limit;

    @Option(names = "--csv")
    boolean csv;

    PromosCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (csv && session.json()) {
            throw new MilesbotException(ErrorKind.USAGE, Text.of(PromosCommand.class, "promos.csv_or_json"));
        }
        List<ReportedPromo> promos = session.wiring().promos(filter()).stream()
                .map(ReportedPromo::of)
                .toList();
        print(promos);
        return ExitCode.OK;
    }

    private PromoFilter filter() {
        Set<ProgramId> wanted = programs.stream()
                .map(id -> parsed("--program", id, ProgramId::new))
                .collect(Collectors.toUnmodifiableSet());
        if (limit < 0) {
            throw wrong("--limit", Integer.toString(limit));
        }
        return new PromoFilter(
                wanted,
                from == null ? null : parsed("--from", from, OriginId::new),
                kind == null ? null : parsed("--kind", kind, PromoKind::new),
                active ? session.today() : null,
                since == null ? null : since.atStartOfDay(Zones.SAO_PAULO).toInstant(),
                limit == 0 ? Integer.MAX_VALUE : limit,
                order());
    }

    /** Of what is open, what deserves attention comes first; a history is told from its end. */
    private Order order() {
        if (sort == null) {
            return active ? Order.SCORE : Order.NEWEST;
        }
        return switch (sort) {
            case "score" -> Order.SCORE;
            case "published" -> Order.NEWEST;
            default -> throw wrong("--sort", sort);
        };
    }

    private static <T> T parsed(String option, String value, Function<String, T> parser) {
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException e) {
            throw wrong(option, value);
        }
    }

    private static MilesbotException wrong(String option, String value) {
        return new MilesbotException(
                ErrorKind.USAGE, Text.of(PromosCommand.class, "promos.wrong." + option.substring(2), value));
    }

    private void print(List<ReportedPromo> promos) {
        Console console = session.console();
        if (session.json()) {
            PromoJson json = new PromoJson(session.today());
            promos.forEach(promo -> console.out().println(json.line(promo)));
        } else if (csv) {
            PromoCsv.write(promos, console.out());
        } else if (promos.isEmpty()) {
            console.say(Text.of(PromosCommand.class, "promos.none"));
        } else {
            session.promoTable().print(promos);
        }
    }
}
