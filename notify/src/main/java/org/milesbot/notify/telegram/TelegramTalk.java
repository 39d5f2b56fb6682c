package org.milesbot.notify.telegram;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Bytes;
import org.milesbot.api.notify.Message;
import org.milesbot.api.notify.Receipt;
import org.milesbot.api.notify.Recipient;
import org.milesbot.notify.message.Splitter;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;

/** What a bot does in a conversation. Nothing is tried again by itself. Safe for use by several threads. */
public final class TelegramTalk implements AutoCloseable {

    private static final int LONGEST = 4_096;
    private static final int LONGEST_CAPTION = 1_024;
    private static final int LONGEST_NOTICE = 200;
    private static final int LONGEST_HELP = 256;
    private static final String HTML = "HTML";

    /** Of a 400 to a change: the message is as it should be. */
    private static final String UNCHANGED = "message is not modified";

    /** Of a 400 to a change: there is nothing to change any more. */
    private static final List<String> GONE =
            List.of("message to edit not found", "message can't be edited", "message_id_invalid");

    private final TelegramChannel channel;

    /**
     * A command as Telegram lists it.
     *
     * @param name without the slash
     * @param help what it does, in one line
     */
    public record Listed(String name, String help) {}

    public TelegramTalk(TelegramSettings settings) {
        channel = new TelegramChannel(settings);
    }

    /**
     * What the bot is called in mentions, without the sign before it.
     *
     * @throws org.milesbot.api.MilesbotException of kind CONFIGURATION if the token is not taken, EXTERNAL if Telegram is
     *     not there
     */
    public String username() {
        return channel.calls().username();
    }

    /** Sends a message. */
    public Receipt say(Recipient recipient, Message message) {
        return channel.send(recipient, message);
    }

    /** Puts a message in the place of another of the same chat; sends it if that one cannot be changed any more. */
    public Receipt show(Recipient recipient, long messageId, Message message) {
        List<String> parts = Splitter.split(message.html(), LONGEST);
        if (parts.size() != 1 || messageId > Integer.MAX_VALUE) {
            return say(recipient, message);
        }
        Receipt receipt = channel.calls()
                .call(EditMessageText.builder()
                        .chatId(recipient.chatId())
                        .messageId((int) messageId)
                        .text(parts.get(0))
                        .parseMode(HTML)
                        .linkPreviewOptions(
                                LinkPreviewOptions.builder().isDisabled(true).build())
                        .replyMarkup(Buttons.of(message.buttons()))
                        .build());
        if (receipt instanceof Receipt.Refused refused) {
            String reason = refused.reason().toLowerCase(Locale.ROOT);
            if (reason.contains(UNCHANGED)) {
                return new Receipt.Sent(messageId);
            }
            return GONE.stream().anyMatch(reason::contains) ? say(recipient, message) : receipt;
        }
        return receipt;
    }

    /** Sends a picture. */
    public Receipt picture(Recipient recipient, Bytes png, Message caption) {
        return channel.calls()
                .send(SendPhoto.builder()
                        .chatId(recipient.chatId())
                        .photo(file(png, "milesbot.png"))
                        .caption(caption(caption))
                        .parseMode(HTML)
                        .replyMarkup(Buttons.of(caption.buttons()))
                        .build());
    }

    /** Sends a file. */
    public Receipt document(Recipient recipient, String name, Bytes content, Message caption) {
        return channel.calls()
                .send(SendDocument.builder()
                        .chatId(recipient.chatId())
                        .document(file(content, name))
                        .caption(caption(caption))
                        .parseMode(HTML)
                        .replyMarkup(Buttons.of(caption.buttons()))
                        .build());
    }

    private static InputFile file(Bytes bytes, String name) {
        InputStream content = bytes.read();
        return new InputFile(content, name);
    }

    private static String caption(Message message) {
        return Splitter.split(message.html(), LONGEST_CAPTION).get(0);
    }

    /**
     * Says that a press of a button has been seen, so that it stops spinning.
     *
     * @param notice what is said for a moment above the chat, or null for nothing
     */
    public Receipt acknowledge(String pressId, @Nullable String notice) {
        return channel.calls()
                .call(AnswerCallbackQuery.builder()
                        .callbackQueryId(pressId)
                        .text(notice == null ? null : cut(notice, LONGEST_NOTICE))
                        .build());
    }

    /** Says that an answer is being written. */
    public Receipt typing(long chatId) {
        return channel.calls().call(new SendChatAction(String.valueOf(chatId), ActionType.TYPING.toString()));
    }

    /**
     * Lists commands to Telegram, which shows them when somebody types a slash.
     *
     * @param language for those whose Telegram speaks it, such as {@code en}; null for all others
     * @param chatId for this chat alone; null for every chat with one person
     */
    public Receipt list(List<Listed> commands, @Nullable String language, @Nullable Long chatId) {
        BotCommandScope scope = chatId == null
                ? new BotCommandScopeAllPrivateChats()
                : BotCommandScopeChat.builder().chatId(chatId).build();
        return channel.calls()
                .call(SetMyCommands.builder()
                        .commands(commands.stream()
                                .map(each -> new BotCommand(each.name(), cut(each.help(), LONGEST_HELP)))
                                .toList())
                        .scope(scope)
                        .languageCode(language)
                        .build());
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + '…';
    }

    @Override
    public void close() {
        channel.close();
    }
}
