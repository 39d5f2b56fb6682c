package org.milesbot.cli.plugin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Zip files as authors make them, and as nobody should. */
public final class PluginZip {

    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int CENTRAL_HEADER = 0x02014b50;

    private PluginZip() {}

    /** What a zip file is filled with. */
    public interface Filling {
        void into(ZipArchiveOutputStream zip) throws IOException;
    }

    static Path of(Path file, Filling filling) throws IOException {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
            filling.into(zip);
        }
        return file;
    }

    /** With one file of each name, which has its name in it. */
    static Path ofNames(Path file, String... names) throws IOException {
        return of(file, zip -> {
            for (String name : names) {
                add(zip, name, 0, name.getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    /** With all files of a folder, below a prefix such as {@code my-plugin/}. */
    public static Path ofFolder(Path file, Path folder, String prefix) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        return of(file, zip -> {
            for (Path each : files) {
                add(zip, prefix + folder.relativize(each), 0, Files.readAllBytes(each));
            }
        });
    }

    /** An entry; the mode is that of Unix with the kind of file in it, or 0 for none. */
    static void add(ZipArchiveOutputStream zip, String name, int mode, byte[] content) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        if (mode != 0) {
            entry.setUnixMode(mode);
        }
        zip.putArchiveEntry(entry);
        zip.write(content);
        zip.closeArchiveEntry();
    }

    /** Says in the list of contents that each file has so many bytes. */
    static void claimSize(Path file, int bytes) throws IOException {
        patch(file, CENTRAL_HEADER, (zip, at) -> zip.putInt(at + 24, bytes));
    }

    /** Says of each entry that it is encrypted. */
    static void claimEncryption(Path file) throws IOException {
        patch(file, CENTRAL_HEADER, (zip, at) -> zip.putShort(at + 8, (short) (zip.getShort(at + 8) | 1)));
        patch(file, LOCAL_HEADER, (zip, at) -> zip.putShort(at + 6, (short) (zip.getShort(at + 6) | 1)));
    }

    /** Says of each entry that it has another checksum. */
    static void claimChecksum(Path file, int sum) throws IOException {
        patch(file, CENTRAL_HEADER, (zip, at) -> zip.putInt(at + 16, sum));
    }

    /** Writes one letter in the place of another wherever it stands. */
    static void replace(Path file, char written, char other) throws IOException {
        byte[] zip = Files.readAllBytes(file);
        for (int i = 0; i < zip.length; i++) {
            zip[i] = zip[i] == written ? (byte) other : zip[i];
        }
        Files.write(file, zip);
    }

    private interface Patch {
        void at(ByteBuffer zip, int position);
    }

    private static void patch(Path file, int header, Patch patch) throws IOException {
        ByteBuffer zip = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 4 <= zip.limit(); at++) {
            if (zip.getInt(at) == header) {
                patch.at(zip, at);
            }
        }
        Files.write(file, zip.array());
    }
}
