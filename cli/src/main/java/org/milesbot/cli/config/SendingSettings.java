package org.milesbot.cli.config;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How messages are sent.
 *
 * @param telegramUrl where the Bot API is, without a path
 * @param operatorChat the chat on Telegram in which the operator is told how milesbot does, or null
 * @param operators who may ask the bot for what is the operators', by their numbers on Telegram
 * @param rate how many messages may be sent in a second, over all processes
 * @param lease after how long others take up what a process had that died
 * @param welcome of how many open promos someone who is new is told, at most
 */
public record SendingSettings(
        URI telegramUrl, @Nullable Long operatorChat, Set<Long> operators, int rate, Duration lease, int welcome) {

    /** Copies the set. */
    public SendingSettings {
        operators = Set.copyOf(operators);
    }
}
