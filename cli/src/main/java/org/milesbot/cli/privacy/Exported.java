package org.milesbot.cli.privacy;

import java.util.List;

/**
 * What somebody was shown.
 *
 * @param isAnything whether anything is kept of them
 * @param missing the plug-ins that did not say what they keep; their part is missing
 */
public record Exported(boolean isAnything, List<String> missing) {

    /** Copies the list. */
    public Exported {
        missing = List.copyOf(missing);
    }
}
