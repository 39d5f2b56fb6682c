package org.milesbot.cli.command;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.cli.fare.FarePair;
import org.milesbot.cli.fare.Path;
import org.milesbot.cli.fare.Paths;
import org.milesbot.cli.fare.Purse;
import org.milesbot.cli.fare.Stay;
import org.milesbot.cli.notify.Offers;
import org.milesbot.cli.output.FareJson;
import org.milesbot.cli.output.FareTable;
import org.milesbot.cli.output.PathOutput;
import org.milesbot.notify.message.Offer;
import org.milesbot.scrapers.extract.lexicon.Programmes;
import org.milesbot.store.promo.PromoFilter;
import org.milesbot.store.promo.PromoFilter.Order;

/** Shows fares: flights one way, there and back, or the best ways to come by their miles. */
final class FaresAnswer {

    private static final int MOST_BONUSES = 500;

    private final Session session;
    private final FareFindings findings;
    private final FareJson json;

    FaresAnswer(Session session, FareFindings findings) {
        this.session = session;
        this.findings = findings;
        json = new FareJson(findings::shown);
    }

    /**
     * Shows what there is.
     *
     * @param purse what they have to pay with, or null if they did not tell
     * @return how many flights or ways that was
     */
    int show(@Nullable Purse purse) {
        if (purse != null) {
            return paths(purse);
        }
        Stay stay = findings.question().stay();
        return stay == null ? fares(findings.fares()) : pairs(findings.pairs(stay));
    }

    private int fares(List<AwardFare> fares) {
        if (session.json()) {
            fares.forEach(fare -> print(json.line(fare)));
        } else if (!fares.isEmpty()) {
            table().print(findings.told(fares));
        }
        return fares.size();
    }

    private int pairs(List<FarePair> pairs) {
        if (session.json()) {
            pairs.forEach(pair -> print(json.line(pair)));
        } else if (!pairs.isEmpty()) {
            table().printPairs(pairs);
        }
        return pairs.size();
    }

    private int paths(Purse purse) {
        List<Path> paths =
                new Paths(open(), purse, Programmes.banks()::contains).best(findings.tickets(), findings.most());
        if (session.json()) {
            paths.forEach(path -> print(json.line(path)));
        } else if (!paths.isEmpty()) {
            new PathOutput(session.console(), session.wiring().names()).print(paths);
        }
        return paths.size();
    }

    private List<Offer> open() {
        PromoFilter filter = new PromoFilter(
                Set.of(), null, PromoKind.TRANSFER_BONUS, session.today(), null, MOST_BONUSES, Order.SCORE);
        return session.wiring().promos(filter).stream().map(Offers::of).toList();
    }

    private FareTable table() {
        return new FareTable(
                session.console(),
                session.wiring().names(),
                session.surroundings().clock().instant());
    }

    private void print(String line) {
        session.console().out().println(line);
    }
}
