package org.milesbot.plugin.wallet;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;

/**
 * The words of a command on the command line.
 *
 * @param file a file, {@code -} for what is piped in; empty for the commands that take none
 * @param chat the person whom {@code --chat} names, or null
 */
record WalletWords(String file, @Nullable Long chat) {

    private static final Pattern CHAT = Pattern.compile("-?[0-9]{1,18}");
    private static final String OPTION = "--chat";

    /**
     * With a file.
     *
     * @throws MilesbotException of kind USAGE if there is none, or a word too many
     */
    static WalletWords of(List<String> words) {
        WalletWords read = read(words);
        if (read.file().isEmpty()) {
            throw wrong("words.file");
        }
        return read;
    }

    /**
     * Without a file.
     *
     * @throws MilesbotException of kind USAGE if there is a word too many
     */
    static WalletWords withoutFile(List<String> words) {
        WalletWords read = read(words);
        if (!read.file().isEmpty()) {
            throw wrong("words.unknown", Written.quoted(read.file()));
        }
        return read;
    }

    private static WalletWords read(List<String> words) {
        String file = "";
        Long chat = null;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals(OPTION)) {
                chat = chat(++i < words.size() ? words.get(i) : "");
            } else if (word.startsWith(OPTION + "=")) {
                chat = chat(word.substring(OPTION.length() + 1));
            } else if (file.isEmpty() && !word.isEmpty() && (word.equals("-") || !word.startsWith("-"))) {
                file = word;
            } else {
                throw wrong("words.unknown", Written.quoted(word));
            }
        }
        return new WalletWords(file, chat);
    }

    private static Long chat(String written) {
        if (!CHAT.matcher(written).matches()) {
            throw wrong("chat.wrong", Written.quoted(written));
        }
        return Long.valueOf(written);
    }

    private static MilesbotException wrong(String key, Object... arguments) {
        return new MilesbotException(ErrorKind.USAGE, Text.of(WalletWords.class, key, arguments));
    }
}
