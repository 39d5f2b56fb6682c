package org.milesbot.cli.fare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.cli.fare.Path.Sending;
import org.milesbot.notify.message.ComboPath;
import org.milesbot.notify.message.Offer;
import org.milesbot.notify.message.PersonalBonus;
import org.milesbot.notify.message.Transfer;

/**
 * Ranks the ways to come by the miles of tickets. The miles that somebody holds are used first; for the rest points are sent
 * from one origin in one campaign, at the percentage that this person gets, as {@link PersonalBonus} and {@link ComboPath} say.
 * Where more than that is possible but not sure, there is a second way, which comes after.
 *
 * <p>Ways for which the points are there come first, then those that are sure, then those whose cost is known, by what they
 * cost ({@link Path#costBrl}), then the ones that take fewest points.
 */
public final class Paths {

    private static final Comparator<Path> BEST_FIRST = Comparator.comparing((Path path) -> !path.isOpen())
            .thenComparing(path -> path.sending() != null && !path.sending().isSure())
            .thenComparing(Path::costBrl, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparingLong(Path::points)
            .thenComparing(path -> path.ticket().fares().get(0).date())
            .thenComparing(path ->
                    path.sending() == null ? "" : path.sending().origins().first());

    private final List<Offer> bonuses;
    private final Purse purse;
    private final Predicate<String> isBank;

    /**
     * @param bonuses campaigns that are open; those that are no transfer bonuses are left out
     * @param purse what the person has
     * @param isBank whether a programme, by its slug, is one of those that a bonus for every bank is for
     */
    public Paths(Collection<Offer> bonuses, Purse purse, Predicate<String> isBank) {
        this.bonuses = bonuses.stream()
                .filter(bonus -> bonus.promo().kind().equals(PromoKind.TRANSFER_BONUS))
                .toList();
        this.purse = purse;
        this.isBank = isBank;
    }

    /** All ways to all tickets, best first, no more than a number. */
    public List<Path> ranked(Collection<Ticket> tickets, int most) {
        return tickets.stream()
                .flatMap(ticket -> all(ticket).stream())
                .sorted(BEST_FIRST)
                .limit(most)
                .toList();
    }

    /** The best way to each ticket, in the order of the ways. */
    public List<Path> best(Collection<Ticket> tickets, int most) {
        return tickets.stream()
                .map(ticket -> all(ticket).stream().min(BEST_FIRST).orElseThrow())
                .sorted(BEST_FIRST)
                .limit(most)
                .toList();
    }

    private List<Path> all(Ticket ticket) {
        String program = ticket.program().value();
        long held = purse.held(program);
        long lacking = ticket.miles() - Math.min(held, ticket.miles());
        List<Path> paths = new ArrayList<>();
        paths.add(new Path(ticket, held, null, purse.worth(program, ticket.miles())));
        if (lacking > 0 && lacking <= Transfer.MOST_POINTS) {
            for (Offer bonus : bonuses) {
                if (bonus.promo().program().equals(ticket.program())) {
                    sendings(bonus, program, lacking).forEach(sending -> paths.add(path(ticket, held, sending)));
                }
            }
        }
        return paths;
    }

    private Path path(Ticket ticket, long held, Sending sending) {
        BigDecimal own = purse.worth(ticket.program().value(), Math.min(held, ticket.miles()));
        BigDecimal sent = sending.origins().size() > 1
                ? null
                : purse.worth(sending.origins().first(), sending.path().points());
        return new Path(ticket, held, sending, own == null || sent == null ? null : own.add(sent));
    }

    private List<Sending> sendings(Offer bonus, String program, long lacking) {
        List<Sending> sendings = new ArrayList<>();
        for (SortedSet<String> origins : origins(bonus.promo(), program)) {
            // A bonus for every bank is theirs by the card of the bank from which they send.
            Set<OriginId> givers = origins.stream().map(OriginId::new).collect(Collectors.toUnmodifiableSet());
            PersonalBonus personal =
                    PersonalBonus.of(bonus.promo().bonus(), bonus.promo().program(), givers, purse.tiers());
            Percent sure = personal.sure();
            Percent possible = personal.possible();
            if (sure != null) {
                sendings.add(sending(bonus, origins, sure, true, lacking));
            }
            if (possible != null && !possible.equals(sure)) {
                sendings.add(sending(bonus, origins, possible, false, lacking));
            }
        }
        return sendings;
    }

    private Sending sending(Offer bonus, SortedSet<String> origins, Percent percent, boolean isSure, long lacking) {
        String first = origins.first();
        ComboPath path = ComboPath.of(lacking, percent, bonus.promo().bonus(), purse.step(first));
        return new Sending(origins, bonus, percent, isSure, path, purse.held(first));
    }

    /** Each origin of which they hold points; if they hold of none, all together, for it does not matter which. */
    private List<SortedSet<String>> origins(Promo bonus, String program) {
        Set<String> named =
                bonus.origins().stream().map(OriginId::value).collect(Collectors.toCollection(TreeSet::new));
        boolean isOfEveryBank = bonus.origins().isEmpty() || named.remove(OriginId.EVERY_BANK.value());
        List<SortedSet<String>> held = purse.points().keySet().stream()
                .filter(slug -> !slug.equals(program) && purse.held(slug) > 0)
                .filter(slug -> named.contains(slug) || (isOfEveryBank && isBank.test(slug)))
                .sorted()
                .map(Paths::one)
                .toList();
        if (!held.isEmpty()) {
            return held;
        }
        return List.of(named.isEmpty() ? one(OriginId.EVERY_BANK.value()) : new TreeSet<>(named));
    }

    private static SortedSet<String> one(String slug) {
        return new TreeSet<>(Set.of(slug));
    }
}
