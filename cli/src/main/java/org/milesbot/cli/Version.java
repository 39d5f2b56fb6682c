package org.milesbot.cli;

import java.util.Objects;

/** Which milesbot this is. */
public final class Version {

    private Version() {}

    /** The version of the jar, or {@code dev} where there is no jar. */
    public static String current() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "dev");
    }
}
