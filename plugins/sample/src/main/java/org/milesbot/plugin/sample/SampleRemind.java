package org.milesbot.plugin.sample;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.milesbot.api.Text;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.notify.Message;

/** Keeps something of a person in the plug-in's own tables: {@code /anotar 2026-12-01 comprar milhas}. */
final class SampleRemind implements BotCommand {

    private final SampleTables tables;

    SampleRemind(SampleTables tables) {
        this.tables = tables;
    }

    @Override
    public String name() {
        return "anotar";
    }

    @Override
    public String help(Locale language) {
        return Text.of(SampleRemind.class, "remind.help").in(language);
    }

    @Override
    public String example() {
        return "2026-12-01 comprar milhas";
    }

    @Override
    public List<BotReply> answer(BotRequest request) throws SQLException {
        Locale language = request.asker().language();
        if (request.words().isEmpty()) {
            return List.of(new BotReply.Ask(
                    message(Text.of(SampleRemind.class, "remind.ask").in(language)), ""));
        }
        SampleReminder reminder = SampleReminder.of(request.words());
        tables.remember(request.asker().chatId(), reminder);
        Text kept = Text.of(SampleRemind.class, "remind.kept", reminder.day().toString());
        return List.of(BotReply.say(message(kept.in(language))));
    }

    private static Message message(String html) {
        return new Message(html, List.of(), false, null);
    }
}
