package org.milesbot.cli.output;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.cli.output.Table.Column;
import org.milesbot.cli.output.Table.Side;
import org.milesbot.cli.people.RouteForm;
import org.milesbot.cli.people.Setting;
import org.milesbot.cli.people.SettingsShown;
import org.milesbot.store.user.Since.Disabled;
import org.milesbot.store.user.User;
import org.milesbot.store.user.UserRoute;

/** People as a table, and one of them whole, for a person to read. Times are those of America/Sao_Paulo. */
public final class UserTable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);

    private final Console console;
    private final Table table;

    public UserTable(Console console) {
        this.console = console;
        this.table = new Table(
                column("id", Side.RIGHT),
                column("name", Side.LEFT),
                column("since", Side.LEFT),
                column("threshold", Side.RIGHT),
                column("quiet", Side.LEFT),
                column("digest", Side.LEFT),
                column("routes", Side.RIGHT),
                column("state", Side.LEFT),
                column("programs", Side.LEFT));
    }

    private Column column(String name, Side side) {
        return new Column(say("user." + name), side);
    }

    /** Adds somebody. */
    public void add(User user) {
        Map<String, String> settings = SettingsShown.of(user.profile());
        table.add(
                Long.toString(user.telegramId()),
                user.name(),
                time(user.createdAt()),
                settings.getOrDefault(Setting.THRESHOLD.key(), ""),
                settings.getOrDefault(Setting.QUIET.key(), ""),
                settings.getOrDefault(Setting.DIGEST.key(), ""),
                Integer.toString(user.routes().size()),
                say(user.disabled() == null ? "user.enabled" : "user.disabled"),
                settings.getOrDefault(Setting.PROGRAMS.key(), ""));
    }

    /** Prints those who were added. */
    public void print() {
        table.print(console);
    }

    /** Prints somebody whole, their settings in the words in which they are changed. */
    public void printWhole(User user) {
        Disabled disabled = user.disabled();
        line(Long.toString(user.telegramId()) + (user.name().isEmpty() ? "" : "  " + Cell.clean(user.name())));
        line(say("user.known", time(user.createdAt())));
        if (disabled != null) {
            line(console.bad(say("user.disabled.why", time(disabled.at()), Cell.clean(disabled.why()))));
        }
        SettingsShown.of(user.profile()).forEach((key, words) -> line("  " + key + "=" + Cell.clean(words)));
        for (UserRoute route : user.routes()) {
            line(say("user.route", Long.toString(route.id()), RouteForm.shown(route)));
        }
        if (!user.profile().reminders().isEmpty()) {
            line(say("user.reminders", user.profile().reminders().size()));
        }
    }

    private void line(String words) {
        console.out().println(words);
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atZone(Zones.SAO_PAULO));
    }

    private String say(String key, Object... arguments) {
        return Text.of(UserTable.class, key, arguments).in(console.locale());
    }
}
