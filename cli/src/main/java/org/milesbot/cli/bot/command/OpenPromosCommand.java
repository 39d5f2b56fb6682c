package org.milesbot.cli.bot.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.notify.Button;
import org.milesbot.api.notify.Message;
import org.milesbot.cli.notify.Offers;
import org.milesbot.notify.message.Html;
import org.milesbot.notify.message.Letters;
import org.milesbot.store.promo.PromoFilter;
import org.milesbot.store.promo.PromoFilter.Order;
import org.milesbot.store.promo.PromoRow;
import org.milesbot.store.user.UserConfig.Follows;

/**
 * Shows what is open, best first, a page at a time. A button's words are those of the search after the number of the page,
 * as in {@code 2/smiles 80}, or the id of one promo, as in {@code i/…}, which is then told of whole.
 */
final class OpenPromosCommand implements BotCommand {

    private static final int MOST = 500;
    private static final int ON_A_PAGE = 5;
    private static final Pattern PAGE = Pattern.compile("([0-9]{1,3})/(.*)", Pattern.DOTALL);
    private static final Pattern ONE = Pattern.compile("i/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private final Workshop workshop;

    OpenPromosCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public String name() {
        return "promos";
    }

    @Override
    public List<String> aliases() {
        return List.of("bonus");
    }

    @Override
    public String help(Locale language) {
        return Workshop.speech(language).plain("promos.help");
    }

    @Override
    public String example() {
        return "livelo smiles 80";
    }

    @Override
    public List<BotReply> answer(BotRequest request) {
        Matcher one = ONE.matcher(request.words());
        if (one.matches()) {
            return List.of(one(request, UUID.fromString(one.group(1))));
        }
        Matcher page = PAGE.matcher(request.words());
        boolean isPaged = page.matches();
        PromoSearch search = PromoSearch.read(workshop.programs(), isPaged ? page.group(2) : request.words());
        int number = isPaged ? Integer.parseInt(page.group(1)) : 1;
        return List.of(BotReply.show(found(request, search, number)));
    }

    private BotReply one(BotRequest request, UUID id) {
        Optional<PromoRow> row = Optional.ofNullable(workshop.promos()
                .byId(List.of(id), workshop.rule(), request.at())
                .get(id));
        return row.map(promo -> BotReply.say(
                        workshop.letters().asked(Offers.of(promo), request.asker(), Workshop.today(request))))
                .orElseGet(() -> Workshop.speech(request).notice("promos.gone"));
    }

    private Message found(BotRequest request, PromoSearch search, int page) {
        Follows follows = workshop.user(request).config().follows();
        List<PromoRow> open = open(request);
        List<PromoRow> found = open.stream()
                .filter(row -> search.matches(row.promo(), follows))
                .toList();
        long others = search.isOfFollowed()
                ? open.stream()
                                .filter(row -> search.ofAll().matches(row.promo(), follows))
                                .count()
                        - found.size()
                : 0;
        Pages pages = new Pages(search, found, others, page);
        return found.isEmpty() ? nothing(request, pages, follows) : page(request, pages);
    }

    private List<PromoRow> open(BotRequest request) {
        PromoFilter filter = new PromoFilter(Set.of(), null, null, Workshop.today(request), null, MOST, Order.SCORE);
        return workshop.promos().list(filter, workshop.rule(), request.at());
    }

    /**
     * What was found, and which page of it is asked for.
     *
     * @param others how many more are open that the person does not follow
     */
    private record Pages(PromoSearch search, List<PromoRow> found, long others, int asked) {

        int count() {
            return (found.size() + ON_A_PAGE - 1) / ON_A_PAGE;
        }

        /** The last one, if there are fewer by now. */
        int page() {
            return Math.max(1, Math.min(asked, count()));
        }

        int first() {
            return (page() - 1) * ON_A_PAGE;
        }

        List<PromoRow> shown() {
            return found.subList(first(), Math.min(found.size(), first() + ON_A_PAGE));
        }

        String data(int page) {
            return "promos:" + page + "/" + search.words();
        }
    }

    private Message page(BotRequest request, Pages pages) {
        Speech speech = Workshop.speech(request);
        Letters letters = workshop.letters();
        List<Html> blocks = new ArrayList<>();
        blocks.add(new Html(speech.words("promos.heading", pages.found().size(), filter(speech, pages.search()))));
        IntStream.range(0, pages.shown().size())
                .mapToObj(i -> letters.item(
                        pages.first() + i + 1,
                        Offers.of(pages.shown().get(i)),
                        request.asker(),
                        Workshop.today(request)))
                .forEach(blocks::add);
        if (pages.count() > 1) {
            blocks.add(new Html(speech.words("promos.page", pages.page(), pages.count())));
        }
        return new Message(Html.join("\n\n", blocks).value(), buttons(speech, pages), false, null);
    }

    /** What the search narrows, in the words of people. */
    private Html filter(Speech speech, PromoSearch search) {
        List<Html> words = new ArrayList<>();
        search.names().stream()
                .sorted()
                .map(slug -> Html.escaped(workshop.names().of(slug), 40))
                .forEach(words::add);
        if (search.least() != null) {
            words.add(new Html(speech.words("promos.least", speech.phrases().percent(search.least()))));
        }
        return words.isEmpty() ? Html.NONE : new Html(speech.words("promos.filter", Html.join(" · ", words)));
    }

    private static List<List<Button>> buttons(Speech speech, Pages pages) {
        List<List<Button>> rows = new ArrayList<>();
        rows.add(IntStream.range(0, pages.shown().size())
                .mapToObj(i -> speech.button(
                        "promos:i/" + pages.shown().get(i).id(), "promos.button.one", pages.first() + i + 1))
                .toList());
        int page = pages.page();
        List<Button> turning = Stream.of(
                        page > 1 ? speech.button(pages.data(page - 1), "promos.button.back") : null,
                        page < pages.count() ? speech.button(pages.data(page + 1), "promos.button.on") : null)
                .flatMap(Stream::ofNullable)
                .toList();
        if (!turning.isEmpty()) {
            rows.add(turning);
        }
        rows.addAll(all(speech, pages));
        return rows;
    }

    private static List<List<Button>> all(Speech speech, Pages pages) {
        String everything = "promos:1/" + pages.search().ofAll().words();
        return pages.others() == 0
                ? List.of()
                : List.of(List.of(speech.button(everything, "promos.button.all", pages.others())));
    }

    private Message nothing(BotRequest request, Pages pages, Follows follows) {
        Speech speech = Workshop.speech(request);
        PromoSearch search = pages.search();
        String none = search.isOfFollowed()
                ? speech.words("promos.none")
                : speech.words("promos.none.filter", filter(speech, search));
        Html next = new NextBonus(workshop, speech, Workshop.today(request)).of(search.names(), follows.programs());
        List<List<Button>> rows = new ArrayList<>(all(speech, pages));
        rows.add(List.of(speech.button("forecast", "promos.button.forecast")));
        return new Message(Html.lines(new Html(none), next).value(), rows, false, null);
    }
}
