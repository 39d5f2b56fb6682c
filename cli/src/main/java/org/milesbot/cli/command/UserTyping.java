package org.milesbot.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Mistakes;
import org.milesbot.api.Text;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.cli.config.Quoted;
import org.milesbot.cli.people.RouteForm;
import org.milesbot.cli.people.Setting;
import org.milesbot.cli.people.UserSettingsForm;
import org.milesbot.cli.people.WrongSetting;
import org.milesbot.store.user.Profile;
import org.milesbot.store.user.UserConfig;

/** What is typed about people. For one command. */
final class UserTyping {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,19}");

    private final Session session;
    private final UserSettingsForm form;

    UserTyping(Session session) {
        this.session = session;
        this.form = new UserSettingsForm(
                session.wiring().names().slugs(),
                Set.of(UserConfig.TELEGRAM),
                session.surroundings().clock());
    }

    UserSettingsForm form() {
        return form;
    }

    RouteForm routes() {
        return new RouteForm(form, session.surroundings().clock());
    }

    /**
     * The number of a chat.
     *
     * @throws MilesbotException of kind USAGE if it is none
     */
    long telegramId(String words) {
        try {
            if (NUMBER.matcher(words).matches() && Long.parseLong(words) != 0) {
                return Long.parseLong(words);
            }
        } catch (NumberFormatException e) {
            throw wrong(words);
        }
        throw wrong(words);
    }

    private static MilesbotException wrong(String words) {
        return new MilesbotException(ErrorKind.USAGE, Text.of(UserTyping.class, "users.wrong.id", Quoted.of(words)));
    }

    /** A programme; the nearest is told of one that is misspelt. */
    ProgramId program(String option, String words) {
        return form.program(option, words);
    }

    /** Somebody under another name. */
    Profile named(Profile profile, String name) {
        return form.with(profile, Setting.NAME.key(), name);
    }

    /**
     * Somebody with settings changed, in the order in which they were typed.
     *
     * @throws MilesbotException of kind USAGE that says all that is wrong with them
     */
    Profile changed(Profile profile, List<String> assignments) {
        Profile changed = profile;
        List<WrongSetting> wrong = new ArrayList<>();
        for (String assignment : assignments) {
            try {
                changed = form.with(changed, assignment);
            } catch (WrongSetting e) {
                wrong.add(e);
            }
        }
        if (wrong.size() == 1) {
            throw wrong.get(0);
        }
        Mistakes mistakes = new Mistakes();
        wrong.forEach(each -> mistakes.add(each.text()));
        mistakes.throwIfAny(ErrorKind.USAGE, Text.of(UserTyping.class, "users.mistakes", wrong.size()));
        return changed;
    }

    /** Says which names were new. */
    void sayNotes() {
        form.notes().forEach(session.console()::warn);
    }
}
