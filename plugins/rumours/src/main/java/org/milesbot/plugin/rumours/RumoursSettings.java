package org.milesbot.plugin.rumours;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Mistakes;
import org.milesbot.api.Text;

/**
 * How rumours are taken.
 *
 * @param inbox the folder whose files are read as rumours, or null for none
 * @param days after how many days a rumour that nobody confirmed expires
 * @param perDay how many rumours one person may report on a day
 */
record RumoursSettings(@Nullable Path inbox, int days, int perDay) {

    private static final String INBOX = "inbox";
    private static final String DAYS = "days";
    private static final String PER_DAY = "per_day";
    private static final List<String> KNOWN = List.of(INBOX, DAYS, PER_DAY);
    private static final int USUAL_DAYS = 14;
    private static final int MOST_DAYS = 60;
    private static final int USUAL_PER_DAY = 10;
    private static final int MOST_PER_DAY = 1_000;

    /**
     * Reads the plug-in's settings.
     *
     * @throws MilesbotException of kind CONFIGURATION, with all that is wrong
     */
    static RumoursSettings of(Map<String, String> settings) {
        Mistakes mistakes = new Mistakes();
        String known = KNOWN.stream().map(RumoursSettings::variable).collect(Collectors.joining(", "));
        settings.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .sorted()
                .forEach(name -> mistakes.add(text("setting.unknown", variable(name), known)));
        RumoursSettings read = new RumoursSettings(
                folder(settings.get(INBOX), mistakes),
                number(settings, DAYS, USUAL_DAYS, MOST_DAYS, mistakes),
                number(settings, PER_DAY, USUAL_PER_DAY, MOST_PER_DAY, mistakes));
        mistakes.throwIfAny(text("settings"));
        return read;
    }

    private static @Nullable Path folder(@Nullable String written, Mistakes mistakes) {
        if (written == null) {
            return null;
        }
        try {
            Path folder = Path.of(written);
            if (folder.isAbsolute() && Files.isDirectory(folder)) {
                return folder;
            }
            mistakes.add(text("setting.inbox", variable(INBOX)));
        } catch (InvalidPathException e) {
            mistakes.add(text("setting.inbox", variable(INBOX)));
        }
        return null;
    }

    private static int number(Map<String, String> settings, String name, int usual, int most, Mistakes mistakes) {
        String written = settings.get(name);
        if (written == null) {
            return usual;
        }
        if (written.matches("[0-9]{1,4}")) {
            int number = Integer.parseInt(written);
            if (number >= 1 && number <= most) {
                return number;
            }
        }
        mistakes.add(text("setting.number", variable(name), String.valueOf(most), String.valueOf(usual)));
        return usual;
    }

    private static String variable(String setting) {
        return "MILESBOT_PLUGIN_RUMOURS_" + setting.toUpperCase(Locale.ROOT);
    }

    private static Text text(String key, Object... arguments) {
        return Text.of(RumoursSettings.class, key, arguments);
    }
}
