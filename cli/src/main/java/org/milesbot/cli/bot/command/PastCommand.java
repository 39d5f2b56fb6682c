package org.milesbot.cli.bot.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.notify.Button;
import org.milesbot.api.notify.Message;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.cli.chart.TimelineChart;
import org.milesbot.cli.chart.TimelineChart.Point;
import org.milesbot.cli.chart.TimelineChart.Row;
import org.milesbot.store.forecast.PastCampaign;

/** Tells of a programme's bonuses of the last 12 months, the newest first, and how often and how high they were. */
final class PastCommand implements BotCommand {

    private static final int MOST_CHOICES = 9;
    private static final int IN_A_ROW = 3;
    private static final Pattern PAGE = Pattern.compile("([0-9]{1,3})/(.*)", Pattern.DOTALL);
    private static final Comparator<PastCampaign> NEWEST =
            Comparator.comparing(PastTelling::day).reversed();

    private final Workshop workshop;

    PastCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public String name() {
        return "history";
    }

    @Override
    public List<String> aliases() {
        return List.of("historico");
    }

    @Override
    public String help(Locale language) {
        return Workshop.speech(language).plain("history.help");
    }

    @Override
    public String example() {
        return "smiles";
    }

    @Override
    public List<BotReply> answer(BotRequest request) {
        Matcher page = PAGE.matcher(request.words());
        boolean isPaged = page.matches();
        List<String> named =
                List.copyOf(workshop.programs().names(isPaged ? page.group(2) : request.words(), "history"));
        if (named.isEmpty()) {
            return List.of(ask(request));
        }
        if (named.size() > 2) {
            throw Workshop.wrong("history.wrong.many");
        }
        String origin = named.size() == 2 ? named.get(1) : null;
        List<BotReply> replies = new ArrayList<>(List.of(
                BotReply.show(told(request, named.get(0), origin, isPaged ? Integer.parseInt(page.group(1)) : 1))));
        if (!isPaged) {
            picture(request, named.get(0), origin).ifPresent(replies::add);
        }
        return replies;
    }

    /** The percentages of two years on a line of time. */
    private Optional<BotReply> picture(BotRequest request, String program, @Nullable String origin) {
        LocalDate today = Workshop.today(request);
        LocalDate since = today.minusYears(2);
        List<Point> points = campaigns(request, program, origin).stream()
                .filter(campaign -> PastTelling.day(campaign).isAfter(since))
                .filter(campaign -> !PastTelling.day(campaign).isAfter(today))
                .map(campaign -> new Point(
                        PastTelling.day(campaign),
                        number(campaign.bonus().highest()),
                        number(campaign.bonus().base())))
                .toList();
        boolean isAny = points.stream().anyMatch(point -> point.highest() != null);
        return isAny
                ? Pictures.of(
                        () -> TimelineChart.of(
                                List.of(new Row(workshop.names().of(program), points)),
                                since,
                                today,
                                request.asker().language()),
                        Workshop.speech(request)
                                .message("history.caption", workshop.names().of(program)))
                : Optional.empty();
    }

    private static @Nullable Double number(@Nullable Percent percent) {
        return percent == null ? null : Double.valueOf(percent.value().doubleValue());
    }

    private List<PastCampaign> campaigns(BotRequest request, String program, @Nullable String origin) {
        return workshop.past().knownBy(request.at(), List.of(new ProgramId(program))).stream()
                .filter(campaign -> origin == null || isFrom(campaign, origin))
                .sorted(NEWEST)
                .toList();
    }

    private BotReply ask(BotRequest request) {
        Set<String> choices = new LinkedHashSet<>();
        workshop.user(request).config().follows().programs().stream()
                .map(ProgramId::value)
                .sorted()
                .forEach(choices::add);
        workshop.forecasts().latest(List.of(), null).stream()
                .filter(one -> one.series().origin() == null)
                .sorted(Comparator.comparing(one -> -one.basis().campaigns()))
                .map(one -> one.series().program().value())
                .forEach(choices::add);
        List<Button> buttons = choices.stream()
                .limit(MOST_CHOICES)
                .map(slug -> Button.telling(workshop.names().of(slug), "history:" + slug))
                .toList();
        List<List<Button>> rows = new ArrayList<>();
        for (int i = 0; i < buttons.size(); i += IN_A_ROW) {
            rows.add(buttons.subList(i, Math.min(buttons.size(), i + IN_A_ROW)));
        }
        Speech speech = Workshop.speech(request);
        return new BotReply.Ask(speech.message("history.ask").withButtons(rows), "program");
    }

    private Message told(BotRequest request, String program, @Nullable String origin, int page) {
        LocalDate since = Workshop.today(request).minusYears(1);
        List<PastCampaign> campaigns = campaigns(request, program, origin).stream()
                .filter(campaign -> PastTelling.day(campaign).isAfter(since))
                .toList();
        PastTelling telling = new PastTelling(workshop.names(), request.asker().language(), Workshop.today(request));
        return new Message(
                telling.of(program, origin, campaigns, page).value(),
                buttons(request, program, origin, new Turning(campaigns.size(), page)),
                false,
                null);
    }

    private static boolean isFrom(PastCampaign campaign, String origin) {
        return Stream.of(origin, OriginId.EVERY_BANK.value())
                .map(OriginId::new)
                .anyMatch(giver -> campaign.origins().contains(giver));
    }

    /** Where somebody is in a list. */
    private record Turning(int all, int asked) {

        int page() {
            return PastTelling.page(all, asked);
        }

        int pages() {
            return PastTelling.pages(all);
        }
    }

    private static List<List<Button>> buttons(
            BotRequest request, String program, @Nullable String origin, Turning turning) {
        Speech speech = Workshop.speech(request);
        String words = origin == null ? program : program + " " + origin;
        int page = turning.page();
        List<Button> turn = new ArrayList<>();
        if (page > 1) {
            turn.add(speech.button("history:" + (page - 1) + "/" + words, "history.button.back"));
        }
        if (page < turning.pages()) {
            turn.add(speech.button("history:" + (page + 1) + "/" + words, "history.button.on"));
        }
        List<Button> forecast = List.of(speech.button("forecast:" + program, "history.button.forecast"));
        return turn.isEmpty() ? List.of(forecast) : List.of(turn, forecast);
    }
}
