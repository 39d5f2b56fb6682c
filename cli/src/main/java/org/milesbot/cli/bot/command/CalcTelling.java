package org.milesbot.cli.bot.command;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.notify.Message;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.cli.notify.Offers;
import org.milesbot.cli.output.ChanceWords;
import org.milesbot.notify.message.Html;
import org.milesbot.notify.message.Offer;
import org.milesbot.notify.message.PersonalBonus;
import org.milesbot.notify.message.Phrases;
import org.milesbot.notify.message.TimePhrases;
import org.milesbot.notify.message.Transfer;
import org.milesbot.notify.message.Transfer.Arrived;
import org.milesbot.store.forecast.StoredForecast;
import org.milesbot.store.forecast.StoredForecast.Chances;
import org.milesbot.store.forecast.StoredForecast.Quantiles;
import org.milesbot.store.forecast.StoredForecast.Readiness;
import org.milesbot.store.promo.PromoFilter;
import org.milesbot.store.promo.PromoRow;
import org.milesbot.store.user.UserConfig.Follows;

/** Tells somebody what a transfer gives now, and what waiting for the usual bonus gives on average. */
final class CalcTelling {

    private static final int MOST_OPEN = 100;

    private final Workshop workshop;
    private final BotRequest request;
    private final Speech speech;
    private final Phrases phrases;
    private final LocalDate today;

    CalcTelling(Workshop workshop, BotRequest request) {
        this.workshop = workshop;
        this.request = request;
        speech = Workshop.speech(request);
        phrases = speech.phrases();
        today = Workshop.today(request);
    }

    /**
     * A bonus that is open.
     *
     * @param sure what arrives at least
     * @param possible what arrives at most
     */
    private record Open(PromoRow row, Arrived sure, Arrived possible) {

        static final Comparator<Open> BY_MILES = Comparator.comparing(
                        (Open open) -> open.sure().miles())
                .thenComparing(open -> open.possible().miles());
    }

    /** The usual bonus, and how likely it is to come. */
    private record Usual(StoredForecast forecast, Quantiles bonus, boolean isForAnyone) {}

    /**
     * The message.
     *
     * @param question one that is whole
     */
    Message of(TransferQuestion question, Follows follows, List<StoredForecast> foretold) {
        Transfer transfer = new Transfer(Objects.requireNonNull(question.points()));
        ProgramId program = new ProgramId(Objects.requireNonNull(question.program()));
        OriginId origin = new OriginId(Objects.requireNonNull(question.origin()));
        Html route = new Html(speech.words(
                "calc.route",
                workshop.names().of(origin.value()),
                workshop.names().of(program.value())));
        Optional<Open> open = open(transfer, origin, program);
        Optional<Usual> usual = usual(follows, foretold, origin, program);
        Html html = Html.join(
                "\n\n",
                List.of(
                        new Html(speech.words("calc.heading", phrases.whole(transfer.points()), route)),
                        open.map(this::now).orElseGet(() -> without(transfer)),
                        usual.map(found -> waiting(transfer, found, route))
                                .orElseGet(() -> new Html(speech.words("calc.unforetold"))),
                        usual.map(found -> verdict(transfer, open.orElse(null), found))
                                .orElse(Html.NONE)));
        return new Message(html.value(), List.of(), false, null);
    }

    private Optional<Open> open(Transfer transfer, OriginId origin, ProgramId program) {
        PromoFilter filter = new PromoFilter(Set.of(program), origin, PromoKind.TRANSFER_BONUS, today, null, MOST_OPEN);
        return workshop.promos().list(filter, workshop.rule(), request.at()).stream()
                .flatMap(row -> open(transfer, row).stream())
                .max(Open.BY_MILES);
    }

    private Optional<Open> open(Transfer transfer, PromoRow row) {
        Promo promo = row.promo();
        PersonalBonus personal = PersonalBonus.of(
                promo.bonus(), promo.program(), promo.origins(), request.asker().tiers());
        Percent possible = personal.possible();
        if (possible == null) {
            return Optional.empty();
        }
        Percent sure = personal.sure() == null ? Percent.of(0) : personal.sure();
        return Optional.of(new Open(row, transfer.now(sure, promo.bonus()), transfer.now(possible, promo.bonus())));
    }

