package org.milesbot.cli.people;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Nearest;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.TravelDates;
import org.milesbot.cli.config.Quoted;
import org.milesbot.store.user.Profile;
import org.milesbot.store.user.Since;
import org.milesbot.store.user.Since.Disabled;
import org.milesbot.store.user.UserRoute;

/**
 * Reads people from JSON in the form of {@code docs/schemas/user.schema.json}, where all but the number of the chat may
 * be left out.
 */
public final class ProfileReader {

    private static final String TELEGRAM_ID = "telegram_id";
    private static final Set<String> FIELDS = Set.of(
            TELEGRAM_ID,
            "name",
            "created_at",
            "welcomed_at",
            "disabled",
            "settings",
            "programs",
            "routes",
            "reminders");
    private static final Set<String> OF_ROUTES =
            Set.of("id", "from", "to", "cabin", "max_miles", "travel_from", "travel_to");
    private static final int MOST = 1_000;
    private static final int MOST_DIGITS = 100;

    private final UserSettingsForm form;

    /**
     * @param form reads the settings
     */
    public ProfileReader(UserSettingsForm form) {
        this.form = form;
    }

    /**
     * Whose line it is.
     *
     * @throws WrongSetting if it does not say so
     */
    public static long telegramId(JsonNode line) {
        JsonNode id = line.path(TELEGRAM_ID);
        if (!line.isObject() || id.isMissingNode()) {
            throw WrongSetting.saying(TELEGRAM_ID, "missing.id");
        }
        if (!id.isIntegralNumber() || !id.canConvertToLong() || id.longValue() == 0) {
            throw WrongSetting.of(TELEGRAM_ID, id.asText(""), "telegram_id");
        }
        return id.longValue();
    }

    /**
     * Somebody as a line tells.
     *
     * @param before what they were; what the line does not speak of stays so
     * @throws WrongSetting if a field is unknown or wrong
     */
    public Profile read(JsonNode line, Profile before) {
        requireKnown(line, "", FIELDS);
        Profile profile = line.has("name") ? form.with(before, "name", words("name", line.path("name"))) : before;
        profile = profile.withSince(since(line, profile.since()));
        if (line.has("settings")) {
            profile = settings(object("settings", line.path("settings")), profile);
        }
        if (line.has("programs")) {
            profile = programs(object("programs", line.path("programs")), profile);
        }
        if (line.has("routes")) {
            profile = profile.withRoutes(routes(list("routes", line.path("routes"))));
        }
        if (line.has("reminders")) {
            profile = profile.withReminders(reminders(list("reminders", line.path("reminders"))));
        }
        return profile;
    }

