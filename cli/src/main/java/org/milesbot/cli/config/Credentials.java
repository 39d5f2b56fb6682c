package org.milesbot.cli.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.milesbot.api.Mistakes;
import org.milesbot.api.Text;

/**
 * The credentials that systemd hands to a service: one file a secret, in the folder that {@value #DIRECTORY} names. A file
 * is named as its setting, with or without the {@value #PREFIX} that {@code LoadCredential=milesbot:DIRECTORY} puts before
 * it. Other services' files may lie there as well, so only names that are ours can be wrong.
 */
final class Credentials {

    static final String DIRECTORY = "CREDENTIALS_DIRECTORY";
    static final String PREFIX = "milesbot_";

    private Credentials() {}

    /** What the folder sets, as if each file were named by a {@code *_FILE} setting. */
    static Map<String, Entry> in(Path directory, Mistakes mistakes) {
        Map<String, Entry> entries = new TreeMap<>();
        for (Path file : files(directory, mistakes)) {
            String name = file.getFileName().toString();
            String setting = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
            Text from = Text.of(Credentials.class, "from.credential", name);
            Optional<Variable> variable = Variable.named(setting).filter(Variable::isSecret);
            if (variable.isPresent()) {
                entries.put(
                        variable.get().name() + Variable.FILE_SUFFIX,
                        new Entry(file.toString(), Origin.ENVIRONMENT, from));
            } else if (setting.startsWith(Variable.PLUGIN_PREFIX)) {
                String content = DotEnv.contentOf(file, mistakes);
                entries.put(setting, new Entry(content == null ? "" : content.strip(), Origin.ENVIRONMENT, from));
            } else if (name.startsWith(PREFIX) || name.startsWith(Variable.PREFIX)) {
                mistakes.add(Text.of(Credentials.class, "credential.unknown", file.toString()));
            }
        }
        return entries;
    }

    private static List<Path> files(Path directory, Mistakes mistakes) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            mistakes.add(Text.of(Credentials.class, "credentials.unreadable", directory.toString()));
            return List.of();
        }
    }
}
