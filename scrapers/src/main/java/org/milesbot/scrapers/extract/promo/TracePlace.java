package org.milesbot.scrapers.extract.promo;

import org.milesbot.scrapers.extract.mention.Mentions;
import org.milesbot.scrapers.extract.text.Block;
import org.milesbot.scrapers.extract.text.BlockKind;
import org.milesbot.scrapers.extract.text.CleanText;
import org.milesbot.scrapers.extract.text.Span;

/**
 * Where words stand in the clean text.
 *
 * @param block the place of their block among all blocks, from 0
 * @param kind what that block is
 * @param span where they stand among all characters
 * @param words the words as written
 */
public record TracePlace(int block, BlockKind kind, Span span, String words) {

    static TracePlace of(Mentions mentions, int from, int to) {
        return of(mentions.text(), mentions.span(from, to));
    }

    /** The block is the one in which the words begin. */
    static TracePlace of(CleanText text, Span span) {
        int at = 0;
        while (at + 1 < text.blocks().size() && text.blocks().get(at).span().end() <= span.start()) {
            at++;
        }
        Block block = text.blocks().get(at);
        return new TracePlace(at, block.kind(), span, text.words(span));
    }
}
