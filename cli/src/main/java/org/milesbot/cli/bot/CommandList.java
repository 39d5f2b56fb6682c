package org.milesbot.cli.bot;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.notify.Receipt;
import org.milesbot.notify.telegram.TelegramTalk;
import org.milesbot.notify.telegram.TelegramTalk.Listed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells Telegram which commands there are, so that it lists them when somebody types a slash. */
final class CommandList {

    private static final Logger log = LoggerFactory.getLogger(CommandList.class);

    /** More are refused. */
    private static final int MOST = 100;

    private final TelegramTalk talk;

    CommandList(TelegramTalk talk) {
        this.talk = talk;
    }

    /** Portuguese for all whose Telegram does not speak English; the operators see theirs too. */
    void show(Commands commands, Set<Long> operators) {
        show(commands, false, Newcomers.PORTUGUESE, null, null);
        show(commands, false, Locale.ENGLISH, "en", null);
        for (Long operator : operators) {
            show(commands, true, Newcomers.PORTUGUESE, null, operator);
        }
    }

    private void show(
            Commands commands,
            boolean isOperator,
            Locale language,
            @Nullable String telegramLanguage,
            @Nullable Long chatId) {
        List<Listed> listed = commands.open(isOperator).stream()
                .limit(MOST)
                .map(command -> new Listed(command.name(), command.help(language)))
                .toList();
        Receipt receipt = talk.list(listed, telegramLanguage, chatId);
        if (!(receipt instanceof Receipt.Sent)) {
            log.warn("Telegram did not take the list of commands; they work all the same: {}", receipt);
        }
    }
}
