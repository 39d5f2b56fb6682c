package org.milesbot.notify.telegram;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.notify.Channel;
import org.milesbot.api.notify.Message;
import org.milesbot.api.notify.Receipt;
import org.milesbot.api.notify.Recipient;
import org.milesbot.notify.message.Splitter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;

/**
 * Sends messages by a bot of Telegram. A message that is too long for one is sent in parts, one after the other and a pause
 * apart: the first answers what the message answers, the last has its buttons. A later part that is told to wait does so, if
 * it is not for long. Once a part has arrived the message counts as sent, even if a later part does not, for sending it again
 * would repeat what was read already; that is logged.
 */
public final class TelegramChannel implements Channel, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TelegramChannel.class);
    private static final int LONGEST = 4_096;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Receipt STOPPED = new Receipt.Unreachable("stopped");

    private final TelegramSettings settings;
    private final TelegramCalls.Patience patience;
    private @Nullable TelegramCalls calls;

    public TelegramChannel(TelegramSettings settings) {
        this(settings, TelegramCalls.Patience.USUAL);
    }

    TelegramChannel(TelegramSettings settings, TelegramCalls.Patience patience) {
        this.settings = settings;
        this.patience = patience;
    }

    @Override
    public String id() {
        return "telegram";
    }

    /** How many messages of Telegram a message is, each of which counts to the budget. */
    public static int parts(Message message) {
        return Splitter.split(message.html(), LONGEST).size();
    }

    /** Takes up to half a minute for each part, and the pauses between them. */
    @Override
    public Receipt send(Recipient recipient, Message message) {
        List<String> parts = Splitter.split(message.html(), LONGEST);
        if (parts.isEmpty()) {
            return new Receipt.Refused("nothing in it can be seen");
        }
        Receipt first = calls().send(part(recipient, message, parts, 0));
        for (int i = 1; i < parts.size() && first instanceof Receipt.Sent; i++) {
            Receipt later = sendLater(part(recipient, message, parts, i));
            if (!(later instanceof Receipt.Sent)) {
                log.warn(
                        "user {} got {} of {} parts of a message, and will not get the rest: {}",
                        recipient.userId(),
                        i,
                        parts.size(),
                        later);
                return first;
            }
        }
        return first;
    }

    private Receipt sendLater(SendMessage part) {
        Receipt receipt = isOver(settings.pause()) ? calls().send(part) : STOPPED;
        if (receipt instanceof Receipt.SlowDown slowDown && slowDown.pause().compareTo(LONGEST_WAIT) <= 0) {
            return isOver(slowDown.pause()) ? calls().send(part) : STOPPED;
        }
        return receipt;
    }

    private static boolean isOver(Duration wait) {
        try {
            Thread.sleep(wait.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    // What sends is made when something is sent, so that commands which do not send need not load it.
    synchronized TelegramCalls calls() {
        if (calls == null) {
            calls = new TelegramCalls(settings, patience);
        }
        return calls;
    }

    private static SendMessage part(Recipient recipient, Message message, List<String> parts, int number) {
        SendMessage part = new SendMessage(String.valueOf(recipient.chatId()), parts.get(number));
        part.setParseMode("HTML");
        part.setLinkPreviewOptions(LinkPreviewOptions.builder().isDisabled(true).build());
        if (message.isSilent()) {
            part.setDisableNotification(true);
        }
        if (number == 0) {
            part.setReplyParameters(answered(message.answers()));
        }
        if (number == parts.size() - 1) {
            part.setReplyMarkup(Buttons.of(message.buttons()));
        }
        return part;
    }

    static @Nullable ReplyParameters answered(@Nullable Long number) {
        // The library's numbers end where int does, Telegram's do not yet come near it.
        if (number == null || number > Integer.MAX_VALUE) {
            return null;
        }
        return ReplyParameters.builder()
                .messageId(number.intValue())
                .allowSendingWithoutReply(true)
                .build();
    }

    @Override
    public synchronized void close() {
        if (calls != null) {
            calls.close();
            calls = null;
        }
    }
}
