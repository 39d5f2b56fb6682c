package org.milesbot.scrapers.extract.lexicon;

import java.util.Arrays;

/**
 * Numbers the words and stems of the lists; one walk over a word's letters finds the word and all its stems. Filled, then
 * settled, then only read.
 */
final class WordTrie {

    private static final int LETTERS = 36;
    private static final int[] NONE = {};

    private int[] next = new int[LETTERS * 64];
    private int[] wordAt = new int[64];
    private int[] stemAt = new int[64];
    private int nodes = 1;
    private int numbers;
    private int[][] stems = {};
    private int[][] words = {};

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

    /** How many words and stems there are; they are numbered from one. */
    int size() {
        return numbers;
    }

    /** Gathers at each letter the numbers of all that ends there, so that a look-up has nothing left to gather. */
    void settle() {
        stems = new int[nodes][];
        words = new int[nodes][];
        settle(0, NONE);
        for (int slot = 0; slot < nodes * LETTERS; slot++) {
            if (next[slot] != 0) {
                settle(next[slot], stems[slot / LETTERS]);
            }
        }
    }

    /** A node comes after the one it continues. */
    private void settle(int node, int[] shorter) {
        stems[node] = stemAt[node] == 0 ? shorter : with(shorter, stemAt[node]);
        words[node] = wordAt[node] == 0 ? stems[node] : with(stems[node], wordAt[node]);
    }

    /** The numbers of the stems that a word begins with, and of the word itself; not to be written to. */
    int[] numbersOf(String word) {
        int node = 0;
        for (int i = 0; i < word.length(); i++) {
            int letter = letter(word.charAt(i));
            int longer = letter < 0 ? 0 : next[node * LETTERS + letter];
            if (longer == 0) {
                return stems[node];
            }
            node = longer;
        }
        return words[node];
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
