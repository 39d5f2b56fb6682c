package org.milesbot.cli.wiring;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.milesbot.cli.config.AssistantSettings;
import org.milesbot.notify.assistant.ChatAssistant;
import org.milesbot.notify.assistant.ChatSettings;

/** Makes what asks the language model. */
final class Assistants {

    private Assistants() {}

    /** Null if none is set. */
    static @Nullable ChatAssistant of(AssistantSettings settings, Clock clock) {
        if (!settings.isThere()) {
            return null;
        }
        String key = settings.key() == null ? null : settings.key().value();
        return new ChatAssistant(new ChatSettings(settings.url(), settings.model(), key), clock);
    }
}
