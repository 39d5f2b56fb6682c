package org.milesbot.cli.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.cli.config.Quoted;
import org.milesbot.cli.people.ProfileReader;
import org.milesbot.cli.people.UserSettingsForm;
import org.milesbot.cli.people.WrongSetting;
import org.milesbot.store.user.Profile;
import org.milesbot.store.user.User;
import org.milesbot.store.user.UserRoute;
import org.milesbot.store.user.Users;

/**
 * Brings people in from JSON, one a line, as {@code users export} writes them. Those who are known take on what their line
 * says; lines that are wrong are refused one by one. All that is kept is kept in one transaction. For one import.
 */
public final class UserImport {

    private static final int MOST_REFUSALS = 1_000;

    private final Users users;
    private final UserSettingsForm form;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final Map<Long, Integer> lineOf = new HashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private int refused;
    private int added;
    private int changed;
    private int same;

    /**
     * @param form reads the settings
     */
    public UserImport(Users users, UserSettingsForm form, Clock clock) {
        this.users = users;
        this.form = form;
        this.clock = clock;
    }

    /**
     * A line that is refused.
     *
     * @param line its number, from 1
     * @param field what of it is wrong; null if it is no line at all
     * @param why what is wrong with it, and what a right one looks like
     */
    public record Refusal(int line, @Nullable String field, Text why) {

        /** The whole sentence, with the number of the line. */
        public Text sentence() {
            return Text.of(UserImport.class, "users.line", Integer.toString(line), why);
        }
    }

    /**
     * What an import brought.
     *
     * @param added how many were not known before
     * @param changed how many were known, and are otherwise now
     * @param same how many were known and stay as they were
     * @param refused how many lines were refused
     * @param refusals the first of them, at most 1,000
     * @param notes what else there is to say
     */
    public record Report(int added, int changed, int same, int refused, List<Refusal> refusals, List<Text> notes) {

        /** Copies the lists. */
        public Report {
            refusals = List.copyOf(refusals);
            notes = List.copyOf(notes);
        }
    }

    /**
     * Reads a stream to its end.
     *
     * @param isDryRun whether to say only what it would bring, and keep nothing
     */
    public Report run(InputStream in, boolean isDryRun) {
        try (LineReader lines = new LineReader(in)) {
            return users.together(() -> {
                take(lines, isDryRun);
                refusals.sort(Comparator.comparingInt(Refusal::line));
                return new Report(added, changed, same, refused, refusals, form.notes());
            });
        }
    }

    private record Line(int number, long telegramId, JsonNode json) {}

    private void take(LineReader lines, boolean isDryRun) {
        List<Line> page = new ArrayList<>();
        for (String text = lines.next(); text != null; text = lines.next()) {
            Line line = parsed(lines.number(), text);
            if (line != null) {
                page.add(line);
            }
            if (page.size() == Users.PAGE) {
                take(page, isDryRun);
                page.clear();
            }
        }
        take(page, isDryRun);
    }

    private @Nullable Line parsed(int number, String text) {
        if (text.length() > LineReader.LONGEST) {
            refuse(number, null, Text.of(UserImport.class, "users.too_long", LineReader.LONGEST >> 20));
            return null;
        }
        try {
            JsonNode node = json.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
            long telegramId = ProfileReader.telegramId(node);
            Integer before = lineOf.putIfAbsent(telegramId, number);
            if (before == null) {
                return new Line(number, telegramId, node);
            }
            refuse(number, "telegram_id", Text.of(UserImport.class, "users.twice", Integer.toString(before)));
        } catch (WrongSetting e) {
            refuse(number, e.key(), e.text());
        } catch (JsonProcessingException e) {
            refuse(number, null, Text.of(UserImport.class, "users.not_json", Quoted.of(e.getOriginalMessage())));
        }
        return null;
    }

    private void take(List<Line> page, boolean isDryRun) {
        Map<Long, User> known =
                users.findByTelegram(page.stream().map(Line::telegramId).toList());
        Map<Line, Profile> told = new LinkedHashMap<>();
        page.forEach(line -> read(line, known, told));
        refuseUnknownZones(told);
        List<Profile> kept = new ArrayList<>();
        told.forEach((line, profile) -> {
            User before = known.get(line.telegramId());
            if (before == null || !isSame(profile, before.profile())) {
                kept.add(profile);
            }
            count(profile, before);
        });
        if (!isDryRun) {
            users.save(kept);
        }
    }

    private void read(Line line, Map<Long, User> known, Map<Line, Profile> told) {
        User user = known.get(line.telegramId());
        Profile before = user == null ? Profile.of(line.telegramId(), "", clock.instant()) : user.profile();
        try {
            told.put(line, new ProfileReader(form).read(line.json(), before));
        } catch (WrongSetting e) {
            refuse(line.number(), e.key(), e.text());
        }
    }

    private void refuseUnknownZones(Map<Line, Profile> told) {
        Set<String> unknown = users.unknownZones(
                told.values().stream().map(UserImport::zone).collect(Collectors.toUnmodifiableSet()));
        if (!unknown.isEmpty()) {
            told.entrySet().removeIf(each -> {
                String zone = zone(each.getValue());
                if (unknown.contains(zone)) {
                    refuse(each.getKey().number(), "zone", Text.of(UserImport.class, "users.zone", zone));
                    return true;
                }
                return false;
            });
        }
    }

    private static String zone(Profile profile) {
        return profile.config().quiet().zone().getId();
    }

    private void count(Profile profile, @Nullable User before) {
        if (before == null) {
            added++;
        } else if (isSame(profile, before.profile())) {
            same++;
        } else {
            changed++;
        }
    }

    /** Whatever the numbers of the routes are. */
    private static boolean isSame(Profile one, Profile other) {
        return one.withRoutes(unnumbered(one)).equals(other.withRoutes(unnumbered(other)));
    }

    private static List<UserRoute> unnumbered(Profile profile) {
        return profile.routes().stream().map(route -> route.withId(0)).toList();
    }

    private void refuse(int line, @Nullable String field, Text why) {
        refused++;
        if (refusals.size() < MOST_REFUSALS) {
            refusals.add(new Refusal(line, field, why));
        }
    }
}
