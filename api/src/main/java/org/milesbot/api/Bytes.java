package org.milesbot.api;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a picture, a file or a page. Cannot be changed. */
public final class Bytes {

    /** The most bytes there can be. */
    public static final int MOST = 20 * 1024 * 1024;

    private final byte[] bytes;

    private Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A copy of some bytes.
     *
     * @throws IllegalArgumentException if there are none, or more than {@value #MOST}
     */
    public static Bytes of(byte[] bytes) {
        if (bytes.length == 0 || bytes.length > MOST) {
            throw new IllegalArgumentException("a file of " + bytes.length + " bytes");
        }
        return new Bytes(bytes.clone());
    }

    /** A text in UTF-8. */
    public static Bytes of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** How many there are. */
    public int size() {
        return bytes.length;
    }

    /** A copy of them. */
    public byte[] toArray() {
        return bytes.clone();
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
