package org.milesbot.scrapers.extract.mention;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.milesbot.scrapers.extract.lexicon.Lexicon;
import org.milesbot.scrapers.extract.text.Block;
import org.milesbot.scrapers.extract.text.CleanText;
import org.milesbot.scrapers.extract.text.Token;
import org.milesbot.scrapers.extract.text.TokenKind;
import org.milesbot.scrapers.extract.text.Tokenizer;
import org.milesbot.scrapers.extract.text.Vocabulary;
import org.milesbot.scrapers.extract.text.WordSet;

/** Cuts blocks into sentences and clauses, none of them endless: readers may look at each word of a clause from each. */
final class ClauseGrammar {

    /** Far more than any regulation has; what lies beyond is not read. */
    private static final int MOST = 2_000;

    /** Longer than the longest sentence of a regulation. */
    private static final int LONGEST = 250;

    private static final WordSet TURNS = WordSet.of("mas", "porem", "agora", "contra", "contudo", "entretanto");

    private final char[] folded;
    private final Vocabulary vocabulary = Lexicon.shipped().vocabulary();
    private final List<Token> tokens;
    private final List<Clause> clauses = new ArrayList<>();
    private int sentence;

    ClauseGrammar(CleanText text) {
        folded = text.folded().toCharArray();
        tokens = new ArrayList<>(text.text().length() / 4);
        for (int i = 0; i < text.blocks().size() && clauses.size() < MOST; i++) {
            read(text.blocks().get(i), i);
        }
    }

    List<Token> tokens() {
        return tokens;
    }

    List<Clause> clauses() {
        return clauses;
    }

    /** The tokens that begin a clause. */
    BitSet starts() {
        BitSet starts = new BitSet(tokens.size());
        clauses.forEach(clause -> starts.set(clause.from()));
        return starts;
    }

    private void read(Block block, int blockIndex) {
        int from = tokens.size();
        Tokenizer.addTokens(folded, block.span(), vocabulary, tokens);
        for (int i = from; i < tokens.size(); i++) {
            boolean sign = tokens.get(i).kind() == TokenKind.SIGN;
            boolean ends = sign && (endsSentence(i) || isTurn(i));
            if (ends || (sign && tokens.get(i).is(";")) || i - from >= LONGEST) {
                from = close(block, blockIndex, from, i + 1);
                sentence += ends ? 1 : 0;
            }
        }
        close(block, blockIndex, from, tokens.size());
        sentence++;
    }

    private int close(Block block, int blockIndex, int from, int to) {
        if (to > from && clauses.size() < MOST) {
            clauses.add(new Clause(clauses.size(), from, to, block.kind(), blockIndex, sentence));
        }
        return to;
    }

    /** ", mas": what follows is of another time or thing than what stands before. */
    private boolean isTurn(int comma) {
        return (tokens.get(comma).is(",") || tokens.get(comma).is(";"))
                && comma + 1 < tokens.size()
                && TURNS.contains(tokens.get(comma + 1).form());
    }

    private boolean endsSentence(int i) {
        Token token = tokens.get(i);
        char sign = token.form().charAt(0);
        if (sign != '.' && sign != '!' && sign != '?' && sign != '\u2026') {
            return false;
        }
        int next = token.end();
        return next >= folded.length || !Character.isLetterOrDigit(folded[next]);
    }
}
