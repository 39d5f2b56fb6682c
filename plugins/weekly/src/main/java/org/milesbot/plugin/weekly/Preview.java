package org.milesbot.plugin.weekly;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.api.notify.ToldCampaigns;
import org.milesbot.api.terminal.TerminalCommand;
import org.milesbot.api.terminal.TerminalRequest;

/** {@code milesbot weekly preview}: the digest that somebody would be sent now, and nobody is. */
final class Preview implements TerminalCommand {

    private static final Pattern CHAT = Pattern.compile("-?[0-9]{1,18}");

    private final WeeklyTables tables;
    private final ToldCampaigns told;
    private final Clock clock;

    Preview(WeeklyTables tables, ToldCampaigns told, Clock clock) {
        this.tables = tables;
        this.told = told;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "preview";
    }

    @Override
    public String help(Locale language) {
        return DigestPage.say(language, "terminal.preview");
    }

    @Override
    public String example() {
        return "123456789";
    }

    @Override
    public void run(TerminalRequest request) throws SQLException {
        List<String> words = request.words();
        if (words.size() != 1 || !CHAT.matcher(words.get(0)).matches()) {
            throw new MilesbotException(ErrorKind.USAGE, Text.of(Preview.class, "terminal.chat", example()));
        }
        ZonedDateTime now = clock.instant().atZone(Zones.SAO_PAULO);
        LocalDate today = now.toLocalDate();
        Week week = Weeks.at(now.toInstant(), today, tables, told).of(Long.parseLong(words.get(0)), now);
        if (request.isJson()) {
            request.out()
                    .println("{\"chat\":" + words.get(0) + ",\"missed\":"
                            + week.missed().size() + ",\"forecasts\":"
                            + week.outlooks().size() + "}");
        } else {
            request.out().println(DigestPage.of(week, request.language(), null).html());
        }
    }
}
