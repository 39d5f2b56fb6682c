package org.milesbot.cli.web.admin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Knows who has said the password, by a cookie that only we can have signed: nothing of it is kept here. The key comes from
 * the password, so that a new password ends all sessions, and is slow to make, so that a stolen cookie does not tell the
 * password.
 */
public final class Sessions {

    /** After so long, the password is asked for again. */
    static final Duration LASTS = Duration.ofHours(24);

    private static final String HMAC = "HmacSHA256";
    private static final byte[] SALT = "milesbot session".getBytes(StandardCharsets.UTF_8);
    private static final int ROUNDS = 200_000;
    private static final int KEY_BITS = 256;
    private static final int NONCE_BYTES = 16;
    private static final Pattern FORM = Pattern.compile("([0-9]{1,12}\\.[A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{43})");
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key;
    private final byte[] passwordMark;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** Sessions that begin with a password; takes a moment. */
    public Sessions(String password, Clock clock) {
        this.clock = clock;
        key = key(password);
        passwordMark = mac("password " + password);
    }

    private static SecretKeySpec key(String password) {
        try {
            PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), SALT, ROUNDS, KEY_BITS);
            byte[] bytes = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
            return new SecretKeySpec(bytes, HMAC);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PBKDF2", e);
        }
    }

    /** Whether these are the words; takes as long for wrong ones as for right ones. */
    boolean isPassword(String words) {
        return MessageDigest.isEqual(passwordMark, mac("password " + words));
    }

    /** A session that begins now. */
    String begin() {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        String body = clock.instant().plus(LASTS).getEpochSecond() + "." + BASE64.encodeToString(nonce);
        return body + "." + BASE64.encodeToString(mac("session " + body));
    }

    /** A session of ours that is not over. */
    Optional<String> valid(String cookie) {
        Matcher form = FORM.matcher(cookie);
        if (!form.matches()) {
            return Optional.empty();
        }
        String body = form.group(1);
        byte[] signed = form.group(2).getBytes(StandardCharsets.US_ASCII);
        boolean isOurs = MessageDigest.isEqual(signed, BASE64.encode(mac("session " + body)));
        Instant end = Instant.ofEpochSecond(Long.parseLong(body.substring(0, body.indexOf('.'))));
        return isOurs && clock.instant().isBefore(end) ? Optional.of(cookie) : Optional.empty();
    }

    /** What the forms of a session carry, so that no other page can send them. */
    String token(String session) {
        return BASE64.encodeToString(mac("form " + session));
    }

    boolean isToken(String session, String token) {
        return MessageDigest.isEqual(
                token(session).getBytes(StandardCharsets.US_ASCII), token.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] mac(String words) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC", e);
        }
    }
}
