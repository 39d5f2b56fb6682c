package org.milesbot.scrapers.extract.lexicon;

/** How a phrase must be written to mean what the word lists say. */
public enum Writing {
    /** In any way. */
    ANY,
    /** With a capital first: "Amigo" is a programme, "amigo" a friend. */
    CAPITALIZED,
    /** In capitals only: "ALL", "REC". */
    CAPITALS;

    /** Whether a word of the text, as written, will do. */
    public boolean accepts(String word) {
        return switch (this) {
            case ANY -> true;
            case CAPITALIZED -> Character.isUpperCase(word.charAt(0));
            case CAPITALS -> isInCapitals(word);
        };
    }

    private static boolean isInCapitals(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isUpperCase(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
