package org.milesbot.store.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of a PostgreSQL: {@code initdb}, {@code pg_ctl} and {@code postgres}.
 *
 * @param bin the folder they are in
 */
record Binaries(Path bin) {

    private static final Path SYSTEM = Path.of("/usr/lib/postgresql");
    private static final Pattern VERSION = Pattern.compile("PostgreSQL\\) ([0-9]+)");
    private static final int EXECUTABLE = 0b001_000_000;

    /** The binaries of the settings, unpacked if they are not yet. The folder's lock is held. */
    static Binaries of(EmbeddedSettings settings) {
        if (settings.binaries() != null) {
            return inFolder(settings.binaries());
        }
        if (settings.jar() != null) {
            return new Binaries(unpacked(settings.jar(), settings.folder()).resolve("bin"));
        }
        throw Failures.configuration(null, "no-binaries", platform(), systemFolders());
    }

    private static Binaries inFolder(Path bin) {
        for (String program : List.of("initdb", "pg_ctl", "postgres")) {
            if (!Files.isExecutable(bin.resolve(program))) {
                throw Failures.configuration(null, "no-program", bin, program, systemFolders());
            }
        }
        return new Binaries(bin.toAbsolutePath());
    }

    private static String platform() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    private static String systemFolders() {
        try (Stream<Path> versions = Files.list(SYSTEM)) {
            List<String> folders = versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .map(Path::toString)
                    .sorted()
                    .toList();
            return folders.isEmpty() ? "-" : String.join(", ", folders);
        } catch (IOException e) {
            return "-";
        }
    }

    String program(String name) {
        return bin.resolve(name).toString();
    }

    /** The major version of the programs. */
    int major() {
        String said = Command.output(List.of(program("postgres"), "--version"));
        Matcher version = VERSION.matcher(said);
        if (!version.find()) {
            throw Failures.configuration(null, "not-postgres", program("postgres"), said);
        }
        return Integer.parseInt(version.group(1));
    }

    /** Unpacks beside the place and moves there in one step, so that the place has all of it or is not there. */
    private static Path unpacked(Path jar, Path folder) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry archive = zip.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> Failures.configuration(null, "no-archive", jar));
            Path parent = Files.createDirectories(folder.resolve("binaries"));
            Path place = parent.resolve(archive.getName().replaceAll("[^A-Za-z0-9_-]", "_")
                    + String.format(Locale.ROOT, "-%08x", archive.getCrc()));
            if (!Files.isDirectory(place)) {
                Folders.removeAll(parent, "");
                Path half = Files.createTempDirectory(parent, "unpacking-");
                try (InputStream in = zip.getInputStream(archive)) {
                    unpack(in, half);
                }
                makeReadable(half, true);
                Files.move(half, place, StandardCopyOption.ATOMIC_MOVE);
            }
            return place;
        } catch (IOException e) {
            throw Failures.configuration(e, "not-unpacked", jar, folder, Failures.reason(e));
        }
    }

    private static void unpack(InputStream in, Path target) throws IOException {
        List<TarArchiveEntry> links = new ArrayList<>();
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new BufferedInputStream(new XZInputStream(in), 1 << 16))) {
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                Path path = inside(target, target, entry.getName());
                if (entry.isSymbolicLink()) {
                    links.add(entry);
                } else if (entry.isDirectory()) {
                    makeReadable(Files.createDirectories(path), true);
                } else if (entry.isFile()) {
                    Files.createDirectories(path.resolveSibling("."));
                    Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
                    makeReadable(path, (entry.getMode() & EXECUTABLE) != 0);
                }
                entry = tar.getNextEntry();
            }
        }
        // Last, so that no file is written through one.
        for (TarArchiveEntry link : links) {
            Path path = inside(target, target, link.getName());
            inside(target, path.resolveSibling("."), link.getLinkName());
            Files.createSymbolicLink(path, Path.of(link.getLinkName()));
        }
    }

    private static Path inside(Path target, Path from, String name) throws IOException {
        Path path = from.resolve(name).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("the archive reaches out of its folder: " + name);
        }
        return path;
    }

    private static void makeReadable(Path path, boolean executable) throws IOException {
        Set<PosixFilePermission> permissions = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if (executable) {
            permissions.addAll(EnumSet.of(
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE));
        }
        Files.setPosixFilePermissions(path, permissions);
    }
}
