package org.milesbot.scrapers.extract.promo;

import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.mention.Mentions;
import org.milesbot.scrapers.extract.text.WordSet;

/** What a clause leaves out: all of it, or what follows "exceto" up to a colon or bracket. */
final class Exclusion {

    private static final WordSet FORWARD = WordSet.of(
            "com",
            "a",
            "excecao",
            "exceto",
            "excepto",
            "salvo",
            "except",
            "excluding",
            "menos",
            "diferente",
            "excluindo",
            "excluidos",
            "excluidas",
            "excluido",
            "excluida",
            "nada");

    /** What stands before one of these, in the clause that leaves something out, is not left out. */
    private static final WordSet OTHERS_TOLD =
            WordSet.of("participa", "participam", "entra", "entram", "deixa", "deixam", "deixou", "%");

    private final Mentions mentions;
    private final @Nullable Hit cue;
    private final int subject;

    private Exclusion(Mentions mentions, int from, @Nullable Hit cue) {
        this.mentions = mentions;
        this.cue = cue;
        subject = cue == null ? from : subject(mentions, from, cue);
    }

    static Exclusion of(Mentions mentions, Clause clause) {
        return new Exclusion(
                mentions, clause.from(), mentions.hits().first(clause.from(), clause.to(), Sense.EXCLUSION));
    }

    /** Whether the words that start at a token are left out. */
    boolean covers(int from) {
        if (cue == null) {
            return false;
        }
        boolean forward = FORWARD.contains(mentions.tokens().get(cue.from()).form());
        return forward ? from >= cue.from() && !isClosed(cue.to(), from) : from >= subject;
    }

    /** Where the words begin of whom the cue speaks: "a Livelo participa e | a Esfera fica de fora". */
    private static int subject(Mentions mentions, int from, Hit cue) {
        for (int i = cue.from() - 1; i >= from; i--) {
            if (OTHERS_TOLD.contains(mentions.tokens().get(i).form())) {
                return i;
            }
        }
        return from;
    }

    /** "Todos os bancos, exceto Santander: Smiles com 60%". */
    private boolean isClosed(int from, int to) {
        return from < to && Lists.any(mentions.tokens().subList(from, to), token -> token.is(":") || token.is(")"));
    }
}
