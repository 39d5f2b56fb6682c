package org.milesbot.plugin.wallet;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.bot.BotRequest;

/** {@code /carteira}: shows what somebody holds, takes down what they say, and forgets it. */
final class WalletCommand implements BotCommand {

    private static final int MOST_LINES = 50;
    private static final Pattern FORGET = Pattern.compile(
            "(?:apagar|apaga|remover|remove|tirar|tira|excluir|delete|forget)\\s+(?<program>.+?)"
                    + "(?:\\s+(?:(?:de|em|on)\\s+)?(?<day>[0-9]\\S*[/.-]\\S+))?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ALL = Pattern.compile("(?i)tudo|toda|all|everything");

    private final WalletTables tables;
    private final Programmes programmes;
    private final WalletPage page;

    WalletCommand(WalletTables tables, Programmes programmes, WalletPage page) {
        this.tables = tables;
        this.programmes = programmes;
        this.page = page;
    }

    @Override
    public String name() {
        return "carteira";
    }

    @Override
    public List<String> aliases() {
        return List.of("wallet", "saldo", "saldos");
    }

    @Override
    public String help(Locale language) {
        return WalletPage.say(language, "command.help");
    }

    @Override
    public String example() {
        return "livelo 42.300";
    }

    @Override
    public List<BotReply> answer(BotRequest request) throws SQLException {
        LocalDate today = LocalDate.ofInstant(request.at(), Zones.SAO_PAULO);
        if (request.words().isBlank()) {
            return List.of(shown(request, today));
        }
        Matcher forget = FORGET.matcher(request.words().strip());
        if (forget.matches()) {
            return List.of(forgotten(request, forget, today));
        }
        return List.of(taken(request, today));
    }

    private BotReply shown(BotRequest request, LocalDate today) throws SQLException {
        Locale language = request.asker().language();
        Optional<Wallet> wallet = tables.of(request.asker().chatId());
        return wallet.isEmpty()
                ? new BotReply.Ask(
                        WalletPage.message(WalletPage.say(language, "page.empty", WalletPage.nextYear(today))), "")
                : BotReply.show(page.of(wallet.get(), today, language));
    }

    /** All lines, or none of them. */
    private BotReply taken(BotRequest request, LocalDate today) throws SQLException {
        List<String> lines =
                request.words().lines().filter(line -> !line.isBlank()).toList();
        if (lines.size() > MOST_LINES) {
            throw wrong("command.long", MOST_LINES);
        }
        List<Entry> entries = new ArrayList<>();
        for (String line : lines) {
            entries.add(Entry.of(line, programmes, today));
        }
        long chat = request.asker().chatId();
        Locale language = request.asker().language();
        tables.put(Map.of(chat, entries), language, today);
        tables.speaks(chat, language);
        StringJoiner html = new StringJoiner("\n");
        entries.forEach(entry -> html.add(page.noted(entry, language)));
        boolean isWarned = entries.stream().anyMatch(entry -> entry.expires() != null && entry.points() > 0);
        if (isWarned) {
            html.add(WalletPage.say(language, "noted.warned"));
        }
        return BotReply.say(WalletPage.message(html.toString()));
    }

    private BotReply forgotten(BotRequest request, Matcher forget, LocalDate today) throws SQLException {
        Locale language = request.asker().language();
        long chat = request.asker().chatId();
        String written = forget.group("program");
        if (ALL.matcher(written).matches()) {
            if (!request.isConfirmed()) {
                return new BotReply.Confirm(
                        WalletPage.message(WalletPage.say(language, "forget.sure")), request.words());
            }
            boolean wasThere = tables.forget(chat);
            return BotReply.show(
                    WalletPage.message(WalletPage.say(language, wasThere ? "forget.all" : "forget.empty")));
        }
        String program = programmes.slug(written);
        String day = forget.group("day");
        LocalDate expires = day == null ? null : Written.day(day, today);
        String key = tables.remove(chat, program, expires) ? "forget.done" : "forget.nothing";
        return BotReply.say(WalletPage.message(WalletPage.say(language, key, page.name(program))));
    }

    private static MilesbotException wrong(String key, Object... arguments) {
        return new MilesbotException(ErrorKind.USAGE, Text.of(WalletCommand.class, key, arguments));
    }
}
