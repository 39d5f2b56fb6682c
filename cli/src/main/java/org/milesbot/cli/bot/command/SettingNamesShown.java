package org.milesbot.cli.bot.command;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.Percent;
import org.milesbot.cli.output.ProgramNames;
import org.milesbot.cli.people.Setting;
import org.milesbot.cli.people.SettingsShown;
import org.milesbot.notify.message.TimePhrases;
import org.milesbot.store.user.HeldTier;
import org.milesbot.store.user.Profile;
import org.milesbot.store.user.QuietHours;
import org.milesbot.store.user.UserConfig.Quiet;

/** Values of settings in the words of people rather than in those in which they are written. Plain text. */
final class SettingNamesShown {

    private static final int MOST_NAMES = 8;
    private static final Set<String> AUDIENCES = Set.of("club", "status", "card", "app", "new_member");
    private static final Set<String> KINDS =
            Set.of("transfer_bonus", "points_purchase", "club", "earn_multiplier", "internal_transfer", "award_fare");
    private static final BigDecimal RARE = BigDecimal.valueOf(80);
    private static final BigDecimal GOOD = BigDecimal.valueOf(50);

    private final ProgramNames programs;

    SettingNamesShown(ProgramNames programs) {
        this.programs = programs;
    }

    /** What a page's settings are, in one line. */
    String said(SettingPage page, Profile profile, Speech speech) {
        Map<String, String> shown = SettingsShown.of(profile);
        return switch (page) {
            case PROGRAMS, ORIGINS, TIERS, THRESHOLD, MIN_BONUS, KINDS, ZONE, LANGUAGE, AI ->
                all(page.settings().get(0), shown, speech);
            case LEVELS ->
                page.settings().stream()
                        .map(setting -> speech.plain(
                                "settings.level.short",
                                speech.plain("settings." + setting.key()),
                                speech.plain("settings.level.sign." + shown.get(setting.key()))))
                        .collect(Collectors.joining(", "));
            case DIGEST -> digest(shown, speech);
            case QUIET -> quiet(profile, speech);
        };
    }

    private static String digest(Map<String, String> shown, Speech speech) {
        String rhythm = String.valueOf(shown.get(Setting.DIGEST.key()));
        return rhythm.equals("off")
                ? speech.plain("settings.digest.off")
                : speech.plain(
                        "settings.digest.at",
                        speech.plain("settings.digest." + rhythm),
                        hour(String.valueOf(shown.get(Setting.DIGEST_AT.key())), speech));
    }

    private static String quiet(Profile profile, Speech speech) {
        Quiet quiet = profile.config().quiet();
        QuietHours hours = quiet.hours();
        if (hours == null) {
            return speech.plain("settings.quiet.off");
        }
        String said = hours(hours.toString(), speech);
        return quiet.urgentPasses() ? speech.plain("settings.quiet.urgent", said) : said;
    }

    private String all(Setting setting, Map<String, String> shown, Speech speech) {
        String value = String.valueOf(shown.get(setting.key()));
        String[] items = value.split(",", -1);
        String names = Stream.of(items)
                .limit(MOST_NAMES)
                .map(item -> of(setting, item, speech))
                .collect(Collectors.joining(", "));
        return items.length <= MOST_NAMES
                ? names
                : speech.plain("settings.more", names, String.valueOf(items.length - MOST_NAMES));
    }

    /** One value of a setting. */
    String of(Setting setting, String value, Speech speech) {
        return switch (setting) {
            case PROGRAMS, ORIGINS -> program(setting, value, speech);
            case TIERS -> value.equals("none") ? speech.plain("settings.tiers.none") : tier(value, speech);
            case KINDS ->
                value.equals("all") || KINDS.contains(value) ? speech.plain("settings.kinds." + value) : value;
            case THRESHOLD -> threshold(value, speech);
            case MIN_BONUS ->
                value.equals("off")
                        ? speech.plain("settings.min_bonus.off")
                        : speech.plain(
                                "settings.min_bonus.least", speech.phrases().percent(Percent.of(value)));
            case QUIET -> value.equals("off") ? speech.plain("settings.quiet.off") : hours(value, speech);
            case DIGEST -> speech.plain("settings.digest." + value);
            case DIGEST_AT -> hour(value, speech);
            case ZONE -> zone(value, speech);
            case LANGUAGE -> speech.plain("settings.language." + value);
            case AI, URGENT -> speech.plain("settings.flag." + value);
            case NEW, RAISED, EXTENDED, ENDING, COMBO -> speech.plain("settings.level." + value);
            case NAME, CHANNEL -> value;
        };
    }

    private String program(Setting setting, String slug, Speech speech) {
        if (slug.equals("all")) {
            return speech.plain("settings." + setting.key() + ".all");
        }
        return slug.equals("*") ? speech.plain("settings.origins.every_bank") : programs.of(slug);
    }

    /** What somebody holds. */
    String tier(String words, Speech speech) {
        HeldTier tier = HeldTier.of(words);
        String name = programs.of(tier.program().value());
        String audience = tier.audience().value();
        return AUDIENCES.contains(audience)
                ? speech.plain("settings.tier." + audience, name)
                : speech.plain("settings.tier.other", name, audience);
    }

    private static String threshold(String value, Speech speech) {
        BigDecimal least = new BigDecimal(value);
        String key = least.signum() == 0
                ? "all"
                : least.compareTo(RARE) >= 0 ? "rare" : least.compareTo(GOOD) >= 0 ? "good" : "many";
        return speech.plain("settings.threshold." + key, speech.phrases().decimal(least));
    }

    private static String hours(String quiet, Speech speech) {
        String[] ends = quiet.split("-", 2);
        return speech.plain("settings.quiet.hours", hour(ends[1], speech), hour(ends[0], speech));
    }

    private static String hour(String time, Speech speech) {
        return hour(LocalTime.parse(time), speech);
    }

    /** A time as it is read aloud. */
    static String hour(LocalTime time, Speech speech) {
        LocalDate anyDay = LocalDate.ofInstant(Instant.EPOCH, Zones.SAO_PAULO);
        return new TimePhrases(speech.phrases().locale(), anyDay).hour(time);
    }

    /** A zone by its city. */
    static String zone(String id, Speech speech) {
        boolean isNamed = SettingChoices.usual(Setting.ZONE.key()).contains(id);
        String city = id.substring(id.lastIndexOf('/') + 1);
        return isNamed ? speech.plain("settings.zone." + city.toLowerCase(Locale.ROOT)) : id;
    }

    /** A zone by its city. */
    static String zone(ZoneId zone, Speech speech) {
        return zone(zone.getId(), speech);
    }
}
