package org.milesbot.cli.output;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.api.notify.Button;
import org.milesbot.api.notify.Message;
import org.milesbot.cli.notify.DeliveryReport;
import org.milesbot.cli.notify.NotifyPipeline.Report;
import org.milesbot.cli.notify.Rehearsal.Planned;
import org.milesbot.cli.output.Console.Stream;
import org.milesbot.cli.output.Table.Column;
import org.milesbot.cli.output.Table.Side;
import org.milesbot.store.alert.DeadLetters.DeadLetter;
import org.milesbot.store.alert.EventMatch;
import org.milesbot.store.promo.PromoRow;

/** Prints what came of events, what would be sent, and what could not be. Not for use by several threads. */
public final class NotifyOutput {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");

    private final Console console;
    private final boolean json;
    private long planned;

    public NotifyOutput(Console console, boolean json) {
        this.console = console;
        this.json = json;
    }

    /** What came of an event. People are told of those that someone was looked for. */
    public void print(EventMatch match) {
        if (json) {
            console.out().println(JsonLine.of(fields(match)));
        } else if (match.skipped() == null) {
            PromoRow promo = Objects.requireNonNull(match.promo());
            console.say(Text.of(
                    NotifyOutput.class,
                    "notify.matched",
                    new EventWords(console.locale()).of(match.event()),
                    Cell.clean(promo.title()),
                    match.alerts()));
        }
    }

    private static Map<String, @Nullable Object> fields(EventMatch match) {
        PromoRow promo = match.promo();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("event", match.event().id());
        fields.put("promo", match.event().promoId());
        fields.put("kind", match.event().kind().slug());
        fields.put("detail", match.event().detail());
        fields.put(
                "score",
                promo == null || promo.score() == null
                        ? null
                        : decimal(promo.score().value()));
        fields.put("skipped", match.skipped() == null ? null : match.skipped().slug());
        fields.put("alerts", match.alerts());
        return fields;
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value);
    }

    /** What was done. */
    public void print(Report report) {
        if (json) {
            Map<String, @Nullable Object> line = new LinkedHashMap<>();
            line.put("matched", report.isMatched());
            line.putAll(report.counts());
            console.out().println(JsonLine.of(line));
        }
        if (!report.isMatched()) {
            console.say(Text.of(NotifyOutput.class, "notify.busy"));
        }
        DeliveryReport delivery = report.delivery();
        console.say(Text.of(
                NotifyOutput.class,
                "notify.sum",
                report.events(),
                report.alerts(),
                delivery.messages(),
                delivery.later()));
        if (delivery.expired() > 0) {
            console.say(Text.of(NotifyOutput.class, "notify.expired", delivery.expired()));
        }
        if (delivery.slowDowns() > 0) {
            console.warn(Text.of(NotifyOutput.class, "notify.slowed", delivery.slowDowns()));
        }
        if (delivery.dead() > 0) {
            console.warn(Text.of(NotifyOutput.class, "notify.dead", delivery.dead()));
        }
    }

    /** What would be sent. */
    public void print(Planned message) {
        planned++;
        if (json) {
            console.out().println(JsonLine.of(fields(message)));
            return;
        }
        String when = WHEN.format(message.at().atZone(Zones.SAO_PAULO));
        Look look = console.look();
        console.out().println(look.bold(say("planned", when, String.valueOf(message.telegramId())), Stream.OUT));
        PlainText.of(message.message().html())
                .lines()
                .forEach(line -> console.out().println("  " + line));
        buttons(message.message());
        console.out().println();
    }

    private void buttons(Message message) {
        message.buttons().stream()
                .map(row -> "  ["
                        + String.join("] [", row.stream().map(Button::label).toList()) + "]")
                .forEach(console.out()::println);
    }

    private static Map<String, @Nullable Object> fields(Planned planned) {
        Message message = planned.message();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("at", EventOutput.time(planned.at()));
        fields.put("user", planned.telegramId());
        fields.put("channel", planned.channel());
        fields.put("alerts", planned.alerts().size());
        fields.put("silent", message.isSilent());
        fields.put("answers", message.answers());
        fields.put("html", message.html());
        fields.put(
                "buttons",
                message.buttons().stream()
                        .map(row -> row.stream().map(NotifyOutput::fields).toList())
                        .toList());
        return fields;
    }

    private static Map<String, @Nullable Object> fields(Button button) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("label", button.label());
        fields.put("url", button.url());
        fields.put("data", button.data());
        return fields;
    }

    /** How much would be sent, and that nothing was. */
    public void sayWhatWasPlanned() {
        console.say(Text.of(NotifyOutput.class, "notify.planned", planned));
    }

    /** Alerts that were given up. */
    public void printDead(List<DeadLetter> letters) {
        if (json) {
            letters.forEach(letter -> console.out().println(JsonLine.of(fields(letter))));
            return;
        }
        if (letters.isEmpty()) {
            console.say(Text.of(NotifyOutput.class, "dead.none"));
            return;
        }
        Table table = new Table(
                new Column(say("dead.id"), Side.RIGHT),
                new Column(say("dead.user"), Side.RIGHT),
                new Column(say("dead.when"), Side.LEFT),
                new Column(say("dead.reason"), Side.LEFT),
                new Column(say("dead.title"), Side.LEFT),
                new Column(say("dead.note"), Side.LEFT));
        letters.forEach(letter -> table.add(
                String.valueOf(letter.id()),
                letter.telegramId() == null ? OfferWords.UNKNOWN : String.valueOf(letter.telegramId()),
                when(letter.diedAt()),
                letter.reason(),
                Objects.requireNonNullElse(letter.title(), OfferWords.UNKNOWN),
                Objects.requireNonNullElse(letter.note(), "")));
        table.print(console);
    }

    private static Map<String, @Nullable Object> fields(DeadLetter letter) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", letter.id());
        fields.put("user", letter.telegramId());
        fields.put("promo", letter.promo());
        fields.put("title", letter.title());
        fields.put("reason", letter.reason());
        fields.put("attempts", letter.attempts());
        fields.put("died_at", EventOutput.time(letter.diedAt()));
        fields.put("note", letter.note());
        return fields;
    }

    private static String when(Instant time) {
        return WHEN.format(time.atZone(Zones.SAO_PAULO));
    }

    private String say(String key, Object... arguments) {
        return Text.of(NotifyOutput.class, key, arguments).in(console.locale());
    }
}
