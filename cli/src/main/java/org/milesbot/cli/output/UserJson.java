package org.milesbot.cli.output;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.cli.people.Setting;
import org.milesbot.store.user.Profile;
import org.milesbot.store.user.ProgramChoice;
import org.milesbot.store.user.Since.Disabled;
import org.milesbot.store.user.User;
import org.milesbot.store.user.UserConfig;
import org.milesbot.store.user.UserConfig.Levels;
import org.milesbot.store.user.UserRoute;

/** Somebody as JSON in the form of {@code docs/schemas/user.schema.json}: all that it takes to bring them back. */
public final class UserJson {

    private UserJson() {}

    /** Somebody as one line. */
    public static String line(User user) {
        return JsonLine.of(fields(user));
    }

    private static Map<String, @Nullable Object> fields(User user) {
        Profile profile = user.profile();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("telegram_id", profile.telegramId());
        fields.put("name", profile.name());
        fields.put("created_at", time(profile.since().createdAt()));
        fields.put("welcomed_at", orNull(profile.since().welcomedAt()));
        fields.put("disabled", disabled(profile.since().disabled()));
        fields.put("settings", settings(profile.config()));
        fields.put("programs", programs(profile.programs()));
        fields.put("routes", profile.routes().stream().map(UserJson::route).toList());
        fields.put("reminders", reminders(profile));
        return fields;
    }

    private static @Nullable Map<String, Object> disabled(@Nullable Disabled disabled) {
        if (disabled == null) {
            return null;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("at", time(disabled.at()));
        fields.put("why", disabled.why());
        return fields;
    }

    private static Map<String, @Nullable Object> settings(UserConfig config) {
        Map<Setting, @Nullable Object> fields = new TreeMap<>();
        fields.put(Setting.LANGUAGE, config.language().slug());
        fields.put(Setting.CHANNEL, config.channel());
        fields.put(Setting.THRESHOLD, config.bar().threshold());
        fields.put(
                Setting.MIN_BONUS,
                config.bar().minBonus() == null ? null : config.bar().minBonus().value());
        fields.put(Setting.KINDS, sorted(config.follows().kinds()));
        fields.put(Setting.PROGRAMS, sorted(config.follows().programs()));
        fields.put(Setting.ORIGINS, sorted(config.follows().origins()));
        fields.put(Setting.TIERS, sorted(config.follows().tiers()));
        fields.put(Setting.ZONE, config.quiet().zone().getId());
        fields.put(Setting.QUIET, words(config.quiet().hours()));
        fields.put(Setting.URGENT, config.quiet().urgentPasses());
        fields.put(Setting.DIGEST, config.digest().rhythm().slug());
        fields.put(Setting.DIGEST_AT, config.digest().at().toString());
        Levels levels = config.levels();
        fields.put(Setting.NEW, levels.created().slug());
        fields.put(Setting.RAISED, levels.raised().slug());
        fields.put(Setting.EXTENDED, levels.extended().slug());
        fields.put(Setting.ENDING, levels.ending().slug());
        fields.put(Setting.COMBO, levels.combo().slug());
        fields.put(Setting.AI, config.ai());
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        fields.forEach((setting, value) -> named.put(setting.key(), value));
        return named;
    }

    private static Map<String, Object> programs(Map<?, ProgramChoice> programs) {
        Map<String, Object> fields = new TreeMap<>();
        programs.forEach((program, choice) -> {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put(
                    "min_bonus",
                    choice.minBonus() == null ? null : choice.minBonus().value());
            one.put("muted_until", orNull(choice.mutedUntil()));
            fields.put(program.toString(), one);
        });
        return fields;
    }

    private static Map<String, @Nullable Object> route(UserRoute route) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", route.id());
        fields.put("from", sorted(route.origins()));
        fields.put("to", sorted(route.dests()));
        fields.put("cabin", words(route.cabin()));
        fields.put("max_miles", route.maxMiles());
        LocalDate from = route.travel().from();
        LocalDate to = route.travel().to();
        fields.put("travel_from", words(from));
        fields.put("travel_to", words(to));
        return fields;
    }

    private static List<Map<String, Object>> reminders(Profile profile) {
        Map<String, Instant> sorted = new TreeMap<>();
        profile.reminders().forEach((promo, askedAt) -> sorted.put(promo.toString(), askedAt));
        return sorted.entrySet().stream()
                .map(each -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("promo", each.getKey());
                    fields.put("asked_at", time(each.getValue()));
                    return fields;
                })
                .toList();
    }

    private static List<String> sorted(Collection<?> values) {
        return values.stream().map(Object::toString).sorted().toList();
    }

    /** To the microsecond, so that nothing is otherwise when it comes back. */
    private static String time(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.atZone(Zones.SAO_PAULO).toOffsetDateTime());
    }

    private static @Nullable String orNull(@Nullable Instant instant) {
        return instant == null ? null : time(instant);
    }

    private static @Nullable String words(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
