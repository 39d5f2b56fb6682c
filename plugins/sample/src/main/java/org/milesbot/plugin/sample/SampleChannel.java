package org.milesbot.plugin.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import org.milesbot.api.notify.Channel;
import org.milesbot.api.notify.Message;
import org.milesbot.api.notify.Receipt;
import org.milesbot.api.notify.Recipient;

/**
 * Adds messages to a file for each person instead of sending them. Several threads may call it at once. How it ended is
 * what it returns: it never tries again by itself, since milesbot does.
 */
final class SampleChannel implements Channel {

    private final Path folder;
    private final AtomicLong last = new AtomicLong();

    SampleChannel(Path folder) {
        this.folder = folder;
    }

    @Override
    public String id() {
        return "sample_folder";
    }

    @Override
    public synchronized Receipt send(Recipient recipient, Message message) {
        try {
            Files.writeString(
                    file(recipient.chatId()),
                    message.html() + "\n\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            return new Receipt.Sent(last.incrementAndGet());
        } catch (IOException e) {
            return new Receipt.Unreachable(e.toString());
        }
    }

    /** Where somebody's messages are: by the number of their chat, by which they can have them forgotten. */
    Path file(long chatId) {
        return folder.resolve(chatId + ".html");
    }
}
