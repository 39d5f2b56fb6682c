package org.milesbot.cli.config;

import org.jspecify.annotations.Nullable;

/**
 * The keys to services that milesbot can do without.
 *
 * @param redisUrl the address of Redis, or null
 * @param telegramBotToken the bot's token, or null
 * @param assistant the language model
 */
public record ServiceSettings(
        @Nullable Secret redisUrl, @Nullable Secret telegramBotToken, AssistantSettings assistant) {}
