package org.milesbot.plugin.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.milesbot.api.privacy.PersonalData;

/** Shows and forgets the messages that {@link SampleChannel} has written for somebody. */
final class SamplePersonalData implements PersonalData {

    /** Each character may become six where it has to be escaped. */
    private static final int MOST = LONGEST / 10;

    private final SampleChannel channel;

    SamplePersonalData(SampleChannel channel) {
        this.channel = channel;
    }

    @Override
    public Optional<String> export(long chatId) throws IOException {
        synchronized (channel) {
            Path file = channel.file(chatId);
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String all = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            String newest = all.substring(Math.max(0, all.length() - MOST));
            return Optional.of("{\"messages\":" + quoted(newest) + ",\"is_cut\":" + (all.length() > MOST) + "}");
        }
    }

    @Override
    public boolean erase(long chatId) throws IOException {
        synchronized (channel) {
            return Files.deleteIfExists(channel.file(chatId));
        }
    }

    private static String quoted(String words) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < words.length(); i++) {
            char letter = words.charAt(i);
            if (letter == '"' || letter == '\\') {
                json.append('\\').append(letter);
            } else if (letter < ' ' || Character.isSurrogate(letter)) {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
            } else {
                json.append(letter);
            }
        }
        return json.append('"').toString();
    }
}
