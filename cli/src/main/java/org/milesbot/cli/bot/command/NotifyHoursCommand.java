package org.milesbot.cli.bot.command;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.notify.Button;
import org.milesbot.api.notify.Message;
import org.milesbot.cli.config.Quoted;
import org.milesbot.cli.people.MessageHours;
import org.milesbot.store.user.Profile;
import org.milesbot.store.user.QuietHours;
import org.milesbot.store.user.UserConfig.Quiet;

/** Sets the hours in which messages may come, and whose clocks they go by. */
final class NotifyHoursCommand implements BotCommand {

    private static final String NAME = "setnotify";
    private static final Pattern PLACE =
            Pattern.compile("(?:zone|zona|fuso|timezone)\\b[\\s:=]*(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern OFF = Pattern.compile("off|nao|não|no|sempre|always", Pattern.CASE_INSENSITIVE);

    private final Workshop workshop;
    private final SettingPages pages;

    NotifyHoursCommand(Workshop workshop) {
        this.workshop = workshop;
        pages = new SettingPages(workshop);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> aliases() {
        return List.of("horario", "horarios");
    }

    @Override
    public String help(Locale language) {
        return Workshop.speech(language).plain("setnotify.help");
    }

    @Override
    public String example() {
        return "08 22";
    }

    @Override
    public List<BotReply> answer(BotRequest request) {
        if (request.isPressed()) {
            return List.of(pressed(request));
        }
        String words = request.words().strip();
        if (words.isEmpty()) {
            return List.of(BotReply.say(shown(SettingPage.QUIET, workshop.profile(request), request.at())));
        }
        String assignment = assignment(words, request.topic());
        Profile after = workshop.change(request, before -> workshop.settings().with(before, assignment));
        return List.of(BotReply.say(shown(SettingPage.QUIET, after, request.at())));
    }

    private BotReply pressed(BotRequest request) {
        List<String> words = request.split();
        SettingPage page =
                words.isEmpty() || !words.get(0).equals(SettingPage.ZONE.slug()) ? SettingPage.QUIET : SettingPage.ZONE;
        if (words.size() < 2) {
            return BotReply.show(shown(page, workshop.profile(request), request.at()));
        }
        if (words.get(1).equals(SettingPages.WRITE)) {
            return new BotReply.Ask(pages.question(page, workshop.profile(request)), page.slug());
        }
        Profile after = workshop.change(request, before -> pages.pressed(words.get(1), before));
        return BotReply.show(shown(SettingPage.QUIET, after, request.at()));
    }

    private static String assignment(String words, @Nullable String topic) {
        Matcher place = PLACE.matcher(words);
        if (place.matches()) {
            return "zone=" + place.group(1);
        }
        if (OFF.matcher(words).matches()) {
            return "quiet=off";
        }
        Optional<String> quiet = MessageHours.quiet(words);
        if (quiet.isPresent()) {
            return "quiet=" + quiet.get();
        }
        boolean isPlace = words.codePoints().noneMatch(Character::isDigit);
        if (isPlace || SettingPage.ZONE.slug().equals(topic)) {
            return "zone=" + words;
        }
        throw new MilesbotException(
                ErrorKind.USAGE, Text.of(NotifyHoursCommand.class, "setnotify.wrong", Quoted.of(words)));
    }

    /** What is in force, and what can be chosen. */
    private Message shown(SettingPage page, Profile profile, Instant now) {
        Speech speech = SettingPages.speech(profile);
        Quiet quiet = profile.config().quiet();
        LocalTime time = LocalTime.ofInstant(now, quiet.zone());
        String zone = speech.words(
                "setnotify.zone",
                SettingNamesShown.zone(quiet.zone(), speech),
                SettingNamesShown.hour(time.withSecond(0).withNano(0), speech));
        String text = said(quiet, speech) + "\n" + zone;
        Button other = page == SettingPage.ZONE
                ? speech.button(NAME + ":", "settings.back")
                : speech.button(NAME + ":" + SettingPage.ZONE.slug(), "setnotify.button.zone");
        return new Message(
                text,
                Stream.concat(pages.rows(page, profile, NAME + ":" + page.slug()).stream(), Stream.of(List.of(other)))
                        .toList(),
                false,
                null);
    }

    private static String said(Quiet quiet, Speech speech) {
        QuietHours hours = quiet.hours();
        if (hours == null) {
            return speech.words("setnotify.off");
        }
        String said = speech.words(
                "setnotify.hours",
                SettingNamesShown.hour(hours.to(), speech),
                SettingNamesShown.hour(hours.from(), speech));
        return quiet.urgentPasses() ? said + " " + speech.words("setnotify.urgent") : said;
    }
}
