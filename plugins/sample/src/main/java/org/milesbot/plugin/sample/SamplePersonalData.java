package org.milesbot.plugin.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.privacy.PersonalData;

/** Shows and forgets the messages that {@link SampleChannel} has written for somebody, and their reminders. */
final class SamplePersonalData implements PersonalData {

    /** Each character may become six where it has to be escaped. */
    private static final int MOST = LONGEST / 20;

    /** Each is of 500 characters at most. */
    private static final int MOST_REMINDERS = 150;

    private final @Nullable SampleChannel channel;
    private final SampleTables tables;

    /**
     * @param channel null if messages are not written
     */
    SamplePersonalData(@Nullable SampleChannel channel, SampleTables tables) {
        this.channel = channel;
        this.tables = tables;
    }

    @Override
    public Optional<String> export(long chatId) throws IOException, SQLException {
        List<String> fields = new ArrayList<>();
        if (channel != null) {
            addMessages(fields, channel, chatId);
        }
        String reminders = tables.areThere() ? tables.remindersOf(chatId, MOST_REMINDERS) : "[]";
        if (!reminders.equals("[]")) {
            fields.add("\"reminders\":" + reminders);
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of("{" + String.join(",", fields) + "}");
    }

    private static void addMessages(List<String> fields, SampleChannel channel, long chatId) throws IOException {
        synchronized (channel) {
            Path file = channel.file(chatId);
            if (Files.exists(file)) {
                String all = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                String newest = all.substring(Math.max(0, all.length() - MOST));
                fields.add("\"messages\":" + quoted(newest));
                fields.add("\"is_cut\":" + (all.length() > MOST));
            }
        }
    }

    @Override
    public boolean erase(long chatId) throws IOException, SQLException {
        boolean hadReminders = tables.areThere() && tables.forget(chatId);
        return (channel != null && erased(channel, chatId)) || hadReminders;
    }

    private static boolean erased(SampleChannel channel, long chatId) throws IOException {
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
