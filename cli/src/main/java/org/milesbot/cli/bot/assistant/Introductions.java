package org.milesbot.cli.bot.assistant;

import java.util.Locale;
import java.util.Optional;
import org.milesbot.api.notify.IntroductionWriter;
import org.milesbot.notify.assistant.ChatSettings;
import org.milesbot.notify.assistant.ChatWriter;
import org.milesbot.notify.assistant.Introduction;
import org.milesbot.store.llm.Grant;
import org.milesbot.store.llm.Grant.Reserved;
import org.milesbot.store.llm.LlmBudget;
import org.milesbot.store.user.User;
import org.milesbot.store.user.Users;

/** Has the language model write introductions within the budget, for people who have switched it on. */
public final class Introductions implements IntroductionWriter {

    private final ChatSettings settings;
    private final Users users;
    private final LlmBudget budget;

    public Introductions(ChatSettings settings, Users users, LlmBudget budget) {
        this.settings = settings;
        this.users = users;
        this.budget = budget;
    }

    @Override
    public Optional<String> introduce(long chatId, Locale language, String facts) {
        String bounded = facts.length() <= MOST_FACTS ? facts : facts.substring(0, MOST_FACTS);
        Optional<User> reader =
                users.findByTelegram(chatId).filter(user -> user.config().ai());
        return bounded.isBlank() ? Optional.empty() : reader.flatMap(user -> written(user.id(), language, bounded));
    }

    private Optional<String> written(long userId, Locale language, String facts) {
        try (ChatWriter writer = new ChatWriter(settings, LONGEST)) {
            Grant grant = budget.reserve(userId, writer.mostTokens(language, facts));
            if (!(grant instanceof Reserved reserved)) {
                return Optional.empty();
            }
            Introduction introduction = writer.write(language, facts);
            budget.settle(
                    reserved, introduction.tokens().in(), introduction.tokens().out());
            return introduction.words();
        }
    }
}
