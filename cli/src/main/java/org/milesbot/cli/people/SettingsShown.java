package org.milesbot.cli.people;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.store.user.Profile;
import org.milesbot.store.user.ProgramChoice;
import org.milesbot.store.user.UserConfig;

/** Settings in the words in which {@link UserSettingsForm} takes them. */
public final class SettingsShown {

    private static final String OFF = "off";
    private static final String ALL = "all";
    private static final String NONE = "none";

    private SettingsShown() {}

    /** Every setting but the name, in order, then what is otherwise for some programmes. */
    public static Map<String, String> of(Profile profile) {
        UserConfig config = profile.config();
        Map<String, String> shown = new LinkedHashMap<>();
        for (Setting setting : Setting.values()) {
            if (setting != Setting.NAME) {
                shown.put(setting.key(), words(config, setting));
            }
        }
        Map<String, ProgramChoice> choices = new TreeMap<>();
        profile.programs().forEach((program, choice) -> choices.put(program.value(), choice));
        choices.forEach((program, choice) -> {
            if (choice.minBonus() != null) {
                shown.put(
                        Setting.MIN_BONUS.key() + "." + program,
                        choice.minBonus().toString());
            }
            if (choice.mutedUntil() != null) {
                shown.put(
                        Setting.MUTE + "." + program,
                        moment(choice.mutedUntil(), config.quiet().zone()));
            }
        });
        return shown;
    }

    private static String words(UserConfig config, Setting setting) {
        return switch (setting) {
            case NAME -> "";
            case LANGUAGE -> config.language().slug();
            case CHANNEL -> config.channel();
            case THRESHOLD -> config.bar().threshold().toPlainString();
            case MIN_BONUS -> or(config.bar().minBonus(), OFF);
            case KINDS -> list(config.follows().kinds(), ALL);
            case PROGRAMS -> list(config.follows().programs(), ALL);
            case ORIGINS -> list(config.follows().origins(), ALL);
            case TIERS -> list(config.follows().tiers(), NONE);
            case ZONE -> config.quiet().zone().getId();
            case QUIET -> or(config.quiet().hours(), OFF);
            case URGENT -> config.quiet().urgentPasses() ? "on" : OFF;
            case DIGEST -> config.digest().rhythm().slug();
            case DIGEST_AT -> config.digest().at().toString();
            case NEW -> config.levels().created().slug();
            case RAISED -> config.levels().raised().slug();
            case EXTENDED -> config.levels().extended().slug();
            case ENDING -> config.levels().ending().slug();
            case COMBO -> config.levels().combo().slug();
            case AI -> config.ai() ? "on" : OFF;
        };
    }

    private static String or(@Nullable Object value, String otherwise) {
        return value == null ? otherwise : value.toString();
    }

    private static String list(Collection<?> values, String otherwise) {
        return values.isEmpty()
                ? otherwise
                : values.stream().map(Object::toString).sorted().collect(Collectors.joining(","));
    }

    private static String moment(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }
}
