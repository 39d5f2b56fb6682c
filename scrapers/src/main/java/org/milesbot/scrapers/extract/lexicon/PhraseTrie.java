package org.milesbot.scrapers.extract.lexicon;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.milesbot.scrapers.extract.text.Folding;
import org.milesbot.scrapers.extract.text.Span;
import org.milesbot.scrapers.extract.text.Token;
import org.milesbot.scrapers.extract.text.Tokenizer;

/** Phrases of words and stems, found in tokens in one pass. Filled once, then only read. */
final class PhraseTrie {

    private final WordTrie words = new WordTrie();
    private final Node root = new Node();

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
        List<Hit> hits = new ArrayList<>();
        int end = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (i == end) {
                int next = clauseStarts.nextSetBit(i + 1);
                end = next < 0 ? numbers.length : next;
            }
            if (numbers[i].length > 0) {
                new Walk(numbers, i, end, hits).from(root, i);
            }
        }
        return hits;
    }

    /** One attempt to find phrases that start at a token and end before another. */
    private static final class Walk {

        private final int[][] numbers;
        private final int start;
        private final int end;
        private final List<Hit> hits;

        Walk(int[][] numbers, int start, int end, List<Hit> hits) {
            this.numbers = numbers;
            this.start = start;
            this.end = end;
            this.hits = hits;
        }

        void from(Node node, int at) {
            if (at == end) {
                return;
            }
            for (int number : numbers[at]) {
                Node next = node.next.get(number);
                if (next != null) {
                    next.meanings.forEach(meaning -> hits.add(new Hit(meaning, start, at + 1)));
                    from(next, at + 1);
                }
            }
        }
    }

    private static final class Node {

        private final Map<Integer, Node> next = new HashMap<>(2);
        private final List<Meaning> meanings = new ArrayList<>(1);
    }
}
