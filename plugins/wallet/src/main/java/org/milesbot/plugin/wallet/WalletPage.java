package org.milesbot.plugin.wallet;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.milesbot.api.Text;
import org.milesbot.api.notify.Message;
import org.milesbot.plugin.wallet.Wallet.Balance;
import org.milesbot.plugin.wallet.Wallet.Holding;

/** What people read of a wallet. */
final class WalletPage {

    /** So that a message is one message: the rest is counted. */
    private static final int MOST_LINES = 60;

    private final Programmes programmes;

    WalletPage(Programmes programmes) {
        this.programmes = programmes;
    }

    /** All that somebody holds. */
    Message of(Wallet wallet, LocalDate today, Locale language) {
        List<String> lines = wallet.programs().entrySet().stream()
                .flatMap(each -> lines(each.getKey(), each.getValue(), today, language).stream())
                .toList();
        StringJoiner html = new StringJoiner("\n");
        html.add(say(language, "page.title"));
        lines.stream().limit(MOST_LINES).forEach(html::add);
        if (lines.size() > MOST_LINES) {
            html.add(say(language, "page.more", lines.size() - MOST_LINES));
        }
        return message(
                html.add("").add(say(language, "page.how", nextYear(today))).toString());
    }

    private List<String> lines(String program, Holding holding, LocalDate today, Locale language) {
        List<String> lines = new ArrayList<>();
        Balance balance = holding.balance();
        lines.add(
                balance == null
                        ? say(language, "page.unknown", name(program))
                        : say(
                                language,
                                "page.balance",
                                name(program),
                                balance.points(),
                                Written.shown(balance.enteredOn(), language)));
        holding.goneSince(today)
                .forEach((day, points) -> lines.add(say(language, "page.gone", points, Written.shown(day, language))));
        holding.toCome(today)
                .forEach((day, points) -> lines.add(say(
                        language, "page.expiry", points, Written.shown(day, language), left(today, day, language))));
        return lines;
    }

    /** What is told before points expire. */
    Message warning(Warnings.Due due, LocalDate today) {
        Locale language = due.language();
        StringJoiner html = new StringJoiner("\n");
        html.add(say(language, "warning.title", Written.shown(due.day(), language), left(today, due.day(), language)));
        due.points().entrySet().stream()
                .limit(MOST_LINES)
                .forEach(each -> html.add(say(language, "warning.line", name(each.getKey()), each.getValue())));
        if (due.points().size() > MOST_LINES) {
            html.add(say(language, "page.more", due.points().size() - MOST_LINES));
        }
        return message(html.add("").add(say(language, "warning.how")).toString());
    }

    /** One thing that was said, as it was understood. */
    String noted(Entry entry, Locale language) {
        if (entry.expires() == null) {
            return say(language, "noted.balance", name(entry.program()), entry.points());
        }
        String day = Written.shown(entry.expires(), language);
        return entry.points() == 0
                ? say(language, "noted.none", name(entry.program()), day)
                : say(language, "noted.expiry", name(entry.program()), entry.points(), day);
    }

    /** A programme as HTML. */
    String name(String program) {
        return programmes
                .label(program)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    private static String left(LocalDate today, LocalDate day, Locale language) {
        return say(language, "days.left", ChronoUnit.DAYS.between(today, day));
    }

    /** A day that examples can name. */
    static String nextYear(LocalDate today) {
        return Integer.toString(today.getYear() + 1);
    }

    static String say(Locale language, String key, Object... arguments) {
        return Text.of(WalletPage.class, key, arguments).in(language);
    }

    static Message message(String html) {
        return new Message(html, List.of(), false, null);
    }
}
