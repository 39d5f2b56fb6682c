package org.milesbot.cli.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.cli.bot.assistant.Interpreter;
import org.milesbot.cli.bot.command.Workshop;
import org.milesbot.cli.output.ProgramNames;
import org.milesbot.cli.privacy.Privacy;
import org.milesbot.notify.telegram.TelegramSettings;
import org.milesbot.notify.telegram.TelegramTalk;
import org.milesbot.notify.testing.BotApiServer;
import org.milesbot.notify.testing.Delivery;
import org.milesbot.notify.testing.Sayings;
import org.milesbot.scrapers.extract.PromoExtractor;
import org.milesbot.store.alert.Household;
import org.milesbot.store.alert.SendBudget;
import org.milesbot.store.alert.SendBudget.Turns;
import org.milesbot.store.score.ScoreRule;

/** A bot on the air, people who talk to it through a server that speaks the Bot API, and what they see. */
public final class Scene implements AutoCloseable {

    /** Who may ask for what is the operators'. */
    public static final long OPERATOR = 99;

    /** The instant at which a scene begins: noon in São Paulo. */
    public static final Instant NOON = Instant.parse("2026-11-21T15:00:00Z");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Household house;
    private final List<BotCommand> guests;
    private final @Nullable Interpreter interpreter;
    private final BotApiServer telegram = BotApiServer.start();
    private Clock clock = ticking(NOON);
    private @Nullable Bot bot;
    private @Nullable TelegramTalk talk;

    private Scene(Household house, @Nullable Interpreter interpreter, List<BotCommand> guests) {
        this.house = house;
        this.interpreter = interpreter;
        this.guests = guests;
    }

    /** With a bot that listens. */
    public static Scene in(Household house, BotCommand... guests) {
        return in(house, (Interpreter) null, guests);
    }

    /** With a bot that listens, and has a language model to ask. */
    public static Scene in(Household house, @Nullable Interpreter interpreter, BotCommand... guests) {
        Scene scene = new Scene(house, interpreter, List.of(guests));
        scene.start();
        return scene;
    }

    private static Clock ticking(Instant now) {
        Clock real = Clock.system(Zones.SAO_PAULO);
        return Clock.offset(real, Duration.between(real.instant(), now));
    }

    /** The process ends and another begins, at another time. */
    public void restartAt(Instant now) {
        stop();
        clock = ticking(now);
        start();
    }

    void start() {
        TelegramSettings settings = new TelegramSettings(telegram.url(), BotApiServer.TOKEN, Duration.ZERO);
        TelegramTalk talking = new TelegramTalk(settings);
        Company present = new Company(guests, new Privacy(house.database(), List.of(), clock));
        BotMaker maker = new BotMaker(
                settings,
                Set.of(OPERATOR),
                house.test().another(),
                unlimited(),
                (own, company) -> new Workshop(
                        own, ScoreRule.DEFAULT, ProgramNames.known(), new PromoExtractor(), company.privacy(), clock),
                interpreter,
                work -> work.accept(present),
                clock);
        Bot made = maker.make(talking);
        maker.list(talking);
        Thread thread = new Thread(() -> run(made), "bot");
        thread.setDaemon(true);
        thread.start();
        bot = made;
        talk = talking;
    }

    private static void run(Bot made) {
        try {
            made.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static SendBudget unlimited() {
        return new SendBudget() {
            @Override
            public Turns reserve(int sends) {
                return Turns.NOW;
            }

            @Override
            public void hold(Duration pause) {}
        };
    }

    void stop() {
        if (bot != null) {
            bot.close();
        }
        if (talk != null) {
            talk.close();
        }
    }

    /** The server that the bot talks to. */
    public BotApiServer telegram() {
        return telegram;
    }

    /** Somebody writes; returns what they got for it. */
    public List<Delivery> says(long person, String text) {
        return happens(person, Sayings.text(person, text));
    }

    /** Somebody writes, and gets exactly one message for it. */
    public Delivery asks(long person, String text) {
        List<Delivery> got = says(person, text);
        assertThat(got).as("answers to " + text).hasSize(1);
        return got.get(0);
    }

    /** Something happens in a person's chat; returns the messages that came to it. */
    public List<Delivery> happens(long chat, ObjectNode update) {
        int before = telegram.deliveries(chat).size();
        telegram.happens(update);
        settle();
        List<Delivery> all = telegram.deliveries(chat);
        return List.copyOf(all.subList(before, all.size()));
    }

    /**
     * Somebody presses the button of a message whose data begin so.
     *
     * @return the message as it is seen then
     */
    public Delivery presses(long person, Delivery message, String data) {
        press(person, message, data);
        return telegram.shown(message.messageId());
    }

    /** The same; returns what came besides. */
    public List<Delivery> press(long person, Delivery message, String data) {
        String whole = button(message, label -> label.startsWith(data));
        return happens(person, Sayings.pressed(person, message.messageId(), whole));
    }

    private String button(Delivery message, Predicate<String> isMeant) {
        List<String> buttons = telegram.shown(message.messageId()).buttons();
        assertThat(buttons).anyMatch(isMeant);
        return buttons.stream().filter(isMeant).findFirst().orElseThrow();
    }

    /** What was said for a moment when a button was pressed, in order; empty where nothing was. */
    public List<String> notices() {
        return new ArrayList<>(telegram.calls("answerCallbackQuery").stream()
                .map(call -> call.path("text").asText(""))
                .toList());
    }

    /** Waits until everything has been answered. */
    public void settle() {
        Bot listening = bot;
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> telegram.isFetched() && listening != null && listening.isQuiet());
    }

    @Override
    public void close() {
        stop();
        telegram.close();
    }
}
