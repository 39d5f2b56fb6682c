package org.milesbot.store.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The data of the server, and the password to it. Both are there whole or not at all: they are made beside their place
 * and moved there in one step. Methods that change something are called with the folder's lock held.
 */
final class Cluster {

    static final String ROLE = "milesbot";

    private static final String HALF = "initialising-";
    private static final int INITDB_SECONDS = 150;
    /** The first version with a locale of its own that needs nothing of the system's and knows more than ASCII. */
    private static final int BUILTIN_LOCALE = 17;

    private final Path folder;

    Cluster(Path folder) {
        this.folder = folder;
    }

    Path data() {
        return folder.resolve("data");
    }

    boolean exists() {
        return Files.exists(data().resolve("PG_VERSION"));
    }

    /** The major version that made the data. */
    int major() {
        Path file = data().resolve("PG_VERSION");
        try {
            return Integer.parseInt(
                    Files.readString(file, StandardCharsets.UTF_8).strip());
        } catch (IOException | NumberFormatException e) {
            throw Failures.configuration(e, "not-readable", file, Failures.reason(e));
        }
    }

    /** The password of the role {@value #ROLE}. */
    String password() {
        try {
            return Files.readString(passwordFile(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw Failures.configuration(e, "no-password", passwordFile(), Failures.reason(e));
        }
    }

    private Path passwordFile() {
        return folder.resolve("password");
    }

    /** Makes the data if there are none. */
    void initialise(Binaries binaries, Account account, Path output) {
        try {
            Folders.removeAll(folder, HALF);
            if (!Files.exists(passwordFile())) {
                makePassword();
            }
            Path half = Files.createTempDirectory(folder, HALF);
            account.own(half);
            initdb(binaries, account, half, output);
            Files.move(half, data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Failures.configuration(e, "not-writable", folder, Failures.reason(e));
        }
    }

    private void makePassword() throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Path made = createPrivateFile(folder.resolve(HALF + "password"));
        Files.writeString(made, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        Files.move(made, passwordFile(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Makes a file that nobody but its owner reads. */
    static Path createPrivateFile(Path file) throws IOException {
        return Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private void initdb(Binaries binaries, Account account, Path half, Path output) throws IOException {
        Path told = createPrivateFile(folder.resolve(HALF + "told"));
        Files.writeString(told, password(), StandardOpenOption.WRITE);
        account.own(told);
        List<String> command = new ArrayList<>(account.command(
                binaries.program("initdb"), "-D", half.toString(), "-U", ROLE, "-A", "scram-sha-256", "-E", "UTF8"));
        command.add("--pwfile=" + told);
        command.add("--data-checksums");
        command.addAll(
                binaries.major() >= BUILTIN_LOCALE
                        ? List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
                        : List.of("--locale=C.UTF-8"));
        long before = Files.exists(output) ? Files.size(output) : 0;
        int code = Command.run(command, output, INITDB_SECONDS);
        Files.deleteIfExists(told);
        if (code != 0) {
            throw Failures.configuration(null, "initdb", folder, Command.tail(output, before));
        }
    }
}
