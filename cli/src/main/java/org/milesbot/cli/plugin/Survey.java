package org.milesbot.cli.plugin;

import java.util.List;
import org.milesbot.api.Text;

/**
 * The plug-ins that could be found although something may be wrong with others.
 *
 * @param plugins those that could be found
 * @param mistakes what is wrong, a sentence each; none if nothing is
 */
public record Survey(Plugins plugins, List<Text> mistakes) implements AutoCloseable {

    /** Copies the list. */
    public Survey {
        mistakes = List.copyOf(mistakes);
    }

    @Override
    public void close() {
        plugins.close();
    }
}
