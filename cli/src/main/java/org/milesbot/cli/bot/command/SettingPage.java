package org.milesbot.cli.bot.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.milesbot.cli.people.Setting;

/** A page of the settings, in the order in which they are listed. */
enum SettingPage {
    PROGRAMS(2, Setting.PROGRAMS),
    ORIGINS(2, Setting.ORIGINS),
    TIERS(2, Setting.TIERS),
    THRESHOLD(1, Setting.THRESHOLD),
    MIN_BONUS(3, Setting.MIN_BONUS),
    KINDS(1, Setting.KINDS),
    LEVELS(1, Setting.NEW, Setting.RAISED, Setting.EXTENDED, Setting.ENDING, Setting.COMBO),
    DIGEST(3, Setting.DIGEST, Setting.DIGEST_AT),
    QUIET(2, Setting.QUIET, Setting.URGENT),
    ZONE(2, Setting.ZONE),
    LANGUAGE(2, Setting.LANGUAGE),
    AI(2, Setting.AI);

    private final int columns;
    // What List.of makes cannot be changed.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Setting> settings;

    SettingPage(int columns, Setting... settings) {
        this.columns = columns;
        this.settings = List.of(settings);
    }

    /** How many buttons stand side by side. */
    int columns() {
        return columns;
    }

    /** The settings that it shows. */
    List<Setting> settings() {
        return settings;
    }

    /** Whether it takes words as well as buttons. */
    boolean isOpen() {
        return switch (this) {
            case PROGRAMS, ORIGINS, TIERS, THRESHOLD, MIN_BONUS, DIGEST, QUIET, ZONE -> true;
            case KINDS, LEVELS, LANGUAGE, AI -> false;
        };
    }

    /** Its name in a button's data. */
    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SettingPage> named(String slug) {
        return Arrays.stream(values()).filter(page -> page.slug().equals(slug)).findFirst();
    }

    /** The page that shows a setting, such as {@code urgent} or {@code min_bonus.smiles}. */
    static Optional<SettingPage> showing(String key) {
        String plain = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
        return Arrays.stream(values())
                .filter(page -> page.settings.stream()
                        .anyMatch(setting -> setting.key().equalsIgnoreCase(plain.replace('-', '_'))))
                .findFirst()
                .or(() -> named(plain.toLowerCase(Locale.ROOT)));
    }
}
