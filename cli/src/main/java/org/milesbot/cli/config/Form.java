package org.milesbot.cli.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Slugs;
import org.milesbot.api.Text;
import org.milesbot.store.score.Weights;

/**
 * The form of a setting's value.
 *
 * @param expected what a value must be, as the end of a sentence
 * @param parser makes the value of the words, or null if they do not have the form
 */
record Form<T>(Text expected, Parser<T> parser) {

    private static final Pattern WEIGHT =
            Pattern.compile("(freshness|provenance|structure|hit_rate)\\s*=\\s*([0-9]{1,3}(?:\\.[0-9]{1,6})?)");

    private static final int SHORTEST_PASSWORD = 12;

    @FunctionalInterface
    interface Parser<T> {
        @Nullable
        T parse(String words);
    }

    private static <T> Form<T> of(Parser<T> parser, String key, Object... arguments) {
        return new Form<>(Text.of(Form.class, "form." + key, arguments), parser);
    }

    static Form<String> slug() {
        return of(words -> Slugs.isSlug(words) ? words : null, "slug");
    }

    static Form<Set<String>> slugs() {
        return of(words -> listed(words, Slugs::isSlug), "slugs");
    }

    /** A name or an address, and no port. */
    static Form<String> host() {
        return of(words -> isHost(words.toLowerCase(Locale.ROOT)) ? words.toLowerCase(Locale.ROOT) : null, "host");
    }

    static Form<Set<String>> hosts() {
        return of(words -> listed(words.toLowerCase(Locale.ROOT), Form::isHost), "hosts");
    }

    static Form<Boolean> anything() {
        return of(words -> Boolean.TRUE, "anything");
    }

    static Form<Locale> language() {
        return of(
                words -> switch (words) {
                    case "pt" -> OutputSettings.PORTUGUESE;
                    case "en" -> Locale.ENGLISH;
                    default -> null;
                },
                "language");
    }

    static Form<Secret> secret() {
        return of(words -> words.chars().anyMatch(Character::isWhitespace) ? null : new Secret(words), "secret");
    }

    /** A password or a sentence that is one, long enough not to be guessed. */
    static Form<Password> password() {
        return of(
                words -> words.length() < SHORTEST_PASSWORD ? null : new Password(words),
                "password",
                SHORTEST_PASSWORD);
    }

    static Form<String> word() {
        return of(words -> words.chars().anyMatch(Character::isWhitespace) ? null : words, "secret");
    }

    static Form<Secret> secretAddress(String... beginnings) {
        Parser<Secret> parser =
                words -> Arrays.stream(beginnings).anyMatch(words::startsWith) ? new Secret(words) : null;
        return of(parser, "address", String.join(", ", beginnings));
    }

    static Form<Secret> secretWebAddress() {
        return of(Secret::webAddress, "web");
    }

    static Form<URI> contact() {
        return of(Form::contact, "contact");
    }

    /** The address of a server, without a path. */
    static Form<URI> server() {
        return of(Form::server, "server");
    }

    /** The address that others begin with; of a server, with or without a path. */
    static Form<URI> base() {
        return of(Form::base, "base");
    }

    /** A chat on Telegram; below zero for a group or a channel. */
    static Form<Long> chat() {
        return of(
                words -> {
                    boolean isBelow = words.startsWith("-");
                    Long number = number(isBelow ? words.substring(1) : words, "", 1, 1, 1L << 52);
                    return number == null ? null : Long.valueOf(isBelow ? -number : number);
                },
                "chat");
    }

    /** People on Telegram: their numbers, all above 0, for a group has no say. */
    static Form<Set<Long>> people() {
        return of(
                words -> {
                    Set<String> listed = listed(words, each -> number(each, "", 1, 1, 1L << 52) != null);
                    return listed == null
                            ? null
                            : listed.stream().map(Long::valueOf).collect(Collectors.toUnmodifiableSet());
                },
                "people");
    }

    /** A port, where {@code auto} leaves the choice to the machine and is zero. */
    static Form<Integer> port() {
        return of(
                words -> words.equals("auto") ? Integer.valueOf(0) : asInt(number(words, "", 1, 1024, 65_535)), "port");
    }

    /** A folder; relative to {@code base}, {@code ~} is {@code userHome}. */
    static Form<Path> folder(Path base, Path userHome) {
        return of(words -> path(words, base, userHome), "folder");
    }

