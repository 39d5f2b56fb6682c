package org.milesbot.cli.bot.command;

import java.util.List;
import java.util.Locale;
import org.milesbot.api.bot.BotReply;
import org.milesbot.api.notify.Button;
import org.milesbot.api.notify.Message;
import org.milesbot.notify.message.Phrases;

/** Sentences of a package, in one language, as what the bot says. What is handed over is escaped. */
public final class Speech {

    private final Phrases phrases;

    /**
     * @param owner any class of the package whose sentences they are
     */
    public Speech(Class<?> owner, Locale language) {
        phrases = new Phrases(owner, language);
    }

    /** The sentences, and numbers as the language writes them. */
    public Phrases phrases() {
        return phrases;
    }

    /** A sentence in HTML. */
    public String words(String key, Object... arguments) {
        return phrases.say(key, arguments).value();
    }

    /** A sentence as plain text, such as on a button. */
    public String plain(String key, Object... arguments) {
        return phrases.plain(key, arguments);
    }

    /** A button that asks a command, as {@code name:words}. */
    public Button button(String data, String key, Object... arguments) {
        return Button.telling(plain(key, arguments), data);
    }

    /** A message of one sentence. */
    public Message message(String key, Object... arguments) {
        return new Message(words(key, arguments), List.of(), false, null);
    }

    /** Says a sentence. */
    public BotReply say(String key, Object... arguments) {
        return BotReply.say(message(key, arguments));
    }

    /** Says a sentence, with buttons. */
    public BotReply say(List<List<Button>> buttons, String key, Object... arguments) {
        return BotReply.say(message(key, arguments).withButtons(buttons));
    }

    /** Says a sentence in the place of the message whose button was pressed. */
    public BotReply show(String key, Object... arguments) {
        return BotReply.show(message(key, arguments));
    }

    /** Says a sentence for a moment. */
    public BotReply notice(String key, Object... arguments) {
        return new BotReply.Notice(phrases.plain(key, arguments));
    }
}
