package org.milesbot.cli.bot.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.milesbot.api.Text;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.notify.Button;
import org.milesbot.api.notify.Message;
import org.milesbot.cli.people.UserSettingsForm;
import org.milesbot.notify.message.Html;
import org.milesbot.store.user.Profile;

/** Shows and changes all settings in one message: a list, and a page of buttons for each. */
final class SettingsCommand implements BotCommand {

    private static final String NAME = "settings";
    private static final Pattern NEXT_ASSIGNMENT = Pattern.compile(" (?=[A-Za-z_.-]+ ?=)");
    private static final int BESIDE = 2;

    private final Workshop workshop;
    private final SettingPages pages;

    SettingsCommand(Workshop workshop) {
        this.workshop = workshop;
        pages = new SettingPages(workshop);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> aliases() {
        return List.of("configuracoes", "ajustes");
    }

    @Override
    public String help(Locale language) {
        return Workshop.speech(language).plain("settings.help");
    }

    @Override
    public String example() {
        return "threshold=70";
    }

    @Override
    public List<BotReply> answer(BotRequest request) {
        String topic = request.topic();
        Optional<SettingPage> asked = topic == null ? Optional.empty() : SettingPage.named(topic);
        if (asked.isPresent()) {
            Profile profile = workshop.change(request, before -> pages.written(asked.get(), request.words(), before));
            return List.of(BotReply.say(page(asked.get(), profile)));
        }
        return request.isPressed() ? List.of(pressed(request)) : List.of(typed(request));
    }

    private BotReply pressed(BotRequest request) {
        List<String> words = request.split();
        Optional<SettingPage> page = words.isEmpty() ? Optional.empty() : SettingPage.named(words.get(0));
        if (page.isEmpty()) {
            return BotReply.show(main(workshop.profile(request), Html.NONE));
        }
        if (words.size() < BESIDE) {
            return BotReply.show(page(page.get(), workshop.profile(request)));
        }
        if (words.get(1).equals(SettingPages.WRITE)) {
            Message question = pages.question(page.get(), workshop.profile(request));
            return new BotReply.Ask(
                    question.withButtons(List.of(List.of(back(request)))),
                    page.get().slug());
        }
        return BotReply.show(page(page.get(), workshop.change(request, before -> pages.pressed(words.get(1), before))));
    }

    private static Button back(BotRequest request) {
        return Workshop.speech(request).button(NAME + ":", "settings.back");
    }

    private BotReply typed(BotRequest request) {
        String words = request.words().strip().replaceAll("\\s+", " ");
        if (words.isEmpty()) {
            return BotReply.say(main(workshop.profile(request), Html.NONE));
        }
        Optional<SettingPage> shown = words.indexOf('=') < 0 ? SettingPage.showing(words) : Optional.empty();
        return BotReply.say(
                shown.isPresent()
                        ? page(shown.get(), workshop.profile(request))
                        : changed(assignments(words), request));
    }

    /** "threshold=70 quiet=22:00-07:00", or one as "threshold 70". */
    private static List<String> assignments(String words) {
        if (words.indexOf('=') >= 0) {
            return List.of(NEXT_ASSIGNMENT.split(words));
        }
        return List.of(words.replaceFirst(" ", "="));
    }

    private Message changed(List<String> assignments, BotRequest request) {
        UserSettingsForm form = workshop.settings();
        Profile after = workshop.change(request, before -> {
            Profile profile = before;
            for (String assignment : assignments) {
                profile = form.with(profile, assignment);
            }
            return profile;
        });
        Html done = done(form, assignments, after);
        String key = assignments.get(0).replaceFirst("\\s*=.*", "");
        Optional<SettingPage> page = assignments.size() == 1 ? SettingPage.showing(key.strip()) : Optional.empty();
        return page.map(each -> withBefore(done, page(each, after))).orElseGet(() -> main(after, done));
    }

    private static Html done(UserSettingsForm form, List<String> assignments, Profile after) {
        Speech speech = SettingPages.speech(after);
        Locale language = after.config().language().locale();
        List<Html> lines = new ArrayList<>();
        lines.add(new Html(speech.words("settings.done", String.join(" ", assignments))));
        for (Text note : form.notes()) {
            lines.add(new Html(speech.words("settings.note", note.in(language))));
        }
        return Html.join("\n", lines);
    }

    private static Message withBefore(Html before, Message message) {
        return message.withHtml(before.value() + "\n\n" + message.html());
    }

    private Message page(SettingPage page, Profile profile) {
        Button back = SettingPages.speech(profile).button(NAME + ":", "settings.back");
        return pages.page(page, profile, NAME + ":" + page.slug(), List.of(List.of(back)));
    }

    private Message main(Profile profile, Html before) {
        Speech speech = SettingPages.speech(profile);
        List<Button> buttons = Stream.concat(
                        Stream.of(SettingPage.values())
                                .map(page -> speech.button(NAME + ":" + page.slug(), "settings.button." + page.slug())),
                        Stream.of(
                                speech.button("mute:.", "settings.button.mute"),
                                speech.button("routes:", "settings.button.routes")))
                .toList();
        Html text = Html.lines(
                new Html(speech.words("settings.heading")),
                pages.all(profile),
                new Html("\n" + speech.words("settings.end")));
        Message message = new Message(text.value(), SettingPages.inRows(buttons, BESIDE), false, null);
        return before.isEmpty() ? message : withBefore(before, message);
    }
}
