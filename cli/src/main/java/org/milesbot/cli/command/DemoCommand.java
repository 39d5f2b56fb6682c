package org.milesbot.cli.command;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.milesbot.api.Text;
import org.milesbot.cli.history.HistoryFile;
import org.milesbot.cli.output.Console;
import org.milesbot.cli.output.PromoJson;
import org.milesbot.cli.output.ReportedPromo;
import org.milesbot.cli.output.ScrapeOutput;
import org.milesbot.cli.pipeline.DedupePipeline.Order;
import org.milesbot.cli.pipeline.Forecasting;
import org.milesbot.cli.pipeline.ScrapeReport;
import org.milesbot.cli.wiring.Network;
import org.milesbot.cli.wiring.ScrapeOrder;
import org.milesbot.cli.wiring.Wiring;
import org.milesbot.store.promo.Counts;
import org.milesbot.store.promo.PromoFilter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows milesbot at work, from recordings and in a schema of its own. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {

    /** The schema of the demo, away from what a person keeps. */
    static final String SCHEMA = "milesbot_demo";

    private final Session session;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "40")
    int limit;

    @Option(names = "--clean")
    boolean clean;

    DemoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Console console = session.console();
        try (Wiring wiring =
                new Wiring(session.settings(), session.surroundings().clock(), SCHEMA)) {
            return clean ? drop(wiring, console) : run(wiring, console);
        }
    }

    private static int drop(Wiring wiring, Console console) {
        wiring.databaseCare().dropSchema();
        console.say(Text.of(DemoCommand.class, "demo.cleaned", SCHEMA));
        return ExitCode.OK;
    }

    private int run(Wiring wiring, Console console) {
        console.say(Text.of(DemoCommand.class, "demo.database"));
        Counts before = wiring.promos().counts();
        console.say(Text.of(DemoCommand.class, "demo.scrape"));
        ScrapeOrder order = new ScrapeOrder(List.of(), Instant.EPOCH, false, false, false, new Network.BuiltIn());
        ScrapeOutput output = new ScrapeOutput(console, false, session.today());
        ScrapeReport report = wiring.scrape(order, output);
        output.finish();
        console.say(Text.of(DemoCommand.class, "demo.dedupe"));
        wiring.dedupe(new Order(false, true), step -> {});
        console.say(Text.of(DemoCommand.class, "demo.import"));
        wiring.importHistory(HistoryFile.shipped(wiring.names().slugs()).knownOn(session.today()));
        show(wiring, console);
        if (!session.json()) {
            forecast(wiring, console);
        }
        sum(console, before, wiring.promos().counts());
        return ScrapeCommand.exitCode(report);
    }

    private void show(Wiring wiring, Console console) {
        int most = limit <= 0 || session.json() ? Integer.MAX_VALUE : limit;
        PromoFilter filter = new PromoFilter(Set.of(), null, null, null, null, most);
        List<ReportedPromo> promos =
                wiring.promos(filter).stream().map(ReportedPromo::of).toList();
        if (session.json()) {
            PromoJson json = new PromoJson(session.today());
            promos.forEach(promo -> console.out().println(json.line(promo)));
        } else {
            session.promoTable().print(promos);
        }
    }

    private void forecast(Wiring wiring, Console console) {
        console.flush();
        console.say(Text.of(DemoCommand.class, "demo.forecast"));
        Forecasting.Order order = new Forecasting.Order(session.today().minusDays(1), null, Set.of());
        ForecastTelling telling = new ForecastTelling(session, new SeriesChoice(), null);
        wiring.forecasts().run(order, step -> {}).ifPresent(made -> telling.tell(made, null));
    }

    private static void sum(Console console, Counts before, Counts after) {
        console.flush();
        console.say(Text.of(DemoCommand.class, "demo.sum", after.captures(), after.sightings(), after.promos()));
        long added = after.promos() - before.promos();
        console.say(
                added == 0
                        ? Text.of(DemoCommand.class, "demo.nothing_new")
                        : Text.of(DemoCommand.class, "demo.added", added));
        console.say(Text.of(DemoCommand.class, "demo.next", SCHEMA));
    }
}
