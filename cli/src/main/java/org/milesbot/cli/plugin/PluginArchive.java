package org.milesbot.cli.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.config.Quoted;

/**
 * A zip file with one plug-in in it, from wherever: nothing it says of itself is believed. Read with commons-compress and
 * not with the JDK, which does not tell a link from a file.
 */
final class PluginArchive {

    /**
     * What is unpacked at most.
     *
     * @param entries files and folders
     * @param fileBytes of one file
     * @param allBytes of all together; of the archive itself as well
     */
    record Limits(int entries, long fileBytes, long allBytes) {

        static final Limits USUAL = new Limits(2_000, 50L << 20, 200L << 20);
    }

    private static final int TYPE_OF_FILE = 0170000;
    private static final Set<Integer> FILES_AND_FOLDERS = Set.of(0, 0100000, 0040000);

    /** What Macs add of their own. */
    private static final String MAC = "__MACOSX";

    /** A folder that a plug-in may consist of, and that therefore is not the folder around it. */
    private static final String CLASSES = "classes";

    private final Path file;
    private final Limits limits;
    private long unpacked;

    PluginArchive(Path file, Limits limits) {
        this.file = file;
        this.limits = limits;
    }

    /**
     * What came out.
     *
     * @param folder a hidden folder, deleted by {@link #close} unless it has been moved away
     * @param sha256 of the archive, in hexadecimal digits
     */
    record Unpacked(Path folder, String sha256) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            PluginFiles.deleteAll(folder);
        }
    }

    private record Entry(ZipArchiveEntry zipped, List<String> parts) {}

    /**
     * Unpacks it into a hidden folder; what cannot be unpacked whole leaves nothing behind.
     *
     * @param directory where the hidden folder is made
     * @throws MilesbotException of kind USAGE if there is no such file, of kind DATA if it is no archive to be trusted
     * @throws IOException if the directory takes no files
     */
    Unpacked unpack(Path directory) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new MilesbotException(ErrorKind.USAGE, Text.of(PluginArchive.class, "archive.none", file.toString()));
        }
        if (Files.size(file) > limits.allBytes) {
            throw wrong("archive.large", file.toString(), megabytes(limits.allBytes));
        }
        String sha256 = sha256();
        Files.createDirectories(directory);
        Path folder = Files.createTempDirectory(directory, ".unpacking-");
        boolean isWhole = false;
        try {
            unpackInto(folder);
            PluginFiles.showToAll(folder);
            isWhole = true;
            return new Unpacked(folder, sha256);
        } finally {
            if (!isWhole) {
                PluginFiles.deleteAll(folder);
            }
        }
    }

    private void unpackInto(Path folder) throws IOException {
        try (ZipFile zip = opened()) {
            List<Entry> entries = admitted(zip);
            int above = isInOneFolder(entries) ? 1 : 0;
            boolean isAnything = false;
            for (Entry entry : entries) {
                Path target = folder;
                for (String part : entry.parts.subList(Math.min(above, entry.parts.size()), entry.parts.size())) {
                    target = target.resolve(part);
                }
                if (entry.zipped.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(Objects.requireNonNull(target.getParent()));
                    copy(zip, entry.zipped, target);
                    isAnything = true;
                }
            }
            if (!isAnything) {
                throw wrong("archive.empty", file.toString());
            }
        }
    }

    private ZipFile opened() {
        try {
            return ZipFile.builder().setPath(file).get();
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
    }

    /** The entries whose names and kinds are to be trusted, before anything is written. */
    private List<Entry> admitted(ZipFile zip) {
        List<ZipArchiveEntry> all = Collections.list(zip.getEntries());
        if (all.size() > limits.entries) {
            throw wrong("archive.many", file.toString(), String.valueOf(limits.entries));
        }
        ArchiveNames names = new ArchiveNames();
        List<Entry> entries = new ArrayList<>();
        for (ZipArchiveEntry entry : all) {
            List<String> parts = names.admit(entry.getName(), entry.isDirectory());
            if (!FILES_AND_FOLDERS.contains(entry.getUnixMode() & TYPE_OF_FILE)) {
                throw wrong("archive.link", Quoted.of(entry.getName()));
            }
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw wrong("archive.encrypted", file.toString());
            }
            if (!parts.get(0).equals(MAC)) {
                entries.add(new Entry(entry, parts));
            }
        }
        return entries;
    }

    private static boolean isInOneFolder(List<Entry> entries) {
        Set<String> tops = entries.stream().map(entry -> entry.parts.get(0)).collect(Collectors.toSet());
        return tops.size() == 1
                && !tops.contains(CLASSES)
                && entries.stream().allMatch(entry -> entry.parts.size() > 1 || entry.zipped.isDirectory());
    }

    /** Counts what comes out; what the archive says of sizes is not asked. */
    private void copy(ZipFile zip, ZipArchiveEntry entry, Path target) throws IOException {
        CRC32 sum = new CRC32();
        long bytes = 0;
        try (InputStream in = new CheckedInputStream(content(zip, entry), sum);
                OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = next(in, buffer); read >= 0; read = next(in, buffer)) {
                bytes += read;
                unpacked += read;
                if (bytes > limits.fileBytes) {
                    throw wrong("archive.file.large", Quoted.of(entry.getName()), megabytes(limits.fileBytes));
                }
                if (unpacked > limits.allBytes) {
                    throw wrong("archive.large", file.toString(), megabytes(limits.allBytes));
                }
                out.write(buffer, 0, read);
            }
        }
        if (sum.getValue() != entry.getCrc()) {
            throw damaged(new IOException(entry.getName() + " has another checksum"));
        }
    }

    private InputStream content(ZipFile zip, ZipArchiveEntry entry) {
        try {
            if (!zip.canReadEntryData(entry)) {
                throw new IOException("packed by a method that is not known");
            }
            return zip.getInputStream(entry);
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
    }

    /** Apart from writing: a damaged archive is no full disk. */
    private int next(InputStream in, byte[] buffer) {
        try {
            return in.read(buffer);
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
    }

    private String sha256() throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private MilesbotException damaged(Exception e) {
        String reason = Quoted.of(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        return new MilesbotException(
                ErrorKind.DATA, Text.of(PluginArchive.class, "archive.damaged", file.toString(), reason), e);
    }

    private static String megabytes(long bytes) {
        return bytes >= 1 << 20 ? (bytes >> 20) + " MB" : bytes + " bytes";
    }

    private static MilesbotException wrong(String key, Object... arguments) {
        return new MilesbotException(ErrorKind.DATA, Text.of(PluginArchive.class, key, arguments));
    }
}
