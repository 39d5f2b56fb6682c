package org.milesbot.scrapers.fetch;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mends text whose UTF-8 was taken for windows-1252 and encoded once more: {@code promoÃ§Ã£o} is {@code promoção} again.
 * Only sequences that no one writes on purpose are touched; {@code “AMANHÔ} stays as it is although its last two
 * characters could be a broken {@code Ô}, unless the whole text is broken.
 */
final class Mojibake {

    /** What the bytes 80 to BF are in windows-1252, with the controls for the bytes that it leaves out. */
    private static final String ANY = "\u0080-\u009f€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u00a0-\u00bf";

    /** Those of them that can follow a word: quotes, dashes, stops, spaces. */
    private static final String PUNCTUATION = "‹‘’“”•–—…™›‰€\u00a0!«»";

    private static final String THREE_BYTES = "â[€‚ƒ„†‡˜šžœ¬\u0080-\u009f][" + ANY + "]";
    private static final String FOUR_BYTES = "ð[Ÿž\u0090\u009f][" + ANY + "]{2}";
    private static final String VARIATION = "ï¸[\u008f\u008e]";
    private static final String MARK = "ï»¿";

    private static final Pattern CERTAIN = Pattern.compile("[ÂÃ][" + ANY + "&&[^" + PUNCTUATION + "]]|Â\u00a0|Â[«»]|"
            + THREE_BYTES + "|" + FOUR_BYTES + "|" + VARIATION + "|" + MARK);

    private static final Pattern LIKELY = Pattern.compile("Ã[" + PUNCTUATION + "]");

    private static final Pattern HEALTHY = Pattern.compile("[À-ÖØ-öø-ÿ]");

    private Mojibake() {}

    static String mend(String text) {
        String once = mendOnce(text);
        return once.equals(text) ? text : mendOnce(once);
    }

    private static String mendOnce(String text) {
        Matcher certain = CERTAIN.matcher(text);
        if (!certain.find()) {
            return text;
        }
        String mended = replace(certain);
        boolean wholeTextIsBroken = !HEALTHY.matcher(
                        LIKELY.matcher(CERTAIN.matcher(text).replaceAll("")).replaceAll(""))
                .find();
        return wholeTextIsBroken ? replace(LIKELY.matcher(mended)) : mended;
    }

    private static String replace(Matcher sequences) {
        return sequences.reset().replaceAll(found -> Matcher.quoteReplacement(repaired(found.group())));
    }

    private static String repaired(String sequence) {
        ByteBuffer bytes = ByteBuffer.allocate(sequence.length());
        for (int i = 0; i < sequence.length(); i++) {
            bytes.put(windows1252(sequence.charAt(i)));
        }
        try {
            String repaired =
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
            return repaired.equals("\ufeff") ? "" : repaired;
        } catch (CharacterCodingException e) {
            // It only looked like a broken character.
            return sequence;
        }
    }

    private static byte windows1252(char character) {
        if (character < 0x100) {
            return (byte) character;
        }
        return MixedText.WINDOWS_1252
                .encode(CharBuffer.wrap(new char[] {character}))
                .get();
    }
}