    private static void requireKnown(JsonNode object, String path, Set<String> known) {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                String all = known.stream().sorted().collect(Collectors.joining(", "));
                throw Nearest.to(name, known)
                        .map(meant -> WrongSetting.saying(
                                path + name, "field.unknown.nearest", Quoted.of(path + name), path + meant))
                        .orElseGet(
                                () -> WrongSetting.saying(path + name, "field.unknown", Quoted.of(path + name), all));
            }
        }
    }

    private static Since since(JsonNode line, Since before) {
        Since since = new Since(
                line.hasNonNull("created_at") ? instant("created_at", line.path("created_at")) : before.createdAt(),
                line.has("welcomed_at") ? instantOrNull("welcomed_at", line.path("welcomed_at")) : before.welcomedAt(),
                before.disabled());
        return line.has("disabled") ? since.withDisabled(disabled(line.path("disabled"))) : since;
    }

    private static @Nullable Disabled disabled(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        JsonNode disabled = object("disabled", node);
        requireKnown(disabled, "disabled.", Set.of("at", "why"));
        return new Disabled(instant("disabled.at", disabled.path("at")), words("disabled.why", disabled.path("why")));
    }

    private Profile settings(JsonNode settings, Profile before) {
        Profile profile = before;
        for (Map.Entry<String, JsonNode> setting : settings.properties()) {
            if (setting.getKey().indexOf('.') >= 0 || setting.getKey().equals(Setting.NAME.key())) {
                throw WrongSetting.saying(
                        setting.getKey(),
                        "field.unknown",
                        Quoted.of(setting.getKey()),
                        String.join(", ", Setting.keys()));
            }
            profile = form.with(profile, setting.getKey(), words(setting.getKey(), setting.getValue()));
        }
        return profile;
    }

    private Profile programs(JsonNode programs, Profile before) {
        Profile profile = before.withPrograms(Map.of());
        for (Map.Entry<String, JsonNode> each : programs.properties()) {
            String path = "programs." + each.getKey();
            ProgramId program = form.names().program(path, each.getKey());
            JsonNode choice = object(path, each.getValue());
            requireKnown(choice, path + ".", Set.of("min_bonus", "muted_until"));
            String least = "min_bonus." + program;
            profile = form.with(profile, least, words(least, choice.path("min_bonus")));
            profile = UserSettingsForm.withMute(
                    profile, program, instantOrNull(path + ".muted_until", choice.path("muted_until")));
        }
        return profile;
    }

    private List<UserRoute> routes(JsonNode list) {
        List<UserRoute> routes = new ArrayList<>();
        for (JsonNode node : list) {
            String path = "routes[" + routes.size() + "]";
            JsonNode route = object(path, node);
            requireKnown(route, path + ".", OF_ROUTES);
            routes.add(new UserRoute(
                    0,
                    RouteForm.codes(path + ".from", words(path + ".from", route.path("from"))),
                    RouteForm.codes(path + ".to", words(path + ".to", route.path("to"))),
                    route.hasNonNull("cabin")
                            ? form.names().cabin(path + ".cabin", words(path + ".cabin", route.path("cabin")))
                            : null,
                    route.hasNonNull("max_miles") ? miles(path + ".max_miles", route.path("max_miles")) : null,
                    travel(path, route)));
        }
        return routes;
    }

    private static Long miles(String key, JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() <= 0) {
            throw WrongSetting.of(key, node.asText(""), "miles");
        }
        return node.longValue();
    }

    private static TravelDates travel(String path, JsonNode route) {
        LocalDate from = day(path + ".travel_from", route.path("travel_from"));
        LocalDate to = day(path + ".travel_to", route.path("travel_to"));
        if (from != null && to != null && to.isBefore(from)) {
            throw WrongSetting.of(path + ".travel_to", to.toString(), "travel");
        }
        return new TravelDates(from, to);
    }

    private static @Nullable LocalDate day(String key, JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        try {
            return LocalDate.parse(node.asText(""));
        } catch (DateTimeParseException e) {
            throw WrongSetting.of(key, node.asText(""), "day");
        }
    }

    private static Map<UUID, Instant> reminders(JsonNode list) {
        Map<UUID, Instant> reminders = new HashMap<>();
        for (JsonNode node : list) {
            String path = "reminders[" + reminders.size() + "]";
            JsonNode reminder = object(path, node);
            requireKnown(reminder, path + ".", Set.of("promo", "asked_at"));
            reminders.put(
                    promo(path + ".promo", reminder.path("promo").asText("")),
                    instant(path + ".asked_at", reminder.path("asked_at")));
        }
        return reminders;
    }

    private static UUID promo(String key, String words) {
        try {
            return UUID.fromString(words);
        } catch (IllegalArgumentException e) {
            throw WrongSetting.of(key, words, "promo");
        }
    }

    private static @Nullable Instant instantOrNull(String key, JsonNode node) {
        return node.isNull() || node.isMissingNode() ? null : instant(key, node);
    }

    private static Instant instant(String key, JsonNode node) {
        return SettingWords.moment(node.asText(""), ZoneOffset.UTC)
                .filter(instant ->
                        instant.isAfter(Instant.EPOCH) && instant.isBefore(Instant.parse("9999-01-01T00:00:00Z")))
                .orElseThrow(() -> WrongSetting.of(key, node.asText(""), "instant"));
    }

    private static JsonNode object(String key, JsonNode node) {
        if (!node.isObject()) {
            throw WrongSetting.of(key, node.asText(node.toString()), "object");
        }
        return node;
    }

    private static JsonNode list(String key, JsonNode node) {
        if (!node.isArray() || node.size() > MOST) {
            throw WrongSetting.of(key, node.asText(""), "list");
        }
        return node;
    }

    /** A value as a person would write it. */
    private static String words(String key, JsonNode node) {
        if (node.isNull() || node.isMissingNode()) {
            return "";
        }
        if (node.isTextual()) {
            return node.textValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue() ? "on" : "off";
        }
        if (node.isNumber() && Math.abs(node.decimalValue().scale()) < MOST_DIGITS) {
            return node.decimalValue().toPlainString();
        }
        if (node.isArray() && StreamSupport.stream(node.spliterator(), false).allMatch(JsonNode::isTextual)) {
            return StreamSupport.stream(node.spliterator(), false)
                    .map(JsonNode::textValue)
                    .collect(Collectors.joining(","));
        }
        throw WrongSetting.of(key, node.toString(), "value");
    }
}
