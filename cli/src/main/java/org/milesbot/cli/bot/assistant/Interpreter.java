package org.milesbot.cli.bot.assistant;

import org.milesbot.notify.assistant.Assistant;
import org.milesbot.notify.assistant.Suggestion;
import org.milesbot.notify.assistant.Utterance;
import org.milesbot.store.llm.Grant;
import org.milesbot.store.llm.Grant.Denied;
import org.milesbot.store.llm.Grant.Reserved;
import org.milesbot.store.llm.LlmBudget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the language model within the budget, and makes commands of what it says. Safe for use by several threads. */
public final class Interpreter {

    private static final Logger log = LoggerFactory.getLogger(Interpreter.class);

    private final Assistant assistant;
    private final LlmBudget budget;
    private final CommandTools tools;

    public Interpreter(Assistant assistant, LlmBudget budget, CommandTools tools) {
        this.assistant = assistant;
        this.budget = budget;
        this.tools = tools;
    }

    /**
     * What somebody means. Takes as long as the model does; tokens are set aside before it is asked.
     *
     * @param userId who wrote the words, and pays for them
     */
    public Understood understand(long userId, Utterance utterance) {
        long most = assistant.mostTokens(utterance, tools.offered());
        if (most == 0) {
            return new Understood.Nothing();
        }
        Grant grant = budget.reserve(userId, most);
        if (grant instanceof Denied denied) {
            return new Understood.Spent(denied.limit());
        }
        Suggestion suggestion = assistant.understand(utterance, tools.offered());
        budget.settle(
                (Reserved) grant, suggestion.tokens().in(), suggestion.tokens().out());
        return understood(suggestion);
    }

    private Understood understood(Suggestion suggestion) {
        if (suggestion instanceof Suggestion.Call call) {
            return tools.line(call).<Understood>map(Understood.Command::new).orElseGet(Understood.Nothing::new);
        }
        if (suggestion instanceof Suggestion.Words words) {
            return new Understood.Words(words.text());
        }
        if (suggestion instanceof Suggestion.Unavailable unavailable) {
            log.warn("the language model cannot be asked: {}", unavailable.outage());
            return new Understood.Unavailable(unavailable.outage());
        }
        return new Understood.Nothing();
    }
}
