package org.milesbot.cli.bot.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.cli.output.ProgramNames;
import org.milesbot.notify.message.Html;
import org.milesbot.notify.message.TimePhrases;
import org.milesbot.store.forecast.PastCampaign;

/** A list of past campaigns as it is read on a phone: how often and how high in short, then one a line. */
final class PastTelling {

    private static final int ON_A_PAGE = 12;
    private static final int MOST_ORIGINS = 3;
    private static final int LONGEST_NAME = 40;
    private static final int YEAR = 365;

    private final ProgramNames names;
    private final Speech speech;
    private final TimePhrases time;

    PastTelling(ProgramNames names, Locale language, LocalDate today) {
        this.names = names;
        speech = Workshop.speech(language);
        time = new TimePhrases(language, today);
    }

    /** The first day, or the one on which it was announced if no first day was told. */
    static LocalDate day(PastCampaign campaign) {
        LocalDate start = campaign.start();
        return start == null ? campaign.announcedOn() : start;
    }

    static int pages(int all) {
        return Math.max(1, (all + ON_A_PAGE - 1) / ON_A_PAGE);
    }

    /** The last page, if there are fewer than asked for. */
    static int page(int all, int asked) {
        return Math.max(1, Math.min(asked, pages(all)));
    }

    /**
     * The text.
     *
     * @param campaigns of 12 months, the newest first
     * @param asked which page
     */
    Html of(String program, @Nullable String origin, List<PastCampaign> campaigns, int asked) {
        Html heading = new Html(
                origin == null
                        ? speech.words("history.heading", names.of(program))
                        : speech.words("history.heading.from", names.of(program), names.of(origin)));
        if (campaigns.isEmpty()) {
            return Html.lines(heading, new Html(speech.words("history.none")));
        }
        int page = page(campaigns.size(), asked);
        int first = (page - 1) * ON_A_PAGE;
        List<Html> lines = campaigns.subList(first, Math.min(campaigns.size(), first + ON_A_PAGE)).stream()
                .map(this::line)
                .toList();
        return Html.join(
                "\n\n",
                List.of(
                        Html.lines(heading, often(campaigns), high(campaigns)),
                        Html.join("\n", lines),
                        pages(campaigns.size()) == 1
                                ? Html.NONE
                                : new Html(speech.words("history.page", page, pages(campaigns.size())))));
    }

    private Html often(List<PastCampaign> campaigns) {
        int many = campaigns.size();
        return new Html(
                many == 1
                        ? speech.words("history.summary.once")
                        : speech.words("history.summary", many, Math.round((double) YEAR / many)));
    }

    private Html high(List<PastCampaign> campaigns) {
        List<PastCampaign> told = campaigns.stream()
                .filter(campaign -> campaign.bonus().highest() != null)
                .sorted(Comparator.comparing(PastTelling::highest))
                .toList();
        if (told.isEmpty()) {
            return Html.NONE;
        }
        PastCampaign best = told.get(told.size() - 1);
        Percent least = highest(told.get(0));
        if (least.equals(highest(best))) {
            return new Html(speech.words("history.levels.one", percent(least)));
        }
        return new Html(speech.words(
                "history.levels",
                percent(highest(told.get(told.size() / 2))),
                percent(least),
                percent(highest(best)),
                time.month(day(best))));
    }

    private static Percent highest(PastCampaign campaign) {
        return Objects.requireNonNull(campaign.bonus().highest(), "no percentage is told");
    }

    private Html line(PastCampaign campaign) {
        LocalDate end = campaign.end();
        LocalDate day = day(campaign);
        Html days = end == null || end.equals(day)
                ? time.day(day)
                : new Html(speech.words("history.line.until", time.day(day), time.day(end)));
        return new Html(speech.words("history.line", days, level(campaign), origins(campaign)));
    }

    private Html level(PastCampaign campaign) {
        Percent highest = campaign.bonus().highest();
        if (highest == null) {
            return new Html(speech.words("history.percent.unknown"));
        }
        return highest.equals(campaign.bonus().base())
                ? new Html(percent(highest))
                : new Html(speech.words("history.percent.up_to", percent(highest)));
    }

    private Html origins(PastCampaign campaign) {
        List<Html> origins = new ArrayList<>();
        campaign.origins().stream().limit(MOST_ORIGINS).map(this::origin).forEach(origins::add);
        if (campaign.origins().size() > MOST_ORIGINS) {
            origins.add(new Html("+" + (campaign.origins().size() - MOST_ORIGINS)));
        }
        return origins.isEmpty() ? Html.NONE : new Html(speech.words("history.from", Html.join(", ", origins)));
    }

    private Html origin(OriginId origin) {
        return origin.equals(OriginId.EVERY_BANK)
                ? new Html(speech.words("history.from.every_bank"))
                : Html.escaped(names.of(origin.value()), LONGEST_NAME);
    }

    private String percent(Percent percent) {
        return speech.phrases().percent(percent);
    }
}
