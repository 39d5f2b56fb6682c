package org.milesbot.notify.telegram;

import java.util.regex.Pattern;

/** Takes the bot's token out of what is said about its calls, whoever's token it is, and keeps it short. */
final class Scrubber {

    private static final int LONGEST = 300;
    private static final String HIDDEN = "***";
    private static final Pattern LIKE_A_TOKEN = Pattern.compile("(?i)(bot)?[0-9]{5,20}(:|%3A)[A-Za-z0-9_-]{20,}");

    private final String token;
    private final String secret;

    Scrubber(String token) {
        this.token = token;
        secret = token.substring(token.indexOf(':') + 1);
    }

    String scrubbed(String words) {
        String clean = words.replace(token, HIDDEN).replace(secret, HIDDEN).strip();
        clean = LIKE_A_TOKEN.matcher(clean).replaceAll(HIDDEN);
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + '…';
    }

    /** What went wrong, and what led to it. */
    String scrubbed(Throwable error) {
        StringBuilder words = new StringBuilder();
        Throwable cause = error;
        for (int depth = 0; cause != null && depth < 3; depth++) {
            words.append(depth == 0 ? "" : ": ").append(said(cause));
            cause = cause.getCause();
        }
        return scrubbed(words.toString());
    }

    private static String said(Throwable error) {
        String name = error.getClass().getSimpleName();
        return error.getMessage() == null ? name : name + " (" + error.getMessage() + ")";
    }
}
