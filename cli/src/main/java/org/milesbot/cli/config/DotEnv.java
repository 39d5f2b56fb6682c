package org.milesbot.cli.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Mistakes;
import org.milesbot.api.Text;

/** Reads a {@code .env} file: {@code KEY=VALUE} lines, quotes, {@code export}, comments. */
final class DotEnv {

    private static final long MOST_BYTES = 64 * 1024;

    private final Path file;
    private final Mistakes mistakes;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private DotEnv(Path file, Mistakes mistakes) {
        this.file = file;
        this.mistakes = mistakes;
    }

    /** What the file sets; what is wrong in it goes to {@code mistakes}. */
    static Map<String, Entry> read(Path file, Mistakes mistakes) {
        DotEnv dotEnv = new DotEnv(file, mistakes);
        String content = contentOf(file, mistakes);
        if (content != null) {
            String[] lines = content.split("\r\n|\n|\r", -1);
            for (int i = 0; i < lines.length; i++) {
                dotEnv.line(i + 1, lines[i].strip());
            }
        }
        return dotEnv.entries;
    }

    /** The text of a small file, without a byte order mark; null, and a mistake, if it cannot be read. */
    static @Nullable String contentOf(Path file, Mistakes mistakes) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                mistakes.add(Text.of(DotEnv.class, "file.large", file.toString(), "64 KiB"));
                return null;
            }
            String content = Files.readString(file);
            return content.startsWith("\uFEFF") ? content.substring(1) : content;
        } catch (CharacterCodingException e) {
            mistakes.add(Text.of(DotEnv.class, "file.charset", file.toString()));
        } catch (IOException e) {
            mistakes.add(Text.of(DotEnv.class, "file.unreadable", file.toString(), reason(e)));
        }
        return null;
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName();
    }

    private void line(int number, String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        String assignment =
                line.startsWith("export ") ? line.substring("export ".length()).strip() : line;
        int equals = assignment.indexOf('=');
        String name = equals < 0 ? "" : assignment.substring(0, equals).strip();
        if (!isName(name)) {
            mistake("dotenv.form", number);
            return;
        }
        String value = value(number, assignment.substring(equals + 1).strip());
        Text from = Text.of(DotEnv.class, "from.dotenv", file.toString(), String.valueOf(number));
        if (value != null && entries.put(name, new Entry(value, Origin.DOTENV, from)) != null) {
            mistakes.add(Text.of(DotEnv.class, "dotenv.twice", file.toString(), String.valueOf(number), name));
        }
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && !Character.isDigit(name.charAt(0))
                && name.chars().allMatch(c -> c == '_' || (c < 128 && Character.isLetterOrDigit(c)));
    }

    private @Nullable String value(int number, String written) {
        if (written.startsWith("\"") || written.startsWith("'")) {
            return quoted(number, written);
        }
        if (written.startsWith("#")) {
            return "";
        }
        int comment = written.indexOf(" #");
        return comment < 0 ? written : written.substring(0, comment).strip();
    }

    private @Nullable String quoted(int number, String written) {
        char quote = written.charAt(0);
        StringBuilder value = new StringBuilder();
        int at = 1;
        while (at < written.length() && written.charAt(at) != quote) {
            if (quote == '"' && written.charAt(at) == '\\' && at + 1 < written.length()) {
                at++;
                value.append(unescaped(written.charAt(at)));
            } else {
                value.append(written.charAt(at));
            }
            at++;
        }
        String rest = at < written.length() ? written.substring(at + 1).strip() : "unclosed";
        if (!rest.isEmpty() && !rest.startsWith("#")) {
            mistake("dotenv.quotes", number);
            return null;
        }
        return value.toString();
    }

    private static char unescaped(char escaped) {
        return switch (escaped) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> escaped;
        };
    }

    private void mistake(String key, int number) {
        mistakes.add(Text.of(DotEnv.class, key, file.toString(), String.valueOf(number)));
    }
}
