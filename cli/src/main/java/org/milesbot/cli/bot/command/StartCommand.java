package org.milesbot.cli.bot.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.notify.Button;
import org.milesbot.api.notify.Message;
import org.milesbot.notify.message.Html;
import org.milesbot.store.bot.StartSteps;
import org.milesbot.store.user.Profile;
import org.milesbot.store.user.User;

/**
 * Asks newcomers a few questions, each of which can be skipped, and then shows what is open. Answers are kept at each press, and
 * so is how far somebody has come: whoever comes back, however late, goes on from there.
 */
final class StartCommand implements BotCommand {

    private static final String NAME = "start";
    private static final String GO = "go";

    /** The pages that each step shows the buttons of. */
    private static final List<List<SettingPage>> STEPS = List.of(
            List.of(SettingPage.LANGUAGE),
            List.of(SettingPage.PROGRAMS),
            List.of(SettingPage.TIERS),
            List.of(SettingPage.ORIGINS),
            List.of(SettingPage.THRESHOLD, SettingPage.KINDS),
            List.of(SettingPage.QUIET));

    private static final int FIRST = 1;
    private static final int END = STEPS.size() + 1;

    private final Workshop workshop;
    private final SettingPages pages;
    private final OpenNow openNow;

    /**
     * @param openNow what is open, for the end
     */
    StartCommand(Workshop workshop, OpenNow openNow) {
        this.workshop = workshop;
        this.openNow = openNow;
        pages = new SettingPages(workshop);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> aliases() {
        return List.of("comecar");
    }

    @Override
    public String help(Locale language) {
        return Workshop.speech(language).plain("start.help");
    }

    @Override
    public List<BotReply> answer(BotRequest request) {
        if (request.topic() != null) {
            return List.of(answered(request, Integer.parseInt(request.topic())));
        }
        return request.isPressed() ? pressed(request) : begun(request);
    }

    /** What stands after the command is from whoever made the link that led here, and is not looked at. */
    private List<BotReply> begun(BotRequest request) {
        User user = workshop.user(request);
        if (user.disabled() != null) {
            workshop.users().enable(user.id());
        }
        int step = new StartSteps(workshop.database()).of(user.id());
        Profile profile = user.profile();
        if (step == END) {
            return List.of(BotReply.say(again(profile)));
        }
        if (step == 0) {
            reach(user.id(), FIRST);
            return List.of(BotReply.say(
                    step(FIRST, profile, SettingPages.speech(profile).words("start.welcome"))));
        }
        return List.of(
                BotReply.say(step(step, profile, SettingPages.speech(profile).words("start.goes_on"))));
    }

    private Message again(Profile profile) {
        Speech speech = SettingPages.speech(profile);
        Html text = Html.lines(new Html(speech.words("start.again")), pages.all(profile));
        return new Message(
                text.value(),
                List.of(
                        List.of(speech.button(NAME + ":" + GO + " " + END, "start.button.open")),
                        List.of(
                                speech.button(NAME + ":" + GO + " " + FIRST, "start.button.again"),
                                speech.button("settings:", "start.button.settings"))),
                false,
                null);
    }

    private List<BotReply> pressed(BotRequest request) {
        List<String> words = request.split();
        String second = words.size() < 2 ? "" : words.get(1);
        if (words.isEmpty() || words.get(0).equals(GO)) {
            return at(number(second), request, workshop.profile(request));
        }
        int step = number(words.get(0));
        if (step == END || second.isEmpty()) {
            return at(step, request, workshop.profile(request));
        }
        if (second.equals(SettingPages.WRITE)) {
            reach(request.asker().userId(), step);
            return List.of(new BotReply.Ask(question(step, request), Integer.toString(step)));
        }
        Profile after = workshop.change(request, before -> pages.pressed(second, before));
        // There is nothing more to choose once the language is.
        return at(step == FIRST ? FIRST + 1 : step, request, after);
    }

    private static int number(String words) {
        return words.matches("[1-" + END + "]") ? Integer.parseInt(words) : FIRST;
    }

    private List<BotReply> at(int step, BotRequest request, Profile profile) {
        reach(request.asker().userId(), step);
        if (step < END) {
            return List.of(BotReply.show(step(step, profile, "")));
        }
        Speech speech = SettingPages.speech(profile);
        Html text = Html.lines(
                new Html(speech.words("start.done")),
                pages.all(profile),
                new Html("\n" + speech.words("start.done.end")));
        List<BotReply> replies = new ArrayList<>();
        replies.add(BotReply.show(new Message(
                text.value(), List.of(List.of(speech.button("settings:", "start.button.settings"))), false, null)));
        BotRequest open = new BotRequest(request.asker(), "", null, false, false, null, request.at());
        openNow.of(open).stream().map(StartCommand::apart).forEach(replies::add);
        return replies;
    }

    /** Two cannot take the place of one message. */
    private static BotReply apart(BotReply reply) {
        return reply instanceof BotReply.Show show ? BotReply.say(show.message()) : reply;
    }

    private void reach(long userId, int step) {
        new StartSteps(workshop.database()).reach(userId, step);
    }

    /** The page of a step that takes words. */
    private static Optional<SettingPage> open(int step) {
        return STEPS.get(step - 1).stream().filter(SettingPage::isOpen).findFirst();
    }

    private Message question(int step, BotRequest request) {
        Profile profile = workshop.profile(request);
        Button back = SettingPages.speech(profile).button(NAME + ":" + GO + " " + step, "settings.back");
        return pages.question(open(step).orElse(STEPS.get(step - 1).get(0)), profile)
                .withButtons(List.of(List.of(back)));
    }

    private BotReply answered(BotRequest request, int step) {
        Profile after = open(step)
                .map(page -> workshop.change(request, before -> pages.written(page, request.words(), before)))
                .orElseGet(() -> workshop.profile(request));
        reach(request.asker().userId(), step);
        return BotReply.say(step(step, after, ""));
    }

    private Message step(int step, Profile profile, String before) {
        Speech speech = SettingPages.speech(profile);
        List<SettingPage> shown = STEPS.get(step - 1);
        Html said = Html.join(
                "; ", shown.stream().map(page -> pages.said(page, profile)).toList());
        Html text = Html.lines(
                new Html(before),
                new Html(speech.words("start.step", step, STEPS.size())),
                new Html(speech.words("start.step." + step, said)));
        List<List<Button>> rows = new ArrayList<>();
        shown.forEach(page -> rows.addAll(pages.rows(page, profile, NAME + ":" + step)));
        rows.add(moves(step, speech));
        if (step < STEPS.size()) {
            rows.add(List.of(speech.button(NAME + ":" + GO + " " + END, "start.button.end")));
        }
        return new Message(text.value(), rows, false, null);
    }

    private static List<Button> moves(int step, Speech speech) {
        Button next = speech.button(
                NAME + ":" + GO + " " + (step + 1), step == STEPS.size() ? "start.button.finish" : "start.button.next");
        return step == FIRST
                ? List.of(next)
                : Stream.of(speech.button(NAME + ":" + GO + " " + (step - 1), "settings.back"), next)
                        .toList();
    }
}
