package org.milesbot.cli.bot.command;

import java.util.List;
import java.util.Locale;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.notify.Message;
import org.milesbot.cli.people.Setting;
import org.milesbot.store.user.Profile;

/** Says whether a language model may read what somebody writes and no command understands, and lets them choose. */
final class ToggleAiCommand implements BotCommand {

    private final Workshop workshop;
    private final SettingPages pages;

    ToggleAiCommand(Workshop workshop) {
        this.workshop = workshop;
        pages = new SettingPages(workshop);
    }

    @Override
    public String name() {
        return "toggle_ai";
    }

    @Override
    public List<String> aliases() {
        return List.of("ia");
    }

    @Override
    public String help(Locale language) {
        return Workshop.speech(language).plain("toggle_ai.help");
    }

    @Override
    public String example() {
        return "on";
    }

    @Override
    public List<BotReply> answer(BotRequest request) {
        String words = request.words().strip();
        if (words.isEmpty()) {
            return List.of(BotReply.show(page(workshop.profile(request))));
        }
        String assignment = words.indexOf('=') < 0 ? Setting.AI.key() + "=" + words : words;
        Profile after = workshop.change(
                request,
                before -> request.isPressed()
                        ? pages.pressed(assignment, before)
                        : workshop.settings().with(before, Setting.AI.key(), words));
        return List.of(BotReply.show(page(after)));
    }

    private Message page(Profile profile) {
        return new Message(
                SettingPages.speech(profile).words("settings.page.ai", pages.said(SettingPage.AI, profile)),
                pages.rows(SettingPage.AI, profile, name() + ":"),
                false,
                null);
    }
}
