package org.milesbot.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** A release that was unpacked, and others that are made of it. */
record Release(Path folder, Shell shell) {

    static final Path ZIP = Path.of(System.getProperty("release", "target/milesbot.zip"));

    /** Unpacks what was built. */
    static Release unpacked(Shell shell, String name) throws IOException {
        Path place = shell.home().resolve(name);
        assertThat(shell.run("unzip", "-oq", ZIP.toString(), "-d", place.toString())
                        .exitCode())
                .isZero();
        String inside = ZIP.getFileName().toString().replace(".zip", "");
        return new Release(place.resolve(inside), shell);
    }

    Shell.Ended install(String... options) {
        return install(Map.of(), options);
    }

    Shell.Ended install(Map<String, String> settings, String... options) {
        String[] command = new String[options.length + 1];
        command[0] = folder.resolve("install.sh").toString();
        System.arraycopy(options, 0, command, 1, options.length);
        return shell.run(settings, command);
    }

    /** Another release, which works as well. */
    Release withAnotherChangelog() throws IOException {
        Files.writeString(folder.resolve("CHANGELOG.md"), "\n", StandardOpenOption.APPEND);
        return summed();
    }

    /** Another release, whose jar lacks some part: null bytes, or a class. */
    Release without(String entry) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(folder.resolve("lib/milesbot.jar"))) {
            Files.delete(jar.getPath(entry));
        }
        return summed();
    }

    /** Another release, whose jar is cut off, as by a full disk. */
    Release cutOff() throws IOException {
        Files.writeString(folder.resolve("lib/milesbot.jar"), "PK");
        return summed();
    }

    private Release summed() {
        String sum =
                "find . -type f ! -name SHA256SUMS -printf '%P\\n' | sort | xargs -d '\\n' sha256sum -b > SHA256SUMS";
        Shell.Ended ended = shell.run("sh", "-c", "cd '" + folder + "' && " + sum);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        return this;
    }
}