    /** A file; relative to {@code base}, {@code ~} is {@code userHome}. */
    static Form<Path> file(Path base, Path userHome) {
        return of(words -> words.endsWith("/") ? null : path(words, base, userHome), "file");
    }

    private static @Nullable Path path(String words, Path base, Path userHome) {
        try {
            Path path = words.equals("~") || words.startsWith("~/")
                    ? userHome.resolve(words.substring(Math.min(words.length(), 2)))
                    : base.resolve(words);
            return path.toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            return null;
        }
    }

    static Form<Duration> duration(Duration least, Duration most, String range) {
        return of(words -> duration(words, least, most), "duration", range);
    }

    static Form<Integer> count(int least, int most) {
        return of(
                words -> asInt(number(words, "", 1, least, most)),
                "count",
                Integer.toString(least),
                Integer.toString(most));
    }

    /** How much each part of a score counts for: all of them, each once. */
    static Form<Weights> weights() {
        return of(Form::weights, "weights");
    }

    static Form<Long> size(long least, long most, String range) {
        return of(words -> size(words, least, most), "size", range);
    }

    private static @Nullable Duration duration(String words, Duration least, Duration most) {
        String unit = unitOf(words);
        Long factor = switch (unit) {
            case "ms" -> 1L;
            case "s" -> 1_000L;
            case "m" -> 60_000L;
            case "h" -> 3_600_000L;
            case "d" -> 86_400_000L;
            case "" -> words.equals("0") ? 1L : null;
            default -> null;
        };
        Long millis = factor == null ? null : number(words, unit, factor, least.toMillis(), most.toMillis());
        return millis == null ? null : Duration.ofMillis(millis);
    }

    private static @Nullable Long size(String words, long least, long most) {
        String unit = unitOf(words);
        Long factor = switch (unit) {
            case "", "B" -> 1L;
            case "KiB" -> 1L << 10;
            case "MiB" -> 1L << 20;
            case "GiB" -> 1L << 30;
            default -> null;
        };
        return factor == null ? null : number(words, unit, factor, least, most);
    }

    private static String unitOf(String words) {
        int digits = 0;
        while (digits < words.length() && Character.isDigit(words.charAt(digits))) {
            digits++;
        }
        return words.substring(digits).strip();
    }

    private static @Nullable Long number(String words, String unit, long factor, long least, long most) {
        try {
            long number = Long.parseLong(
                    words.substring(0, words.length() - unit.length()).strip());
            long value = Math.multiplyExact(number, factor);
            return value < least || value > most ? null : Long.valueOf(value);
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Integer asInt(@Nullable Long number) {
        return number == null ? null : Integer.valueOf(number.intValue());
    }

    private static @Nullable Set<String> listed(String words, Predicate<String> fits) {
        List<String> items = Arrays.stream(words.split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
        return items.isEmpty() || !items.stream().allMatch(fits) ? null : new TreeSet<>(items);
    }

    private static @Nullable Weights weights(String words) {
        Map<String, Double> named = new HashMap<>();
        for (String item : words.split(",", -1)) {
            Matcher weight = WEIGHT.matcher(item.strip());
            if (!weight.matches() || named.put(weight.group(1), Double.valueOf(weight.group(2))) != null) {
                return null;
            }
        }
        boolean counts = named.values().stream().anyMatch(weight -> weight > 0);
        return named.size() == 4 && counts
                ? new Weights(
                        named.getOrDefault("freshness", 0.0),
                        named.getOrDefault("provenance", 0.0),
                        named.getOrDefault("structure", 0.0),
                        named.getOrDefault("hit_rate", 0.0))
                : null;
    }

    private static boolean isHost(String words) {
        return words.length() < 254 && words.chars().allMatch(c -> c > ' ' && c < 127 && "/@?#\"\\".indexOf(c) < 0);
    }

    private static @Nullable URI server(String words) {
        URI uri = base(words);
        boolean isBare =
                uri != null && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"));
        return isBare ? uri : null;
    }

    private static @Nullable URI base(String words) {
        try {
            URI uri = new URI(words);
            boolean web = ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null;
            boolean isWhole = uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
            return web && isWhole ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static @Nullable URI contact(String words) {
        try {
            URI uri = new URI(words);
            if (!uri.toASCIIString().equals(words)) {
                return null; // It goes into a header as it is.
            }
            boolean web = ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null;
            return web || "mailto".equals(uri.getScheme()) ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
