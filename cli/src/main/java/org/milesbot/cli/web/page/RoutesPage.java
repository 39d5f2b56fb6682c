package org.milesbot.cli.web.page;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.Fare;
import org.milesbot.api.web.WebReply;
import org.milesbot.api.web.WebRequest;
import org.milesbot.api.web.WebRoute;
import org.milesbot.cli.output.OfferWords;
import org.milesbot.cli.web.page.Frame.Section;
import org.milesbot.cli.web.page.PriceDrawing.Price;
import org.milesbot.cli.web.page.RouteView.Ink;
import org.milesbot.cli.web.page.RouteView.Row;
import org.milesbot.cli.web.read.Shelf;
import org.milesbot.store.promo.AwardFares.Way;
import org.milesbot.store.promo.PromoRow;

/** What flights cost in miles, over time: which routes there are, and the prices of one. */
final class RoutesPage {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    private static final int MOST_PRICES = 100;
    private static final int MOST_WAYS = 200;

    private final Shelf shelf;
    private final Templates templates;

    RoutesPage(Shelf shelf, Templates templates) {
        this.shelf = shelf;
        this.templates = templates;
    }

    List<WebRoute> routes() {
        return List.of(WebRoute.get("/routes", this::list), WebRoute.get("/routes/{from}-{to}", this::one));
    }

    private WebReply list(WebRequest request) {
        Words words = new Words(request.language());
        Frame frame = Frame.of(request, Section.NONE, words.say("routes.title"), words.say("routes.description"));
        List<Way> ways = shelf.fares().ways(MOST_WAYS);
        return templates.fill("page/routes.jte", Map.of("frame", frame, "ways", ways), FRESH);
    }

    private WebReply one(WebRequest request) {
        String from = request.part("from").toUpperCase(Locale.ROOT);
        String to = request.part("to").toUpperCase(Locale.ROOT);
        if (!CODE.matcher(from).matches() || !CODE.matcher(to).matches()) {
            return new WebReply.Failure(404, Text.of(RoutesPage.class, "routes.form"));
        }
        Words words = new Words(request.language());
        List<PromoRow> prices = shelf.fares().between(from, to, MOST_PRICES);
        Frame frame = Frame.of(
                request, Section.NONE, words.say("route.title", from, to), words.say("route.description", from, to));
        List<String> programs = prices.stream()
                .map(row -> row.promo().program().value())
                .distinct()
                .toList();
        OfferWords offer = new OfferWords(request.language());
        List<Price> dots = dots(prices, offer);
        RouteView view = new RouteView(
                frame,
                prices.stream().map(row -> row(row, offer)).toList(),
                dots.isEmpty() ? null : PriceDrawing.of(dots, programs),
                legend(programs, words),
                summary(dots, words));
        return templates.fill("page/route.jte", Map.of("view", view), FRESH);
    }

    private List<Price> dots(List<PromoRow> prices, OfferWords offer) {
        List<Price> dots = new ArrayList<>();
        for (PromoRow row : prices) {
            Fare fare = row.promo().fare();
            if (fare != null && fare.miles() != null) {
                String program = row.promo().program().value();
                String label = shelf.names().of(program) + ": " + offer.highest(row.promo()) + ", "
                        + OfferWords.DAY.format(day(row));
                dots.add(new Price(day(row), fare.miles(), program, label));
            }
        }
        return dots;
    }

    private static LocalDate day(PromoRow row) {
        return LocalDate.ofInstant(row.publishedAt(), Zones.SAO_PAULO);
    }

    private List<Ink> legend(List<String> programs, Words words) {
        List<Ink> legend = new ArrayList<>();
        for (int i = 0; i < programs.size(); i++) {
            int ink = PriceDrawing.ink(i);
            if (legend.stream().noneMatch(known -> known.number() == ink)) {
                boolean isShared = ink == PriceDrawing.ink(programs.size() - 1) && i < programs.size() - 1;
                legend.add(new Ink(
                        ink,
                        isShared ? words.say("route.others") : shelf.names().of(programs.get(i))));
            }
        }
        return legend;
    }

    private static String summary(List<Price> dots, Words words) {
        if (dots.isEmpty()) {
            return "";
        }
        NumberFormat format = NumberFormat.getIntegerInstance(words.locale());
        long least = dots.stream().mapToLong(Price::miles).min().orElse(0);
        long most = dots.stream().mapToLong(Price::miles).max().orElse(0);
        return words.say("route.summary", dots.size(), format.format(least), format.format(most));
    }

    private Row row(PromoRow row, OfferWords offer) {
        String slug = row.promo().program().value();
        return new Row(
                row.id(),
                slug,
                shelf.names().of(slug),
                offer.where(row.promo()),
                offer.highest(row.promo()),
                offer.details(row.promo()),
                OfferWords.DAY.format(day(row)),
                row.title(),
                SafeLink.of(row.url()));
    }
}
