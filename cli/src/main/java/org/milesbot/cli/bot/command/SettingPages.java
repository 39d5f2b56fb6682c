package org.milesbot.cli.bot.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.milesbot.api.notify.Button;
import org.milesbot.api.notify.Message;
import org.milesbot.cli.bot.command.SettingChoices.Choice;
import org.milesbot.cli.people.Setting;
import org.milesbot.cli.people.SettingsShown;
import org.milesbot.cli.people.UserSettingsForm;
import org.milesbot.notify.message.Html;
import org.milesbot.store.user.Profile;

/** The pages of the settings: what stands on them, and what their buttons change. */
final class SettingPages {

    /** In a button's data, what asks for words. */
    static final String WRITE = "?";

    private final Workshop workshop;
    private final SettingNamesShown names;
    private final SettingChoices choices;

    SettingPages(Workshop workshop) {
        this.workshop = workshop;
        names = new SettingNamesShown(workshop.names());
        choices = new SettingChoices(names);
    }

    /** In which language somebody is spoken to from now on. */
    static Speech speech(Profile profile) {
        return Workshop.speech(profile.config().language().locale());
    }

    /** All settings, a line each. */
    Html all(Profile profile) {
        Speech speech = speech(profile);
        return Html.join(
                "\n",
                Stream.of(SettingPage.values())
                        .map(page -> new Html(speech.words(
                                "settings.line." + page.slug(), Html.escaped(names.said(page, profile, speech), 300))))
                        .toList());
    }

    /** What is chosen on a page, in words. */
    Html said(SettingPage page, Profile profile) {
        return Html.escaped(names.said(page, profile, speech(profile)), 300);
    }

    /** The text of a page, and how its settings are written. */
    Html text(SettingPage page, Profile profile) {
        Speech speech = speech(profile);
        Html written = Html.join(
                "\n",
                SettingsShown.of(profile).entrySet().stream()
                        .filter(entry -> isOn(page, entry.getKey()))
                        .map(entry -> Html.escaped(entry.getKey() + "=" + entry.getValue(), 500))
                        .map(line -> new Html("<code>" + line.value() + "</code>"))
                        .toList());
        return Html.lines(
                new Html(speech.words("settings.page." + page.slug(), said(page, profile))),
                new Html("\n" + speech.words("settings.written")),
                written);
    }

    private static boolean isOn(SettingPage page, String key) {
        String plain = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
        return page.settings().stream().anyMatch(setting -> setting.key().equals(plain));
    }

    /**
     * The buttons of a page.
     *
     * @param data what each button's data begin with, such as {@code settings:programs}
     */
    List<List<Button>> rows(SettingPage page, Profile profile, String data) {
        Speech speech = speech(profile);
        List<Button> buttons = choices.of(page, profile, speech).stream()
                .flatMap(choice -> button(choice, data).stream())
                .collect(Collectors.toCollection(ArrayList::new));
        if (page.isOpen()) {
            buttons.add(speech.button(data + " " + WRITE, "settings.write." + page.slug()));
        }
        return inRows(buttons, page.columns());
    }

    /** What is too long for a button can be written. */
    private static Optional<Button> button(Choice choice, String data) {
        String whole = data + " " + choice.words();
        return whole.length() <= Button.MOST_BYTES
                ? Optional.of(Button.telling(choice.label(), whole))
                : Optional.empty();
    }

    /** Buttons side by side. */
    static List<List<Button>> inRows(List<Button> buttons, int columns) {
        List<List<Button>> rows = new ArrayList<>();
        for (int i = 0; i < buttons.size(); i += columns) {
            rows.add(buttons.subList(i, Math.min(i + columns, buttons.size())));
        }
        return rows;
    }

    /** A page as a message, with rows below its own. */
    Message page(SettingPage page, Profile profile, String data, List<List<Button>> below) {
        List<List<Button>> rows = Stream.concat(rows(page, profile, data).stream(), below.stream())
                .toList();
        return new Message(text(page, profile).value(), rows, false, null);
    }

    /** The question for words. */
    Message question(SettingPage page, Profile profile) {
        return speech(profile).message("settings.ask." + page.slug());
    }

    /** Somebody after they pressed a button. */
    Profile pressed(String words, Profile profile) {
        UserSettingsForm form = workshop.settings();
        int tilde = words.indexOf('~');
        if (tilde < 0) {
            return form.with(profile, words);
        }
        Setting setting = Stream.of(Setting.PROGRAMS, Setting.ORIGINS, Setting.TIERS, Setting.KINDS)
                .filter(each -> each.key().equals(words.substring(0, tilde)))
                .findFirst()
                .orElse(null);
        return setting == null
                ? profile
                : form.with(profile, SettingChoices.toggled(setting, words.substring(tilde + 1), profile));
    }

    /** Somebody after they wrote what a page asked for. */
    Profile written(SettingPage page, String words, Profile profile) {
        return workshop.settings().with(profile, new SettingWriting(workshop).assignment(page, words, profile));
    }
}
