package org.milesbot.cli.wiring;

import java.time.Clock;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.bot.assistant.Score;
import org.milesbot.cli.bot.assistant.UtteranceCorpus;
import org.milesbot.cli.bot.assistant.UtteranceScoring;
import org.milesbot.cli.bot.assistant.UtteranceScoring.Judged;
import org.milesbot.cli.config.AssistantSettings;
import org.milesbot.notify.assistant.ChatAssistant;
import org.milesbot.notify.assistant.ChatSettings;

/** Makes what asks the language model, and measures it. */
public final class Assistants {

    private Assistants() {}

    /** Null if none is set. */
    static @Nullable ChatAssistant of(AssistantSettings settings, Clock clock) {
        if (!settings.isThere()) {
            return null;
        }
        String key = settings.key() == null ? null : settings.key().value();
        return new ChatAssistant(new ChatSettings(settings.url(), settings.model(), key), clock);
    }

    /**
     * Lets the language model read the corpus of utterances.
     *
     * @param programs the slugs of the programmes and banks that are known
     * @param each hears of each as soon as it is judged
     * @throws MilesbotException of kind CONFIGURATION if no model is set
     */
    public static Score score(AssistantSettings settings, Collection<String> programs, Consumer<Judged> each) {
        try (ChatAssistant assistant = of(settings, UtteranceCorpus.CLOCK)) {
            if (assistant == null) {
                throw new MilesbotException(ErrorKind.CONFIGURATION, Text.of(Assistants.class, "assistant.missing"));
            }
            return new UtteranceScoring(assistant, programs).run(UtteranceCorpus.read(), each);
        }
    }
}
