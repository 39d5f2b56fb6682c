package org.milesbot.cli.bot.command;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.source.Extractor;
import org.milesbot.cli.bot.Speech;
import org.milesbot.cli.output.ProgramNames;
import org.milesbot.cli.people.UserSettingsForm;
import org.milesbot.cli.privacy.Privacy;
import org.milesbot.store.db.Database;
import org.milesbot.store.score.ScoreRule;
import org.milesbot.store.user.User;
import org.milesbot.store.user.UserConfig;
import org.milesbot.store.user.Users;

/**
 * What the built-in commands work with. All that touches the database goes by one connection, in the transaction of the
 * update that is answered. For one thread at a time.
 *
 * @param database the connection
 * @param rule how scores are worked out
 * @param names what people call programmes and banks
 * @param extractor reads announcements
 * @param privacy shows and forgets what is kept of somebody, by a connection of its own: plug-ins may take their time over it
 * @param clock the time
 */
public record Workshop(
        Database database, ScoreRule rule, ProgramNames names, Extractor extractor, Privacy privacy, Clock clock) {

    Users users() {
        return new Users(database);
    }

    /** Whoever asks; they are always known. */
    User user(BotRequest request) {
        return users().find(request.asker().userId()).orElseThrow();
    }

    /** Takes settings as people write them. */
    UserSettingsForm settings() {
        return new UserSettingsForm(names.slugs(), List.of(UserConfig.TELEGRAM), clock);
    }

    /** The sentences of this package in the asker's language. */
    static Speech speech(BotRequest request) {
        return speech(request.asker().language());
    }

    static Speech speech(Locale language) {
        return new Speech(Workshop.class, language);
    }
}
