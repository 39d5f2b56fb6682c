package org.milesbot.cli.bot.command;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.milesbot.cli.people.Setting;
import org.milesbot.cli.people.SettingsShown;
import org.milesbot.store.user.Level;
import org.milesbot.store.user.Profile;

/** What can be chosen on each page of the settings: the usual values, and what somebody has chosen besides. */
final class SettingChoices {

    private static final Properties USUAL = usual();

    /** The values that take a list back to none of its own. */
    private static final Map<Setting, String> NOTHING_LISTED = Map.of(
            Setting.PROGRAMS, "all",
            Setting.ORIGINS, "all",
            Setting.KINDS, "all",
            Setting.TIERS, "none");

    private final SettingNamesShown names;

    /**
     * One button.
     *
     * @param label what stands on it
     * @param words what it does: {@code key=value}, or {@code key~item} to put an item into a list or take it out
     */
    record Choice(String label, String words) {}

    SettingChoices(SettingNamesShown names) {
        this.names = names;
    }

    private static Properties usual() {
        Properties usual = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(SettingChoices.class.getResourceAsStream("choices.properties")),
                StandardCharsets.UTF_8)) {
            usual.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("the usual choices cannot be read", e);
        }
        return usual;
    }

    /** The usual values of a setting, the most usual first. */
    static List<String> usual(String key) {
        return List.of(Objects.requireNonNull(USUAL.getProperty(key), key).split(",", -1));
    }

    /** The buttons of a page, in order. */
    List<Choice> of(SettingPage page, Profile profile, Speech speech) {
        Map<String, String> shown = SettingsShown.of(profile);
        return page.settings().stream()
                .flatMap(setting -> of(setting, shown.getOrDefault(setting.key(), ""), speech))
                .toList();
    }

    private Stream<Choice> of(Setting setting, String now, Speech speech) {
        return switch (setting) {
            case PROGRAMS, ORIGINS, KINDS, TIERS -> listed(setting, now, speech);
            case THRESHOLD, MIN_BONUS, QUIET, DIGEST, DIGEST_AT, ZONE, LANGUAGE, AI -> oneOf(setting, now, speech);
            case NEW, RAISED, EXTENDED, ENDING, COMBO -> Stream.of(next(setting, now, speech));
            case URGENT -> Stream.of(toggle(setting, now, speech));
            case NAME, CHANNEL -> Stream.of();
        };
    }

    private Stream<Choice> listed(Setting setting, String now, Speech speech) {
        String nothing = Objects.requireNonNull(NOTHING_LISTED.get(setting));
        Set<String> chosen = now.equals(nothing) ? Set.of() : Set.of(now.split(",", -1));
        Set<String> items = new LinkedHashSet<>(usual(setting.key()));
        chosen.stream().sorted().forEach(items::add);
        Choice none = new Choice(
                marked(speech, chosen.isEmpty(), names.of(setting, nothing, speech)), setting.key() + "=" + nothing);
        return Stream.concat(
                Stream.of(none),
                items.stream()
                        .map(item -> new Choice(
                                marked(speech, chosen.contains(item), names.of(setting, item, speech)),
                                setting.key() + "~" + item)));
    }

    private Stream<Choice> oneOf(Setting setting, String now, Speech speech) {
        return usual(setting.key()).stream()
                .map(value -> new Choice(
                        marked(speech, value.equals(now), names.of(setting, value, speech)),
                        setting.key() + "=" + value));
    }

    /** Goes from loud over silent to off, and round. */
    private Choice next(Setting setting, String now, Speech speech) {
        Level[] levels = Level.values();
        int index = List.of(levels).stream().map(Level::slug).toList().indexOf(now);
        String label = speech.plain("settings.level", speech.plain("settings." + setting.key()), level(now, speech));
        return new Choice(label, setting.key() + "=" + levels[(index + 1) % levels.length].slug());
    }

    private static String level(String level, Speech speech) {
        return speech.plain("settings.level." + level);
    }

    private static Choice toggle(Setting setting, String now, Speech speech) {
        boolean isOn = now.equals("on");
        String label = marked(speech, isOn, speech.plain("settings." + setting.key()));
        return new Choice(label, setting.key() + "=" + (isOn ? "off" : "on"));
    }

    private static String marked(Speech speech, boolean isChosen, String label) {
        return isChosen ? speech.plain("settings.chosen", label) : label;
    }

    /** The list of a setting with an item put in, or taken out if it was there, as {@code key=value}. */
    static String toggled(Setting setting, String item, Profile profile) {
        List<String> items = items(setting, profile);
        if (!items.remove(item)) {
            items.add(item);
        }
        return assignment(setting, items);
    }

    /** The list of a setting with items put in, as {@code key=value}. */
    static String withAll(Setting setting, Collection<String> more, Profile profile) {
        List<String> items = items(setting, profile);
        items.addAll(more);
        return assignment(setting, items.stream().distinct().toList());
    }

    private static List<String> items(Setting setting, Profile profile) {
        String now = SettingsShown.of(profile).getOrDefault(setting.key(), "");
        return now.equals(NOTHING_LISTED.get(setting))
                ? new ArrayList<>()
                : Stream.of(now.split(",", -1)).collect(Collectors.toCollection(ArrayList::new));
    }

    private static String assignment(Setting setting, List<String> items) {
        String value = items.isEmpty() ? NOTHING_LISTED.get(setting) : String.join(",", items);
        return setting.key() + "=" + value;
    }
}
