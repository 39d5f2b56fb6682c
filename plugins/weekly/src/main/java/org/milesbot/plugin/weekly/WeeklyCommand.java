package org.milesbot.plugin.weekly;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.notify.Button;
import org.milesbot.api.notify.Message;

/** {@code /semanal}: whether somebody wants the digest, and when. */
final class WeeklyCommand implements BotCommand {

    private static final Set<String> ON = Set.of("on", "ligar", "liga", "sim", "yes");
    private static final Set<String> OFF = Set.of("off", "desligar", "desliga", "não", "nao", "no", "parar", "stop");

    private final WeeklyTables tables;

    WeeklyCommand(WeeklyTables tables) {
        this.tables = tables;
    }

    @Override
    public String name() {
        return "semanal";
    }

    @Override
    public List<String> aliases() {
        return List.of("weekly");
    }

    @Override
    public String help(Locale language) {
        return DigestPage.say(language, "command.help");
    }

    @Override
    public String example() {
        return "sexta 18h";
    }

    @Override
    public List<BotReply> answer(BotRequest request) throws SQLException {
        long chat = request.asker().chatId();
        String words = request.words().strip().toLowerCase(Locale.ROOT);
        Slot now = tables.subscription(chat).map(Subscription::slot).orElse(Slot.USUAL);
        if (OFF.contains(words)) {
            tables.unsubscribe(chat);
        } else if (!words.isEmpty()) {
            Slot wanted = ON.contains(words) ? now : Slot.of(words, now.hour());
            tables.subscribe(chat, request.asker().language(), wanted, request.at());
        }
        return List.of(
                BotReply.show(page(tables.subscription(chat), request.asker().language())));
    }

    private static Message page(Optional<Subscription> subscription, Locale language) {
        if (subscription.isEmpty()) {
            return DigestPage.message(DigestPage.say(language, "command.off", Slot.USUAL.in(language)))
                    .withButtons(List.of(List.of(button(language, "button.on", "on"))));
        }
        String when = subscription.get().slot().in(language);
        return DigestPage.message(DigestPage.say(language, "command.on", when))
                .withButtons(List.of(
                        List.of(
                                button(language, "button.friday", "sexta 18h"),
                                button(language, "button.sunday", "domingo 10h"),
                                button(language, "button.monday", "segunda 8h")),
                        List.of(button(language, "button.off", "off"))));
    }

    private static Button button(Locale language, String key, String words) {
        return Button.telling(DigestPage.say(language, key), "semanal:" + words);
    }
}
