package org.milesbot.notify.assistant;

import java.util.List;

/** Understands what people write in their own words. Does nothing of its own: it only says which tool they ask for. */
public interface Assistant {

    /**
     * Which tool somebody asks for. Never throws for what the endpoint does or does not answer.
     *
     * @param tools what may be asked for; nothing else comes back
     */
    Suggestion understand(Utterance utterance, List<Tool> tools);

    /** How many tokens {@link #understand} may use at most, in and out, for whoever keeps to a budget. */
    long mostTokens(Utterance utterance, List<Tool> tools);
}
