package org.milesbot.store.user;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.milesbot.api.promo.ProgramId;

/**
 * All there is to know of somebody who is told of promos: what it takes to bring them back.
 *
 * @param telegramId their chat on Telegram; below 0 for a group or a channel
 * @param name what they call themselves, made harmless by {@link PersonName}; may be empty
 * @param since how long they have been known
 * @param config how they want to be told
 * @param programs what is otherwise for some programmes; choices of nothing are left out
 * @param routes the flights that they wait for, each once
 * @param reminders the promos of which they want to be reminded on the last day, and when they asked for it
 */
public record Profile(
        long telegramId,
        String name,
        Since since,
        UserConfig config,
        Map<ProgramId, ProgramChoice> programs,
        List<UserRoute> routes,
        Map<UUID, Instant> reminders) {

    /**
     * Copies the collections and makes the name harmless.
     *
     * @throws IllegalArgumentException if the id is 0
     */
    public Profile {
        if (telegramId == 0) {
            throw new IllegalArgumentException("no chat has the number 0");
        }
        name = PersonName.of(name);
        Objects.requireNonNull(since, "since is null");
        Objects.requireNonNull(config, "config is null");
        programs = programs.entrySet().stream()
                .filter(each -> !each.getValue().equals(ProgramChoice.NONE))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> kept(each.getValue())));
        routes = distinct(routes);
        reminders = reminders.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> micros(each.getValue())));
    }

    private static ProgramChoice kept(ProgramChoice choice) {
        return choice.mutedUntil() == null ? choice : choice.withMutedUntil(micros(choice.mutedUntil()));
    }

    private static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    private static List<UserRoute> distinct(List<UserRoute> routes) {
        Map<UserRoute, UserRoute> once = new LinkedHashMap<>();
        routes.forEach(route -> once.putIfAbsent(route.withId(0), route));
        return List.copyOf(once.values());
    }

    /** Somebody new, who has said nothing yet. */
    public static Profile of(long telegramId, String name, Instant now) {
        return new Profile(telegramId, name, Since.joined(now), UserConfig.DEFAULT, Map.of(), List.of(), Map.of());
    }

    /** What is otherwise for a programme; nothing if they chose nothing. */
    public ProgramChoice choice(ProgramId program) {
        return programs.getOrDefault(program, ProgramChoice.NONE);
    }

    /** The same under another name. */
    public Profile withName(String other) {
        return new Profile(telegramId, other, since, config, programs, routes, reminders);
    }

    /** The same, known for another time. */
    public Profile withSince(Since other) {
        return new Profile(telegramId, name, other, config, programs, routes, reminders);
    }

    /** The same with other settings. */
    public Profile withConfig(UserConfig other) {
        return new Profile(telegramId, name, since, other, programs, routes, reminders);
    }

    /** The same with another choice for a programme; {@link ProgramChoice#NONE} takes it away. */
    public Profile withChoice(ProgramId program, ProgramChoice choice) {
        Map<ProgramId, ProgramChoice> other = new LinkedHashMap<>(programs);
        other.put(program, choice);
        return withPrograms(other);
    }

    /** The same with other choices for programmes. */
    public Profile withPrograms(Map<ProgramId, ProgramChoice> other) {
        return new Profile(telegramId, name, since, config, other, routes, reminders);
    }

    /** The same with other routes. */
    public Profile withRoutes(List<UserRoute> other) {
        return new Profile(telegramId, name, since, config, programs, other, reminders);
    }

    /** The same with one route more, unless it is there. */
    public Profile withRoute(UserRoute route) {
        List<UserRoute> other = new ArrayList<>(routes);
        other.add(route);
        return withRoutes(other);
    }

    /** The same with other reminders. */
    public Profile withReminders(Map<UUID, Instant> other) {
        return new Profile(telegramId, name, since, config, programs, routes, other);
    }
}
