package org.milesbot.scrapers.extract.lexicon;

import java.util.Arrays;

/** Numbers the words and stems of the lists; one walk over a word's letters finds the word and all its stems. */
final class WordTrie {

    private static final int LETTERS = 36;
    private static final int[] NONE = {};

    private int[] next = new int[LETTERS * 64];
    private int[] wordAt = new int[64];
    private int[] stemAt = new int[64];
    private int nodes = 1;
    private int numbers;

    /** The number of a word or, where it ends in an asterisk, of a stem; a new one if it is new. */
    int add(String word) {
        boolean stem = word.endsWith("*");
        int node = nodeOf(stem ? word.substring(0, word.length() - 1) : word);
        int[] at = stem ? stemAt : wordAt;
        if (at[node] == 0) {
            at[node] = ++numbers;
        }
        return at[node];
    }

    /** The numbers of the word itself and of the stems it begins with. */
    int[] numbersOf(String word) {
        int[] found = NONE;
        int node = 0;
        for (int i = 0; i <= word.length(); i++) {
            if (stemAt[node] != 0) {
                found = with(found, stemAt[node]);
            }
            if (i == word.length()) {
                return wordAt[node] == 0 ? found : with(found, wordAt[node]);
            }
            int letter = letter(word.charAt(i));
            node = letter < 0 ? 0 : next[node * LETTERS + letter];
            if (node == 0) {
                return found;
            }
        }
        return found;
    }

    /** The place of a letter or digit in the alphabet, or -1. */
    private static int letter(char c) {
        if (c >= 'a' && c <= 'z') {
            return c - 'a';
        }
        return c >= '0' && c <= '9' ? 26 + c - '0' : -1;
    }

    private static int[] with(int[] found, int number) {
        int[] more = Arrays.copyOf(found, found.length + 1);
        more[found.length] = number;
        return more;
    }

    private int nodeOf(String letters) {
        int node = 0;
        for (int i = 0; i < letters.length(); i++) {
            int letter = letter(letters.charAt(i));
            if (letter < 0) {
                throw new IllegalArgumentException("the word lists hold \"" + letters + "\", which is no folded word");
            }
            int slot = node * LETTERS + letter;
            if (next[slot] == 0) {
                int created = newNode();
                next[slot] = created;
            }
            node = next[slot];
        }
        return node;
    }

    private int newNode() {
        if (nodes == wordAt.length) {
            next = Arrays.copyOf(next, next.length * 2);
            wordAt = Arrays.copyOf(wordAt, nodes * 2);
            stemAt = Arrays.copyOf(stemAt, nodes * 2);
        }
        return nodes++;
    }
}
