package org.milesbot.store.embedded;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * As whom the server runs: PostgreSQL refuses to run as root. A plain user runs it as itself. Root runs it in a user
 * namespace of its own, in which it is nobody in particular and owns its files all the same, or, where there are no
 * namespaces, as another user.
 *
 * @param prefix what stands before a command
 * @param owner whom the data are given to, or null if they stay with whom makes them
 */
record Account(List<String> prefix, @Nullable UserPrincipal owner) {

    private static final String ROOT = "root";
    private static final List<String> OTHERS = List.of("postgres", "nobody");

    static final Account SELF = new Account(List.of(), null);
    static final Account NAMESPACE = new Account(List.of("unshare", "-U"), null);

    /** The account that data belong to, or that new data will belong to. */
    static Account of(Path data) {
        if (!ROOT.equals(System.getProperty("user.name"))) {
            return SELF;
        }
        if (Files.exists(data)) {
            String owner = ownerOf(data);
            return ROOT.equals(owner) ? NAMESPACE : other(owner);
        }
        return Command.succeeds(List.of("unshare", "-U", "true")) ? NAMESPACE : firstOther();
    }

    private static String ownerOf(Path data) {
        try {
            return Files.getOwner(data).getName();
        } catch (IOException e) {
            throw Failures.configuration(e, "not-readable", data, Failures.reason(e));
        }
    }

    private static Account firstOther() {
        for (String name : OTHERS) {
            if (Command.succeeds(List.of("id", "-u", name))) {
                return other(name);
            }
        }
        throw Failures.configuration(null, "root");
    }

    /** The account of another user; root only. */
    static Account other(String name) {
        String group = Command.output(List.of("id", "-g", name));
        List<String> prefix = List.of("setpriv", "--reuid=" + name, "--regid=" + group, "--clear-groups");
        try {
            return new Account(
                    prefix,
                    FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(name));
        } catch (IOException e) {
            throw Failures.configuration(e, "root");
        }
    }

    List<String> command(String... words) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(words));
        return command;
    }

    /** Gives a file or folder to the account. */
    void own(Path path) throws IOException {
        if (owner != null) {
            Files.setOwner(path, Objects.requireNonNull(owner));
        }
    }

    /** Closes the folder to others, except that the account may pass; what lies above it is not ours to open. */
    void openWay(Path folder) throws IOException {
        String permissions = owner == null ? "rwx------" : "rwx--x--x";
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
        if (owner != null && !Command.succeeds(command("test", "-x", folder.toString()))) {
            throw Failures.configuration(null, "unreachable-folder", owner.getName(), folder);
        }
    }
}
