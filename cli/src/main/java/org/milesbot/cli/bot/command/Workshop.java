package org.milesbot.cli.bot.command;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.source.Extractor;
import org.milesbot.cli.config.Quoted;
import org.milesbot.cli.output.ProgramNames;
import org.milesbot.cli.people.UserSettingsForm;
import org.milesbot.cli.privacy.Privacy;
import org.milesbot.notify.message.Letters;
import org.milesbot.store.db.Database;
import org.milesbot.store.dedupe.Dossiers;
import org.milesbot.store.forecast.Forecasts;
import org.milesbot.store.forecast.PastCampaigns;
import org.milesbot.store.promo.Promos;
import org.milesbot.store.score.ScoreRule;
import org.milesbot.store.user.Profile;
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

    private static final int LONGEST_QUOTED = 24;

    Users users() {
        return new Users(database);
    }

    /** Whoever asks; they are always known. */
    User user(BotRequest request) {
        return users().find(request.asker().userId()).orElseThrow();
    }

    /** All there is to know of whoever asks. */
    Profile profile(BotRequest request) {
        return user(request).profile();
    }

    /**
     * Changes whoever asks; whoever else wants to waits meanwhile.
     *
     * @param change makes what they are to be of what they are; what it throws leaves all as it was
     * @return what they are now
     */
    Profile change(BotRequest request, UnaryOperator<Profile> change) {
        return users().change(request.asker().chatId(), change).orElseThrow().profile();
    }

    /** Takes settings as people write them. */
    UserSettingsForm settings() {
        return new UserSettingsForm(names.slugs(), List.of(UserConfig.TELEGRAM), clock);
    }

    /** The promos that are kept. */
    Promos promos() {
        return new Promos(database);
    }

    /** All there is to say of campaigns. */
    Dossiers dossiers() {
        return new Dossiers(database);
    }

    /** What is foretold. */
    Forecasts forecasts() {
        return new Forecasts(database);
    }

    /** The transfer bonuses of the past. */
    PastCampaigns past() {
        return new PastCampaigns(database);
    }

    /** Finds programmes and banks in what people write. */
    ProgramWords programs() {
        return new ProgramWords(names);
    }

    /** Writes of promos as alerts do. */
    Letters letters() {
        return new Letters(names::of);
    }

    /** The day that somebody asks on, in America/Sao_Paulo. */
    static LocalDate today(BotRequest request) {
        return LocalDate.ofInstant(request.at(), Zones.SAO_PAULO);
    }

    /** What somebody wrote, as it is said back to them: on one line and short. */
    static String clipped(String words) {
        return words.codePointCount(0, words.length()) <= LONGEST_QUOTED
                ? Quoted.of(words)
                : Quoted.of(words.substring(0, words.offsetByCodePoints(0, LONGEST_QUOTED))) + "…";
    }

    /** Refuses what somebody wrote; the sentence says what a right one looks like. */
    static MilesbotException wrong(String key, Object... arguments) {
        return new MilesbotException(ErrorKind.USAGE, Text.of(Workshop.class, key, arguments));
    }

    /** The sentences of this package in the asker's language. */
    static Speech speech(BotRequest request) {
        return speech(request.asker().language());
    }

    static Speech speech(Locale language) {
        return new Speech(Workshop.class, language);
    }
}
