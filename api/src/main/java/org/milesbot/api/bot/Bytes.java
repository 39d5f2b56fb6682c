package org.milesbot.api.bot;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;

/** The bytes of a picture or a file. Cannot be changed. */
public final class Bytes {

    private final byte[] bytes;

    private Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A copy of some bytes.
     *
     * @throws IllegalArgumentException if there are none, or more than {@value BotReply#MOST_BYTES}
     */
    public static Bytes of(byte[] bytes) {
        if (bytes.length == 0 || bytes.length > BotReply.MOST_BYTES) {
            throw new IllegalArgumentException("a file of " + bytes.length + " bytes");
        }
        return new Bytes(bytes.clone());
    }

    /** How many there are. */
    public int size() {
        return bytes.length;
    }

    /** From the first to the last. */
    public InputStream read() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Without the bytes. */
    @Override
    public String toString() {
        return "Bytes[" + bytes.length + "]";
    }
}
