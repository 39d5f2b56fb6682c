package org.milesbot.cli.wiring;

import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.notify.IntroductionWriter;
import org.milesbot.cli.bot.assistant.Introductions;
import org.milesbot.cli.bot.assistant.Score;
import org.milesbot.cli.bot.assistant.UtteranceCorpus;
import org.milesbot.cli.bot.assistant.UtteranceScoring;
import org.milesbot.cli.bot.assistant.UtteranceScoring.Judged;
import org.milesbot.cli.config.AssistantSettings;
import org.milesbot.notify.assistant.ChatAssistant;
import org.milesbot.notify.assistant.ChatSettings;
import org.milesbot.store.db.Database;
import org.milesbot.store.llm.Caps;
import org.milesbot.store.llm.LlmBudget;
import org.milesbot.store.user.Users;

/** Makes what asks the language model, and measures it. */
public final class Assistants {

    private Assistants() {}

    /** Null if none is set. */
    static @Nullable ChatAssistant of(AssistantSettings settings, Clock clock) {
        if (!settings.isThere()) {
            return null;
        }
        return new ChatAssistant(chat(settings), clock);
    }

    private static ChatSettings chat(AssistantSettings settings) {
        String key = settings.key() == null ? null : settings.key().value();
        return new ChatSettings(settings.url(), settings.model(), key);
    }

    /** What writes introductions for plug-ins; empty if no model is set. */
    static Optional<IntroductionWriter> writer(AssistantSettings settings, Supplier<Database> database, Clock clock) {
        if (!settings.isThere()) {
            return Optional.empty();
        }
        Caps caps = new Caps(settings.daily(), settings.monthly());
        return Optional.of((chat, language, facts) -> new Introductions(
                        chat(settings), new Users(database.get()), new LlmBudget(database.get(), caps, clock))
                .introduce(chat, language, facts));
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
