package org.milesbot.notify.telegram;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.telegram.telegrambots.meta.TelegramUrl;

/**
 * How to get at Telegram.
 *
 * @param url where the Bot API is, without a path
 * @param token the bot's token; never printed
 * @param pause how long to wait between the parts of a message that is too long for one
 */
public record TelegramSettings(URI url, String token, Duration pause) {

    /** Where Telegram itself has it. */
    public static final URI TELEGRAM = URI.create("https://api.telegram.org");

    /** A chat takes one message a second; a little more, because clocks and networks are not even. */
    public static final Duration BETWEEN_PARTS = Duration.ofMillis(1_100);

    private static final Pattern TOKEN = Pattern.compile("[0-9]{1,18}:[A-Za-z0-9_-]{3,200}");
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /**
     * @throws MilesbotException of the kind CONFIGURATION if the address is none of a server, or has more than that, or the
     *     token is none
     */
    public TelegramSettings {
        if (!TOKEN.matcher(token).matches()) {
            throw new MilesbotException(ErrorKind.CONFIGURATION, Text.of(TelegramSettings.class, "token.wrong"));
        }
        if (url.getHost() == null
                || !SCHEMES.contains(String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT))) {
            throw refused("url.wrong", url, token);
        }
        boolean hasPath = !url.getRawPath().isEmpty() && !url.getRawPath().equals("/");
        if (hasPath || url.getRawQuery() != null || url.getRawFragment() != null || url.getRawUserInfo() != null) {
            throw refused("url.more", url, token);
        }
    }

    /** With the usual pause. */
    public TelegramSettings(URI url, String token) {
        this(url, token, BETWEEN_PARTS);
    }

    private static MilesbotException refused(String key, URI url, String token) {
        // Who pastes a whole address of the Bot API pastes the token with it.
        return new MilesbotException(
                ErrorKind.CONFIGURATION,
                Text.of(TelegramSettings.class, key, new Scrubber(token).scrubbed(url.toString())));
    }

    /** Its port, also where the address leaves it out. */
    int port() {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return url.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    /** The same for the library. */
    TelegramUrl place() {
        return TelegramUrl.builder()
                .schema(url.getScheme())
                .host(url.getHost())
                .port(port())
                .testServer(false)
                .build();
    }

    /** The bot's own number, with which its token begins. */
    public long botId() {
        return Long.parseLong(token.substring(0, token.indexOf(':')));
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "TelegramSettings[" + url + "]";
    }
}
