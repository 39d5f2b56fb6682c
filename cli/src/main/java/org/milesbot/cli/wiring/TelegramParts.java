package org.milesbot.cli.wiring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.config.Secret;
import org.milesbot.cli.config.Settings;
import org.milesbot.notify.telegram.TelegramSettings;
import org.milesbot.store.alert.SendBudget;
import org.milesbot.store.alert.SendBudget.Rate;
import org.milesbot.store.alert.SendBudget.Turns;
import org.milesbot.store.alert.TableBudget;
import org.milesbot.store.db.Database;
import org.milesbot.store.redis.RedisBudget;

/**
 * What alerts and the bot share of the way to Telegram.
 *
 * @param settings the settings in force
 */
record TelegramParts(Settings settings) {

    private static final Duration REDIS_TIMEOUT = Duration.ofSeconds(5);

    /**
     * How to get there.
     *
     * @throws MilesbotException of kind CONFIGURATION if there is no token, or none that has the form of one
     */
    TelegramSettings telegram() {
        Secret token = settings.services().telegramBotToken();
        if (token == null) {
            throw new MilesbotException(ErrorKind.CONFIGURATION, Text.of(TelegramParts.class, "token.missing"));
        }
        return new TelegramSettings(settings.sending().telegramUrl(), token.value());
    }

    /** A budget to be closed. */
    record Budget(SendBudget shared, @Nullable RedisBudget redis) implements SendBudget, AutoCloseable {

        @Override
        public Turns reserve(int sends) {
            return shared.reserve(sends);
        }

        @Override
        public void hold(Duration pause) {
            shared.hold(pause);
        }

        @Override
        public void close() {
            if (redis != null) {
                redis.close();
            }
        }
    }

    /** How fast messages may be sent: told by Redis where there is one, else by the database. */
    Budget budget(Database pace) {
        Rate rate = Rate.below(settings.sending().rate());
        TableBudget table = new TableBudget(pace, rate);
        Secret url = settings.services().redisUrl();
        RedisBudget redis =
                url == null ? null : new RedisBudget(url.value(), REDIS_TIMEOUT, pace.schema(), rate, table);
        return new Budget(redis == null ? table : redis, redis);
    }
}
