package org.milesbot.scrapers.extract.mention;

import org.milesbot.scrapers.extract.text.BlockKind;

/**
 * A part of a sentence between semicolons, or up to a word such as "mas" that turns it.
 *
 * @param index its place among all clauses
 * @param from its first token
 * @param to the token after its last
 * @param kind the kind of its block
 * @param block the place of its block among all blocks
 * @param sentence the place of its sentence among all sentences
 */
public record Clause(int index, int from, int to, BlockKind kind, int block, int sentence) {

    /** Whether it belongs to the announcement's title. */
    public boolean isTitle() {
        return kind == BlockKind.TITLE;
    }

    /** It and what follows as one, to the end of another. */
    public Clause until(Clause last) {
        return new Clause(index, from, last.to, kind, block, sentence);
    }

    /** Whether a token lies in it. */
    public boolean holds(int token) {
        return from <= token && token < to;
    }
}
