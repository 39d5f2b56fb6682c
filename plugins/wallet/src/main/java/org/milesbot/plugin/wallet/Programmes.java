package org.milesbot.plugin.wallet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Nearest;
import org.milesbot.api.Slugs;
import org.milesbot.api.Text;

/** What people call programmes. One that is not known is taken by its own name: the set is open. */
final class Programmes {

    private static final int LONGEST = 40;
    private static final int LONG = 6;

    private final Map<String, String> slugs = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();

    private Programmes() {}

    static Programmes known() {
        Programmes programmes = new Programmes();
        try (InputStream in =
                Objects.requireNonNull(Programmes.class.getResourceAsStream("programmes.txt"), "no programmes.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(programmes::add);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read programmes.txt", e);
        }
        return programmes;
    }

    private void add(String line) {
        String[] parts = line.split("\\|", 3);
        String slug = parts[0].strip();
        labels.put(slug, parts[1].strip());
        slugs.put(folded(slug), slug);
        slugs.put(folded(parts[1]), slug);
        for (String name : parts[2].split(",", -1)) {
            if (!name.isBlank()) {
                slugs.put(folded(name), slug);
            }
        }
    }

    /**
     * The slug of a programme.
     *
     * @throws MilesbotException of kind USAGE if the name is none, or probably a slip of a known one's
     */
    String slug(String written) {
        String name = folded(written);
        String known = slugs.get(name);
        if (known != null) {
            return known;
        }
        String meant = Nearest.within(name.length() < LONG ? 1 : 2, name, slugs.keySet())
                .orElse("");
        if (!meant.isEmpty()) {
            String label = label(Objects.requireNonNull(slugs.get(meant)));
            throw wrong("programme.near", Written.quoted(written), label);
        }
        String slug = name.replace(' ', '_');
        if (name.length() < 2 || name.length() > LONGEST || !Slugs.isSlug(slug)) {
            throw wrong("programme.wrong", Written.quoted(written));
        }
        return slug;
    }

    /** What people read; not escaped. */
    String label(String slug) {
        return labels.getOrDefault(slug, slug);
    }

    private static String folded(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }

    private static MilesbotException wrong(String key, Object... arguments) {
        return new MilesbotException(ErrorKind.USAGE, Text.of(Programmes.class, key, arguments));
    }
}
