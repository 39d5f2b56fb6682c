package org.milesbot.scrapers.fare;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Nearest;
import org.milesbot.api.Text;
import org.milesbot.api.promo.ProgramId;

/**
 * What a partner's client needs to know. The key stands in no sentence.
 *
 * @param base the address of the interface, without a slash at its end
 * @param key what lets a licensee in, or null without a licence
 * @param programmes those that it is asked about; empty for all
 */
record PartnerSettings(URI base, @Nullable String key, Set<ProgramId> programmes) {

    private static final String USUAL = "https://seats.aero/partnerapi";
    private static final Set<String> NAMES = Set.of("key", "key_file", "programmes", "url");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,1000}");
    private static final int LARGEST_FILE = 10_000;

    /**
     * Reads the settings {@code key} or {@code key_file}, {@code url}, and {@code programmes}.
     *
     * @throws MilesbotException of kind CONFIGURATION if one is unknown or wrong
     */
    static PartnerSettings of(Map<String, String> settings) {
        Set<String> unknown = new TreeSet<>(settings.keySet());
        unknown.removeAll(NAMES);
        if (!unknown.isEmpty()) {
            throw wrong(Text.of(PartnerSettings.class, "partner.unknown", String.join(", ", unknown)), null);
        }
        return new PartnerSettings(
                base(settings.getOrDefault("url", USUAL)),
                key(settings),
                programmes(settings.getOrDefault("programmes", "")));
    }

    private static Set<ProgramId> programmes(String written) {
        Set<String> known = PartnerFares.programmes();
        Set<ProgramId> programmes = new LinkedHashSet<>();
        for (String name : written.split("[,\\s]+", -1)) {
            if (known.contains(name)) {
                programmes.add(new ProgramId(name));
            } else if (!name.isEmpty()) {
                throw wrong(unknownProgramme(name, known), null);
            }
        }
        return programmes;
    }

    private static Text unknownProgramme(String name, Set<String> known) {
        return Nearest.to(name, known)
                .map(nearest -> Text.of(PartnerSettings.class, "partner.programmes_nearest", name, nearest))
                .orElseGet(() -> Text.of(PartnerSettings.class, "partner.programmes", name, String.join(", ", known)));
    }

    private static URI base(String written) {
        try {
            URI uri = URI.create(written.strip().replaceAll("/+$", ""));
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getUserInfo() == null && uri.getQuery() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw wrong(Text.of(PartnerSettings.class, "partner.url"), e);
        }
        throw wrong(Text.of(PartnerSettings.class, "partner.url"), null);
    }

    private static @Nullable String key(Map<String, String> settings) {
        String direct = settings.get("key");
        String file = settings.get("key_file");
        if (direct != null && file != null) {
            throw wrong(Text.of(PartnerSettings.class, "partner.both"), null);
        }
        String key = file != null ? contentOf(file) : direct;
        if (key != null && !KEY.matcher(key.strip()).matches()) {
            throw wrong(Text.of(PartnerSettings.class, "partner.key"), null);
        }
        return key == null ? null : key.strip();
    }

    private static String contentOf(String file) {
        try (InputStream in = Files.newInputStream(Path.of(file.strip()))) {
            return new String(in.readNBytes(LARGEST_FILE), StandardCharsets.UTF_8);
        } catch (IOException | InvalidPathException e) {
            String kind = e.getClass().getSimpleName();
            throw wrong(Text.of(PartnerSettings.class, "partner.key_file", file, kind), e);
        }
    }

    private static MilesbotException wrong(Text why, @Nullable Exception cause) {
        return new MilesbotException(ErrorKind.CONFIGURATION, why, cause);
    }

    @Override
    public String toString() {
        return "PartnerSettings[base=" + base + ", key=" + (key == null ? "none" : "hidden") + ", programmes="
                + programmes + "]";
    }
}
