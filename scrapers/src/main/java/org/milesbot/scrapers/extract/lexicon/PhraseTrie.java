package org.milesbot.scrapers.extract.lexicon;

import java.util.ArrayList;
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

    List<Hit> hits(List<Token> tokens) {
        int[][] numbers = new int[tokens.size()][];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = words.numbersOf(tokens.get(i).form());
        }
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i].length > 0) {
                collect(root, numbers, i, i, hits);
            }
        }
        return hits;
    }

    private static void collect(Node node, int[][] numbers, int start, int at, List<Hit> hits) {
        if (at == numbers.length) {
            return;
        }
        for (int number : numbers[at]) {
            Node next = node.next.get(number);
            if (next != null) {
                for (Meaning meaning : next.meanings) {
                    hits.add(new Hit(meaning, start, at + 1));
                }
                collect(next, numbers, start, at + 1, hits);
            }
        }
    }

    private static final class Node {

        private final Map<Integer, Node> next = new HashMap<>(2);
        private final List<Meaning> meanings = new ArrayList<>(1);
    }
}
