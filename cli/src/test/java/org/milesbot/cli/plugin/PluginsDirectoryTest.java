package org.milesbot.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginsDirectoryTest {

    @TempDir
    private Path root;

    private Path folder(String name, String content) throws IOException {
        Path folder = Files.createDirectories(root.resolve(name));
        Files.writeString(folder.resolve("plugin.jar"), content);
        return folder;
    }

    @Test
    void putsAFolderInPlace() throws IOException {
        new PluginsDirectory(root).place(folder(".new", "new"), "blogs", null);

        assertThat(root).isDirectoryNotContaining("glob:**/.*");
        assertThat(root.resolve("blogs/plugin.jar")).hasContent("new");
    }

    @Test
    void putsAFolderInThePlaceOfAnother() throws IOException {
        Path old = folder("called-otherwise", "old");

        new PluginsDirectory(root).place(folder(".new", "new"), "blogs", old);

        assertThat(root.resolve("blogs/plugin.jar")).hasContent("new");
        try (var left = Files.list(root)) {
            assertThat(left).containsExactly(root.resolve("blogs"));
        }
    }

    @Test
    void bringsTheOldOneBackWhenTheNewOneDoesNotGetThere() throws IOException {
        Path old = folder("old", "old");
        folder("blogs", "somebody else's");
        Path fresh = folder(".new", "new");

        assertThatThrownBy(() -> new PluginsDirectory(root).place(fresh, "blogs", old))
                .isInstanceOf(IOException.class);

        assertThat(root.resolve("old/plugin.jar")).hasContent("old");
        assertThat(root.resolve("blogs/plugin.jar")).hasContent("somebody else's");
        assertThat(fresh.resolve("plugin.jar")).hasContent("new");
        try (var left = Files.list(root)) {
            assertThat(left).hasSize(3);
        }
    }

    @Test
    void takesOutALinkAndNotWhatItLeadsTo() throws IOException {
        Path workshop = folder("../workshop-" + root.getFileName(), "mine");
        Path link = Files.createSymbolicLink(root.resolve("blogs"), workshop);

        new PluginsDirectory(root).remove(link);

        assertThat(root).isEmptyDirectory();
        assertThat(workshop.resolve("plugin.jar")).hasContent("mine");
        PluginFiles.deleteAll(workshop);
    }
}
