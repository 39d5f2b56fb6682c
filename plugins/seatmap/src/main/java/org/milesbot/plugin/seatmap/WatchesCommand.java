package org.milesbot.plugin.seatmap;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;
import org.milesbot.api.notify.Button;
import org.milesbot.plugin.seatmap.SeatTables.Watch;

/** Shows somebody what they wait for, with a button each to wait no more: {@code /assentos}. */
final class WatchesCommand implements BotCommand {

    private static final String NAME = "assentos";
    private static final String END = "fim";

    private final SeatTables tables;

    WatchesCommand(SeatTables tables) {
        this.tables = tables;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String help(Locale language) {
        return Phrases.said(language, "watches.help");
    }

    @Override
    public List<BotReply> answer(BotRequest request) throws SQLException {
        long chat = request.asker().chatId();
        List<String> words = request.split();
        if (words.size() == 2 && words.get(0).equals(END) && words.get(1).matches("[0-9]{1,18}")) {
            tables.unwatch(chat, Long.parseLong(words.get(1)));
        }
        Locale language = request.asker().language();
        List<Watch> watches = tables.watches(chat);
        if (watches.isEmpty()) {
            return List.of(BotReply.show(Phrases.message(Phrases.said(language, "watches.none"))));
        }
        List<String> lines = new ArrayList<>(List.of(Phrases.said(language, "watches.title")));
        List<List<Button>> buttons = new ArrayList<>();
        for (Watch watch : watches) {
            lines.add("💺 " + Phrases.wish(watch.wish(), language));
            buttons.add(List.of(
                    Button.telling("❌ " + Phrases.wish(watch.wish(), language), NAME + ":" + END + " " + watch.id())));
        }
        return List.of(BotReply.show(Phrases.message(String.join("\n", lines)).withButtons(buttons)));
    }
}
