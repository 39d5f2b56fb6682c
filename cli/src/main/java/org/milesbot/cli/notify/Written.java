package org.milesbot.cli.notify;

import java.util.List;
import org.milesbot.store.alert.Outcome;

/**
 * What was made of parcels.
 *
 * @param letters what is to be sent
 * @param unsent what became of alerts that are not
 */
record Written(List<Letter> letters, List<Outcome> unsent) {

    /** Copies both. */
    Written {
        letters = List.copyOf(letters);
        unsent = List.copyOf(unsent);
    }
}
