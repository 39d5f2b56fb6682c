package org.milesbot.scrapers.extract.lexicon;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.text.Folding;
import org.milesbot.scrapers.extract.text.Span;
import org.milesbot.scrapers.extract.text.Token;
import org.milesbot.scrapers.extract.text.Tokenizer;
import org.milesbot.scrapers.extract.text.Vocabulary;

/** Phrases of words and stems, found in tokens in one pass. Filled, then settled, then only read. */
final class PhraseTrie {

    private static final Vocabulary UNLISTED = new Vocabulary(form -> new int[0]);

    private final WordTrie words = new WordTrie();
    private final Vocabulary vocabulary = new Vocabulary(words::numbersOf);
    private final Node root = new Node();
    private @Nullable Node[] first = {};

    void add(String phrase, Meaning meaning) {
        Node node = root;
        for (String word : wordsOf(phrase)) {
            node = node.next.computeIfAbsent(words.add(word), number -> new Node());
        }
        if (node == root) {
            throw new IllegalArgumentException("the word lists hold a phrase without words: \"" + phrase + "\"");
        }
        if (!node.meanings.contains(meaning)) {
            node.meanings.add(meaning);
        }
    }

    /** Makes ready to be read. */
    void settle() {
        words.settle();
        first = new Node[words.size() + 1];
        root.next.forEach((number, node) -> first[number] = node);
        root.settle();
    }

    /** A phrase cut up as a text is; an asterisk stays with its word. */
    private static List<String> wordsOf(String phrase) {
        String folded = Folding.fold(phrase);
        List<Token> tokens = new ArrayList<>();
        Tokenizer.addTokens(folded.toCharArray(), new Span(0, folded.length()), UNLISTED, tokens);
        List<String> found = new ArrayList<>();
        for (Token token : tokens) {
            if (token.is("*") && !found.isEmpty()) {
                found.set(found.size() - 1, found.get(found.size() - 1) + "*");
            } else {
                found.add(token.form());
            }
        }
        return found;
    }

    /** The words of texts, with their numbers. */
    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The phrases found, by where they start and the longest first; none goes over the start of a clause. */
    List<Hit> hits(List<Token> tokens, BitSet clauseStarts) {
        int[][] numbers = new int[tokens.size()][];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = tokens.get(i).word().numbers();
        }
        Walk walk = new Walk(numbers);
        int end = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (i == end) {
                int next = clauseStarts.nextSetBit(i + 1);
                end = next < 0 ? numbers.length : next;
            }
            walk.from(i, end);
        }
        return walk.hits;
    }

    /** Finds the phrases that start at a token and end before another. */
    private final class Walk {

        private final int[][] numbers;
        private final List<Hit> hits = new ArrayList<>(128);
        private int start;
        private int end;

        Walk(int[][] numbers) {
            this.numbers = numbers;
        }

        void from(int token, int limit) {
            start = token;
            end = limit;
            int before = hits.size();
            for (int number : numbers[token]) {
                enter(first[number], token + 1);
            }
            sortLongestFirst(before);
        }

        private void sortLongestFirst(int from) {
            for (int i = from + 1; i < hits.size(); i++) {
                Hit hit = hits.get(i);
                int at = i;
                for (; at > from && hits.get(at - 1).to() < hit.to(); at--) {
                    hits.set(at, hits.get(at - 1));
                }
                hits.set(at, hit);
            }
        }

        private void enter(@Nullable Node node, int at) {
            if (node == null) {
                return;
            }
            for (Meaning meaning : node.settled) {
                hits.add(new Hit(meaning, start, at));
            }
            if (at < end && node.nodes.length > 0) {
                for (int number : numbers[at]) {
                    enter(node.after(number), at + 1);
                }
            }
        }
    }

    private static final class Node {

        private final SortedMap<Integer, Node> next = new TreeMap<>();
        private final List<Meaning> meanings = new ArrayList<>(1);
        private Meaning[] settled = {};
        private int[] words = {};
        private Node[] nodes = {};

        /** A bit for the last digits of each word that follows: most that do not follow have another. */
        private long lastDigits;

        /** Lays out what follows as a table, which is read faster: a word lies at its number, or behind where that is taken. */
        void settle() {
            settled = meanings.toArray(Meaning[]::new);
            int size = next.isEmpty() ? 0 : 4 * Integer.highestOneBit(next.size());
            words = new int[size];
            nodes = new Node[size];
            next.forEach(this::put);
            next.values().forEach(Node::settle);
        }

        private void put(int word, Node node) {
            int at = word & (words.length - 1);
            while (words[at] != 0) {
                at = (at + 1) & (words.length - 1);
            }
            words[at] = word;
            lastDigits |= 1L << word;
            nodes[at] = node;
        }

        @Nullable
        Node after(int word) {
            if ((lastDigits & (1L << word)) == 0) {
                return null;
            }
            int at = word & (words.length - 1);
            while (words[at] != 0) {
                if (words[at] == word) {
                    return nodes[at];
                }
                at = (at + 1) & (words.length - 1);
            }
            return null;
        }
    }
}
