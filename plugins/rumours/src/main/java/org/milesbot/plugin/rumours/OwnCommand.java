package org.milesbot.plugin.rumours;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.plugin.rumours.RumourTables.Credit;
import org.milesbot.plugin.rumours.RumourTables.Told;

/** Shows somebody their own rumours, what became of them, and their credit: {@code /rumores}. */
final class OwnCommand implements BotCommand {

    private static final int MOST = 10;

    private final RumourTables tables;

    OwnCommand(RumourTables tables) {
        this.tables = tables;
    }

    @Override
    public String name() {
        return "rumores";
    }

    @Override
    public String help(Locale language) {
        return Phrases.said(language, "own.help");
    }

    @Override
    public List<BotReply> answer(BotRequest request) throws SQLException {
        Locale language = request.asker().language();
        long chat = request.asker().chatId();
        List<Told> own = tables.toldBy(chat, MOST);
        if (own.isEmpty()) {
            return List.of(BotReply.say(Phrases.message(Phrases.said(language, "own.none"))));
        }
        StringBuilder html = new StringBuilder(Phrases.said(language, "own.title"));
        for (Told told : own) {
            html.append('\n')
                    .append(Phrases.said(
                            language,
                            "own.line." + told.state(),
                            Phrases.day(told.on(), language),
                            Phrases.escaped(Phrases.offers(told.offers(), language))));
        }
        html.append("\n\n").append(credit(tables.credit(chat), language));
        return List.of(BotReply.say(Phrases.message(html.toString())));
    }

    /** What somebody's rumours came to, in a sentence. */
    static String credit(Credit credit, Locale language) {
        return credit.decided() == 0
                ? Phrases.said(language, "credit.none")
                : Phrases.said(
                        language, "credit", credit.confirmed(), credit.decided(), credit.share(), credit.hours());
    }
}
