package org.milesbot.cli.web.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.web.WebReply;
import org.milesbot.api.web.WebRequest;
import org.milesbot.api.web.WebRoute;
import org.milesbot.cli.output.ForecastShown;
import org.milesbot.cli.output.ForecastWords;
import org.milesbot.cli.output.PromoWords;
import org.milesbot.cli.pipeline.ForecastPipeline;
import org.milesbot.cli.pipeline.ToldForecast;
import org.milesbot.cli.web.page.Frame.Section;
import org.milesbot.cli.web.page.HomeView.Choices;
import org.milesbot.cli.web.page.HomeView.Next;
import org.milesbot.cli.web.read.OpenFilter;
import org.milesbot.cli.web.read.Shelf;
import org.milesbot.store.promo.PromoFilter;
import org.milesbot.store.promo.PromoFilter.Order;
import org.milesbot.store.promo.PromoRow;

/** What is open now: the page that people come for. */
final class HomePage {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final int MOST_CARDS = 60;
    private static final int MOST_NEXT = 4;
    private static final List<String> LEAST = List.of("30", "50", "80", "100");

    private final Shelf shelf;
    private final Templates templates;

    HomePage(Shelf shelf, Templates templates) {
        this.shelf = shelf;
        this.templates = templates;
    }

    WebRoute route() {
        return WebRoute.get("/", this::answer);
    }

    /** In what order cards are shown. */
    private enum Sorting {
        SCORE,
        END,
        NEWEST;

        static Sorting of(WebRequest request) {
            return request.query()
                    .first("sort")
                    .flatMap(name -> Stream.of(values())
                            .filter(each -> each.slug().equals(name))
                            .findFirst())
                    .orElse(SCORE);
        }

        String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        List<PromoRow> sorted(List<PromoRow> promos) {
            return switch (this) {
                case SCORE -> promos;
                case END ->
                    promos.stream().sorted(Comparator.comparing(Sorting::end)).toList();
                case NEWEST ->
                    promos.stream()
                            .sorted(Comparator.comparing(PromoRow::publishedAt).reversed())
                            .toList();
            };
        }

        /** Those whose end nobody knows come last. */
        private static String end(PromoRow row) {
            return row.promo().window().end() == null
                    ? "9"
                    : row.promo().window().end().toString();
        }
    }

    private WebReply answer(WebRequest request) {
        OpenFilter filter = OpenFilter.of(request.query());
        List<PromoRow> open =
                shelf.promos(PromoFilter.openOn(Shelf.today(request)).in(Order.SCORE), request.at());
        List<PromoRow> wanted =
                open.stream().filter(row -> filter.wants(row.promo())).toList();
        List<PromoRow> shown =
                Sorting.of(request).sorted(wanted).stream().limit(MOST_CARDS).toList();
        List<Card> cards = new Cards(shelf.names(), request.language())
                .of(
                        shown,
                        shelf.promos().sources(shown.stream().map(PromoRow::id).toList()));
        Words words = new Words(request.language());
        Frame frame = Frame.of(request, Section.OPEN, words.say("home.title"), words.say("home.description"));
        HomeView view = new HomeView(
                frame,
                open.size(),
                cards,
                choices(open, filter, request),
                !filter.equals(OpenFilter.of(org.milesbot.api.web.WebFields.NONE)),
                cards.isEmpty() ? next(filter, request) : List.of());
        return templates.fill("page/home.jte", Map.of("view", view), FRESH);
    }

    private Choices choices(List<PromoRow> open, OpenFilter filter, WebRequest request) {
        Words words = new Words(request.language());
        PromoWords promoWords = new PromoWords(shelf.names(), request.language());
        Function<Promo, Stream<String>> origins =
                promo -> promo.origins().stream().map(OriginId::value);
        String from = filter.from() == null ? "" : filter.from().value();
        return new Choices(
                options(
                        open,
                        promo -> Stream.of(promo.program().value()),
                        shelf.names()::of,
                        value -> filter.programs().stream()
                                .anyMatch(program -> program.value().equals(value))),
                options(
                        open,
                        promo -> origins.apply(promo).filter(origin -> !origin.equals(OriginId.EVERY_BANK.value())),
                        shelf.names()::of,
                        from::equals),
                options(
                        open,
                        promo -> Stream.of(promo.kind().value()),
                        kind -> promoWords.kind(new org.milesbot.api.promo.PromoKind(kind)),
                        value -> filter.kind() != null && filter.kind().value().equals(value)),
                LEAST.stream()
                        .map(value -> new Option(
                                value,
                                words.say("home.least", value),
                                0,
                                filter.least() != null
                                        && filter.least().toString().equals(value)))
                        .toList(),
                Stream.of(Sorting.values())
                        .map(each -> new Option(
                                each.slug(), words.say("home.sort." + each.slug()), 0, each == Sorting.of(request)))
                        .toList());
    }

    private static List<Option> options(
            List<PromoRow> open,
            Function<Promo, Stream<String>> values,
            Function<String, String> label,
            java.util.function.Predicate<String> isChosen) {
        Map<String, Long> counts = new HashMap<>();
        open.forEach(row -> values.apply(row.promo()).forEach(value -> counts.merge(value, 1L, Long::sum)));
        List<Option> options = new ArrayList<>();
        counts.forEach(
                (value, count) -> options.add(new Option(value, label.apply(value), count, isChosen.test(value))));
        options.sort(Comparator.comparing(Option::count).reversed().thenComparing(Option::label));
        return options;
    }

    private List<Next> next(OpenFilter filter, WebRequest request) {
        return ForecastPipeline.kept(shelf.forecasts(), false)
                .map(kept -> next(kept, filter, request))
                .orElse(List.of());
    }

    private List<Next> next(ToldForecast kept, OpenFilter filter, WebRequest request) {
        ToldForecast wanted = kept.only(
                key -> filter.programs().isEmpty() || filter.programs().contains(key.program()));
        ForecastShown shown = ForecastShown.on(Shelf.today(request), wanted, null, true);
        ForecastWords words = new ForecastWords(shown, shelf.names(), request.language());
        return shown.ordered().stream()
                .limit(MOST_NEXT)
                .map(series ->
                        new Next(series.key().program().value(), words.name(series.key()), words.sentence(series)))
                .toList();
    }
}
