package org.milesbot.scrapers.extract.promo;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.mention.Mentions;

/** What a clause leaves out: all of it, or what follows "exceto" up to a colon or bracket. */
final class Exclusion {

    private static final Set<String> FORWARD = Set.of(
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

    private final Mentions mentions;
    private final @Nullable Hit cue;

    private Exclusion(Mentions mentions, @Nullable Hit cue) {
        this.mentions = mentions;
        this.cue = cue;
    }

    static Exclusion of(Mentions mentions, Clause clause) {
        return new Exclusion(mentions, mentions.hits().first(clause.from(), clause.to(), Sense.EXCLUSION));
    }

    /** Whether the words that start at a token are left out. */
    boolean covers(int from) {
        if (cue == null) {
            return false;
        }
        boolean forward = FORWARD.contains(mentions.tokens().get(cue.from()).form());
        return !forward || (from >= cue.from() && !isClosed(cue.to(), from));
    }

    /** "Todos os bancos, exceto Santander: Smiles com 60%". */
    private boolean isClosed(int from, int to) {
        return from < to
                && mentions.tokens().subList(from, to).stream().anyMatch(token -> token.is(":") || token.is(")"));
    }
}
