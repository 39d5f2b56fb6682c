package org.milesbot.scrapers.extract.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.text.Folding;
import org.milesbot.scrapers.extract.text.Span;
import org.milesbot.scrapers.extract.text.Token;
import org.milesbot.scrapers.extract.text.Tokenizer;

/** Phrases of words and stems, found in tokens in one pass. Filled, then settled, then only read. */
final class PhraseTrie {

    private final WordTrie words = new WordTrie();
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
        List<String> found = new ArrayList<>();
        for (Token token : Tokenizer.tokens(folded, new Span(0, folded.length()))) {
            if (token.is("*") && !found.isEmpty()) {
                found.set(found.size() - 1, found.get(found.size() - 1) + "*");
            } else {
                found.add(token.form());
            }
        }
        return found;
    }

    /** The phrases found; none goes over the start of a clause. */
    List<Hit> hits(List<Token> tokens, BitSet clauseStarts) {
        int[][] numbers = new int[tokens.size()][];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = words.numbersOf(tokens.get(i).form());
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
        private final List<Hit> hits = new ArrayList<>();
        private int start;
        private int end;

        Walk(int[][] numbers) {
            this.numbers = numbers;
        }

        void from(int token, int limit) {
            start = token;
            end = limit;
            for (int number : numbers[token]) {
                enter(first[number], token + 1);
            }
        }

        private void enter(@Nullable Node node, int at) {
            if (node == null) {
                return;
            }
            for (Meaning meaning : node.settled) {
                hits.add(new Hit(meaning, start, at));
            }
            if (at < end && node.words.length > 0) {
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

        /** Lays out what follows as arrays, which are read faster. */
        void settle() {
            settled = meanings.toArray(Meaning[]::new);
            words = next.keySet().stream().mapToInt(Integer::intValue).toArray();
            nodes = next.values().toArray(Node[]::new);
            next.values().forEach(Node::settle);
        }

        @Nullable
        Node after(int word) {
            int at = Arrays.binarySearch(words, word);
            return at < 0 ? null : nodes[at];
        }
    }
}
