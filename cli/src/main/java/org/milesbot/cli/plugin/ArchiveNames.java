package org.milesbot.cli.plugin;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.config.Quoted;

/**
 * Lets in the names of an archive's entries that stay inside the folder they are unpacked into, on every system, and that
 * are all different there. For one archive and one thread.
 */
final class ArchiveNames {

    private static final int LONGEST = 400;
    private static final int DEEPEST = 20;

    /** Names as a system sees them that does not tell large letters from small ones, with how they are written. */
    private final Map<String, String> written = new HashMap<>();

    private final Set<String> files = new HashSet<>();

    /**
     * The folders that an entry lies in, and its own name.
     *
     * @param name as the archive has it, with {@code /} between and, for a folder, at the end
     * @throws MilesbotException of kind DATA if it would leave the folder, or has the name of another
     */
    List<String> admit(String name, boolean isFolder) {
        String path = isFolder && name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        List<String> parts = Arrays.asList(path.split("/", -1));
        if (path.isEmpty()
                || path.length() > LONGEST
                || parts.size() > DEEPEST
                || !parts.stream().allMatch(ArchiveNames::isInside)) {
            throw wrong("archive.name", Quoted.of(name));
        }
        for (int depth = 1; depth <= parts.size(); depth++) {
            admitOne(String.join("/", parts.subList(0, depth)), isFolder || depth < parts.size());
        }
        return List.copyOf(parts);
    }

    private void admitOne(String path, boolean isFolder) {
        String before = written.putIfAbsent(folded(path), path);
        if (before != null && !before.equals(path)) {
            throw wrong("archive.case", Quoted.of(before), Quoted.of(path));
        }
        if (isFolder ? files.contains(path) : before != null) {
            throw wrong("archive.twice", Quoted.of(path));
        }
        if (!isFolder) {
            files.add(path);
        }
    }

    /** Neither up, nor to another drive, nor by the other system's separator; and no name that shows as another. */
    private static boolean isInside(String part) {
        return !part.isEmpty()
                && !part.equals(".")
                && !part.equals("..")
                && part.indexOf('\\') < 0
                && part.indexOf(':') < 0
                && part.codePoints().noneMatch(ArchiveNames::isUnseen);
    }

    private static boolean isUnseen(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }

    private static String folded(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    private static MilesbotException wrong(String key, Object... arguments) {
        return new MilesbotException(ErrorKind.DATA, Text.of(ArchiveNames.class, key, arguments));
    }
}
