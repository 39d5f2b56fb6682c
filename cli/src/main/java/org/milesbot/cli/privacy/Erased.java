package org.milesbot.cli.privacy;

import java.util.List;

/**
 * How forgetting somebody ended. The database has forgotten them.
 *
 * @param wasAnything whether anything was kept of them
 * @param failed the plug-ins that may still keep something; asked again, they are asked again
 */
public record Erased(boolean wasAnything, List<String> failed) {

    /** Copies the list. */
    public Erased {
        failed = List.copyOf(failed);
    }

    /** Whether nothing is left anywhere. */
    public boolean isWhole() {
        return failed.isEmpty();
    }
}