    private Html now(Open open) {
        Offer offer = Offers.of(open.row());
        Html heading = new Html(
                open.sure().equals(open.possible())
                        ? speech.words("calc.now", phrases.whole(open.sure().miles()))
                        : speech.words(
                                "calc.now.range",
                                phrases.whole(open.sure().miles()),
                                phrases.whole(open.possible().miles())));
        return Html.lines(
                heading,
                workshop.letters().personal(offer, request.asker()),
                new TimePhrases(request.asker().language(), today)
                        .open(open.row().promo().window(), open.row().publishedAt())
                        .asSentence(),
                bounds(open),
                workshop.letters().link(offer, request.asker()));
    }

    private Html bounds(Open open) {
        Bonus bonus = open.row().promo().bonus();
        if (open.possible().isTooSmall()) {
            return new Html(speech.words("calc.too_small", phrases.whole(Objects.requireNonNull(bonus.minPoints()))));
        }
        return open.possible().isCapped()
                ? new Html(speech.words("calc.capped", phrases.whole(Objects.requireNonNull(bonus.capPoints()))))
                : Html.NONE;
    }

    private Html without(Transfer transfer) {
        return Html.lines(
                new Html(speech.words("calc.now", phrases.whole(transfer.points()))),
                new Html(speech.words("calc.none")));
    }

    /** Of the route, if it has a history of its own; else of the programme, from wherever. */
    private static Optional<Usual> usual(
            Follows follows, List<StoredForecast> foretold, OriginId origin, ProgramId program) {
        boolean isMember = follows.tiers().stream()
                .anyMatch(tier ->
                        tier.program().equals(program) || tier.program().value().equals(origin.value()));
        return foretold.stream()
                .filter(one -> one.series().program().equals(program))
                .filter(one -> one.series().origin() == null
                        || origin.equals(one.series().origin()))
                .filter(one -> one.basis().readiness() != Readiness.NONE)
                .sorted(Comparator.comparing((StoredForecast one) ->
                        one.series().origin() == null || one.basis().readiness() != Readiness.READY))
                .flatMap(one -> usual(one, isMember).stream())
                .findFirst();
    }

    private static Optional<Usual> usual(StoredForecast forecast, boolean isMember) {
        Quantiles base = forecast.levels().base();
        Quantiles highest = forecast.levels().highest();
        if (base != null && !isMember) {
            return Optional.of(new Usual(forecast, base, true));
        }
        return highest == null ? Optional.empty() : Optional.of(new Usual(forecast, highest, false));
    }

    private Html waiting(Transfer transfer, Usual usual, Html route) {
        Chances chances = usual.forecast().chances();
        boolean isOfRoute = usual.forecast().series().origin() != null;
        return Html.lines(
                new Html(speech.words("calc.wait")),
                within(transfer, usual, 30, chances.day30().probability()),
                within(transfer, usual, 90, chances.day90().probability()),
                new Html(speech.words(
                        usual.isForAnyone() ? "calc.usual.anyone" : "calc.usual.highest",
                        isOfRoute ? route : speech.words("calc.from_anywhere", name(usual)))));
    }

    private String name(Usual usual) {
        return workshop.names().of(usual.forecast().series().program().value());
    }

    private Html within(Transfer transfer, Usual usual, int days, double chance) {
        Quantiles bonus = usual.bonus();
        String typical = phrases.percent(bonus.q50());
        Html range = bonus.q10().equals(bonus.q90())
                ? new Html(typical)
                : new Html(speech.words("calc.range", typical, bonus.q10().toString(), phrases.percent(bonus.q90())));
        return new Html(speech.words(
                "calc.within",
                days,
                ChanceWords.of(chance),
                range,
                phrases.whole(transfer.expected(chance, bonus.q50()))));
    }

    private Html verdict(Transfer transfer, @Nullable Open open, Usual usual) {
        if (open == null || open.possible().miles() == transfer.points()) {
            return new Html(speech.words("calc.verdict.none"));
        }
        Chances chances = usual.forecast().chances();
        long month =
                transfer.expected(chances.day30().probability(), usual.bonus().q50());
        long quarter =
                transfer.expected(chances.day90().probability(), usual.bonus().q50());
        long now = open.sure().miles();
        if (now >= Math.max(month, quarter)) {
            return new Html(speech.words("calc.verdict.now"));
        }
        return open.possible().miles() >= Math.max(month, quarter)
                ? new Html(speech.words("calc.verdict.depends"))
                : new Html(speech.words("calc.verdict.wait", phrases.whole(Math.max(month, quarter) - now)));
    }
}
