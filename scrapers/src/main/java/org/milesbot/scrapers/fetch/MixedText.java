package org.milesbot.scrapers.fetch;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Bytes read as UTF-8, and as windows-1252 wherever they are none: a page into which a template of another charset was
 * pasted loses no letter.
 *
 * @param text the text
 * @param sequences how many characters were UTF-8 of more than one byte
 * @param strays how many bytes were not UTF-8
 */
record MixedText(String text, int sequences, int strays) {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final String SINGLE_BYTES = singleBytes();

    private static String singleBytes() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        return new String(all, WINDOWS_1252);
    }

    static MixedText of(byte[] bytes, int from) {
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        // One character at most for each byte, and one more so that the decoder never runs out of room.
        CharBuffer out = CharBuffer.allocate(bytes.length - from + 1);
        int strays = 0;
        CoderResult result = utf8.decode(in, out, true);
        while (result.isError() || in.hasRemaining()) {
            out.put(SINGLE_BYTES.charAt(in.get() & 0xff));
            strays++;
            result = utf8.reset().decode(in, out, true);
        }
        String text = out.flip().toString();
        return new MixedText(text, sequences(text) - strays, strays);
    }

    private static int sequences(String text) {
        return (int) text.codePoints().filter(point -> point > 0x7f).count();
    }

    boolean isMostlyUtf8() {
        return strays == 0 || sequences > strays;
    }
}
