package org.milesbot.cli.people;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Nearest;
import org.milesbot.api.promo.Percent;
import org.milesbot.cli.config.Quoted;
import org.milesbot.store.user.QuietHours;

/** Values of settings from the words that people write. */
final class SettingWords {

    private static final Set<String> YES = Set.of("on", "yes", "true", "sim");
    private static final Set<String> NO = Set.of("off", "no", "false", "não", "nao");
    private static final Set<String> ALL = Set.of("all", "todos", "todas", "none", "nenhum", "nenhuma");
    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,5}(?:[.,][0-9]{1,2})?)\\s?%?");
    private static final Pattern TIME = Pattern.compile("([0-9]{1,2})(?:[:hH]([0-9]{2})?)?");
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,4})\\s?([hdwHDW])");
    private static final Duration LONGEST = Duration.ofDays(3_660);

    private SettingWords() {}

    /** The words of a list that is separated by commas; none if it says all, or nothing. */
    static List<String> listed(String words) {
        return ALL.contains(words.strip().toLowerCase(Locale.ROOT))
                ? List.of()
                : Arrays.stream(words.split(",", -1))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .toList();
    }

    static boolean isOff(String words) {
        return words.isBlank() || NO.contains(words.strip().toLowerCase(Locale.ROOT));
    }

    static boolean flag(String key, String words) {
        String plain = words.strip().toLowerCase(Locale.ROOT);
        if (YES.contains(plain)) {
            return true;
        }
        if (NO.contains(plain)) {
            return false;
        }
        throw WrongSetting.of(key, words, "flag");
    }

    static <E extends Enum<E>> E choice(String key, String words, Class<E> type, String expected) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equalsIgnoreCase(words.strip()))
                .findFirst()
                .orElseThrow(() -> WrongSetting.of(key, words, expected));
    }

    static BigDecimal threshold(String key, String words) {
        BigDecimal value = number(words);
        if (value == null || value.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw WrongSetting.of(key, words, "threshold");
        }
        return value;
    }

    static @Nullable Percent percent(String key, String words) {
        if (isOff(words)) {
            return null;
        }
        BigDecimal value = number(words);
        if (value == null || value.compareTo(BigDecimal.valueOf(10_000)) > 0) {
            throw WrongSetting.of(key, words, "min_bonus");
        }
        return new Percent(value);
    }

    private static @Nullable BigDecimal number(String words) {
        Matcher number = NUMBER.matcher(words.strip());
        return number.matches() ? new BigDecimal(number.group(1).replace(',', '.')) : null;
    }

    static LocalTime time(String key, String words, String expected) {
        return time(words).orElseThrow(() -> WrongSetting.of(key, words, expected));
    }

    private static Optional<LocalTime> time(String words) {
        Matcher time = TIME.matcher(words.strip());
        if (!time.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(time.group(1));
        int minute = time.group(2) == null ? 0 : Integer.parseInt(time.group(2));
        return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
    }

    static @Nullable QuietHours quietHours(String key, String words) {
        if (isOff(words)) {
            return null;
        }
        String[] ends = words.split("[-–]", -1);
        Optional<LocalTime> from = ends.length == 2 ? time(ends[0]) : Optional.empty();
        Optional<LocalTime> to = ends.length == 2 ? time(ends[1]) : Optional.empty();
        if (from.isEmpty() || to.isEmpty()) {
            throw WrongSetting.of(key, words, "quiet");
        }
        if (from.equals(to)) {
            throw WrongSetting.saying(key, "wrong.quiet", Quoted.of(words));
        }
        return new QuietHours(from.get(), to.get());
    }

    static ZoneId zone(String key, String words) {
        Optional<ZoneId> named = BrazilianZones.named(words);
        if (named.isPresent()) {
            return named.get();
        }
        String written = words.strip().replace(' ', '_');
        Set<String> known = ZoneId.getAvailableZoneIds();
        Optional<String> exact =
                known.stream().filter(id -> id.equalsIgnoreCase(written)).findFirst();
        if (exact.isPresent()) {
            return ZoneId.of(exact.get());
        }
        String city = "/" + written.toLowerCase(Locale.ROOT);
        throw known.stream()
                .filter(id -> id.toLowerCase(Locale.ROOT).endsWith(city))
                .sorted()
                .findFirst()
                .or(() -> Nearest.to(written, known))
                .map(meant -> WrongSetting.nearly(key, words, meant))
                .orElseGet(() -> WrongSetting.of(key, words, "zone"));
    }

    /** When a silence ends that begins now: after a span, or on a day or at a time by the clocks of a zone; null for none. */
    static @Nullable Instant until(String key, String words, ZoneId zone, Clock clock) {
        if (isOff(words)) {
            return null;
        }
        Instant now = clock.instant();
        Instant until = span(words.strip())
                .map(now::plus)
                .or(() -> moment(words.strip(), zone))
                .orElseThrow(() -> WrongSetting.of(key, words, "mute"));
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            throw WrongSetting.saying(key, "wrong.past", Quoted.of(words), key);
        }
        return until;
    }

    private static Optional<Duration> span(String words) {
        Matcher span = SPAN.matcher(words);
        if (!span.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(span.group(1));
        return Optional.of(
                switch (span.group(2).toLowerCase(Locale.ROOT)) {
                    case "h" -> Duration.ofHours(count);
                    case "d" -> Duration.ofDays(count);
                    default -> Duration.ofDays(7 * count);
                });
    }

    /** A day, or a time with or without its offset; nothing if there is no such one. */
    static Optional<Instant> moment(String words, ZoneId zone) {
        try {
            if (words.indexOf('T') < 0) {
                return Optional.of(LocalDate.parse(words).atStartOfDay(zone).toInstant());
            }
            boolean hasOffset =
                    words.endsWith("Z") || words.indexOf('+') > 0 || words.lastIndexOf('-') > words.indexOf('T');
            return Optional.of(
                    hasOffset
                            ? OffsetDateTime.parse(words).toInstant()
                            : LocalDateTime.parse(words).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            // The only way Java says that there is no such day, such as 30 February.
            return Optional.empty();
        }
    }
}
