package org.milesbot.plugin.seatmap;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;

/** Waits for seats: {@code /assento GRU LIS 2027-03 executiva 2}. What is open already is said at once, and not again. */
final class WatchCommand implements BotCommand {

    private static final int MOST_LINES = 10;

    private final SeatTables tables;
    private final int most;

    /**
     * @param most how many watches one person may have
     */
    WatchCommand(SeatTables tables, int most) {
        this.tables = tables;
        this.most = most;
    }

    @Override
    public String name() {
        return "assento";
    }

    @Override
    public String help(Locale language) {
        return Phrases.said(language, "watch.help");
    }

    @Override
    public String example() {
        return "GRU LIS 2027-03 executiva 2";
    }

    @Override
    public List<BotReply> answer(BotRequest request) throws SQLException {
        Locale language = request.asker().language();
        if (request.words().isBlank()) {
            return List.of(new BotReply.Ask(Phrases.message(Phrases.said(language, "watch.ask")), ""));
        }
        Wish wish = Wish.of(request.split(), LocalDate.ofInstant(request.at(), Zones.SAO_PAULO));
        if (!tables.watch(request.asker().chatId(), language, wish, most, request.at())) {
            throw new MilesbotException(ErrorKind.USAGE, Text.of(WatchCommand.class, "watch.many", most));
        }
        List<String> lines = new ArrayList<>();
        lines.add(Phrases.said(language, "watch.kept", Phrases.wish(wish, language)));
        List<Seat> open = tables.open(wish, MOST_LINES);
        if (!open.isEmpty()) {
            lines.add("");
            lines.add(Phrases.said(language, "watch.open"));
            open.forEach(seat -> lines.add(Phrases.flight(seat, language)));
        }
        return List.of(BotReply.say(Phrases.message(String.join("\n", lines))));
    }
}
