package org.milesbot.cli.people;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Nearest;
import org.milesbot.api.Text;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.cli.config.Quoted;
import org.milesbot.store.user.Digest;
import org.milesbot.store.user.Language;
import org.milesbot.store.user.Level;
import org.milesbot.store.user.PersonName;
import org.milesbot.store.user.Profile;
import org.milesbot.store.user.ProgramChoice;
import org.milesbot.store.user.UserConfig;
import org.milesbot.store.user.UserConfig.Bar;
import org.milesbot.store.user.UserConfig.DigestChoice;
import org.milesbot.store.user.UserConfig.Follows;
import org.milesbot.store.user.UserConfig.Levels;
import org.milesbot.store.user.UserConfig.Quiet;

/**
 * Changes settings as people write them: {@code threshold=70}, {@code quiet=22:00-07:00}, {@code mute.smiles=7d}. Keeps
 * notes of names that are new; therefore not for use by several threads.
 */
public final class UserSettingsForm {

    private final SettingNames names;
    private final Clock clock;

    /**
     * @param programs the slugs of the programmes and banks that are known
     * @param channels the names of the channels that are known
     * @param clock from when a silence counts
     */
    public UserSettingsForm(Collection<String> programs, Collection<String> channels, Clock clock) {
        this.names = new SettingNames(programs, channels);
        this.clock = clock;
    }

    /** What is to be said of names that were new. */
    public List<Text> notes() {
        return names.notes();
    }

    SettingNames names() {
        return names;
    }

    /**
     * A programme by its slug.
     *
     * @param key where it is written
     * @throws WrongSetting if it is nearly another one, or no slug
     */
    public ProgramId program(String key, String words) {
        return names.program(key, words);
    }

    /**
     * Somebody with one setting changed.
     *
     * @param assignment the setting and its value, such as {@code threshold=70}
     * @throws WrongSetting if there is no such setting, or the value will not do
     */
    public Profile with(Profile profile, String assignment) {
        int equals = assignment.indexOf('=');
        if (equals < 1) {
            throw WrongSetting.saying(assignment, "setting.form", Quoted.of(assignment));
        }
        return with(profile, assignment.substring(0, equals), assignment.substring(equals + 1));
    }

    /**
     * Somebody with one setting changed.
     *
     * @throws WrongSetting if there is no such setting, or the value will not do
     */
    public Profile with(Profile profile, String key, String words) {
        String plain = key.strip().toLowerCase(Locale.ROOT).replace('-', '_');
        int dot = plain.indexOf('.');
        if (dot > 0) {
            return withChoice(profile, plain.substring(0, dot), plain.substring(dot + 1), words);
        }
        Setting setting = Setting.named(plain).orElseThrow(() -> unknown(key, plain));
        if (setting == Setting.NAME) {
            return profile.withName(name(words));
        }
        return profile.withConfig(config(profile.config(), setting, words));
    }

    private static WrongSetting unknown(String key, String plain) {
        String known = String.join(", ", Setting.keys());
        if (plain.equals(Setting.MUTE)) {
            return WrongSetting.saying(key, "setting.mute");
        }
        Optional<String> meant = Nearest.to(plain, Setting.keys());
        return meant.map(near -> WrongSetting.saying(key, "setting.unknown.nearest", Quoted.of(key), near))
                .orElseGet(() -> WrongSetting.saying(key, "setting.unknown", Quoted.of(key), known));
    }

    private static String name(String words) {
        if (PersonName.isTooLong(words)) {
            throw WrongSetting.of(Setting.NAME.key(), words, "name");
        }
        return words;
    }

    private Profile withChoice(Profile profile, String setting, String programme, String words) {
        String key = setting + "." + programme;
        if (setting.equals(Setting.MUTE)) {
            ProgramId program = names.program(key, programme);
            Instant until =
                    SettingWords.until(key, words, profile.config().quiet().zone(), clock);
            return withMute(profile, program, until);
        }
        if (setting.equals(Setting.MIN_BONUS.key())) {
            ProgramId program = names.program(key, programme);
            Percent percent = SettingWords.percent(key, words);
            return profile.withChoice(program, profile.choice(program).withMinBonus(percent));
        }
        String meant = Nearest.to(setting, List.of(Setting.MUTE, Setting.MIN_BONUS.key()))
                .orElse(Setting.MUTE);
        throw WrongSetting.saying(key, "setting.unknown.nearest", Quoted.of(key), meant + "." + programme);
    }

    static Profile withMute(Profile profile, ProgramId program, @Nullable Instant until) {
        ProgramChoice choice = profile.choice(program);
        return profile.withChoice(program, choice.withMutedUntil(until));
    }

    private UserConfig config(UserConfig config, Setting setting, String words) {
        String key = setting.key();
        Quiet quiet = config.quiet();
        Bar bar = config.bar();
        DigestChoice digest = config.digest();
        return switch (setting) {
            case LANGUAGE -> config.withLanguage(SettingWords.choice(key, words, Language.class, "language"));
            case CHANNEL -> config.withChannel(names.channel(key, words));
            case THRESHOLD -> config.withBar(new Bar(SettingWords.threshold(key, words), bar.minBonus()));
            case MIN_BONUS -> config.withBar(new Bar(bar.threshold(), SettingWords.percent(key, words)));
            case ZONE ->
                config.withQuiet(new Quiet(quiet.hours(), SettingWords.zone(key, words), quiet.urgentPasses()));
            case QUIET ->
                config.withQuiet(new Quiet(SettingWords.quietHours(key, words), quiet.zone(), quiet.urgentPasses()));
            case URGENT -> config.withQuiet(new Quiet(quiet.hours(), quiet.zone(), SettingWords.flag(key, words)));
            case DIGEST ->
                config.withDigest(
                        new DigestChoice(SettingWords.choice(key, words, Digest.class, "digest"), digest.at()));
            case DIGEST_AT ->
                config.withDigest(new DigestChoice(digest.rhythm(), SettingWords.time(key, words, "digest_at")));
            case AI -> config.withAi(SettingWords.flag(key, words));
            case NAME, KINDS, PROGRAMS, ORIGINS, TIERS -> config.withFollows(follows(config.follows(), setting, words));
            case NEW, RAISED, EXTENDED, ENDING, COMBO ->
                config.withLevels(
                        levels(config.levels(), setting, SettingWords.choice(key, words, Level.class, "level")));
        };
    }

    private Follows follows(Follows old, Setting setting, String words) {
        String key = setting.key();
        return new Follows(
                setting == Setting.KINDS ? names.kinds(key, words) : old.kinds(),
                setting == Setting.PROGRAMS ? names.programs(key, words) : old.programs(),
                setting == Setting.ORIGINS ? names.origins(key, words) : old.origins(),
                setting == Setting.TIERS ? names.tiers(key, words) : old.tiers());
    }

    private static Levels levels(Levels old, Setting setting, Level level) {
        return new Levels(
                setting == Setting.NEW ? level : old.created(),
                setting == Setting.RAISED ? level : old.raised(),
                setting == Setting.EXTENDED ? level : old.extended(),
                setting == Setting.ENDING ? level : old.ending(),
                setting == Setting.COMBO ? level : old.combo());
    }
}
