package org.milesbot.scrapers.extract.promo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.mention.AmountMention;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.mention.Mentions;
import org.milesbot.scrapers.extract.text.BlockKind;

/** Finds the few words that say what the next ones are about: a heading, "Crédito.", "Até quando?", "Quem ganha:". */
final class Labels {

    private static final int LONGEST = 8;
    private static final int LONGEST_UNMARKED = 4;

    private final Mentions mentions;
    private final @Nullable Clause[] labelOf;
    private @Nullable Clause ofBlock;
    private @Nullable Clause inBlock;
    private int block = -1;

    Labels(Mentions mentions) {
        this.mentions = mentions;
        List<Clause> clauses = mentions.clauses();
        labelOf = new Clause[clauses.size()];
        for (int i = 0; i < clauses.size(); i++) {
            read(clauses.get(i), i == 0 ? null : clauses.get(i - 1));
        }
    }

    /** The label that stands over a clause, or null. */
    @Nullable
    Clause of(Clause clause) {
        return labelOf[clause.index()];
    }

    private void read(Clause clause, @Nullable Clause before) {
        if (clause.block() != block) {
            enter(clause, before);
        }
        labelOf[clause.index()] = inBlock == null ? ofBlock : inBlock;
        if (isLabel(clause)) {
            inBlock = clause;
        }
    }

    /** A label alone in its block stands over the next block, and over a whole list. */
    private void enter(Clause clause, @Nullable Clause before) {
        boolean alone = before != null && before.equals(inBlock) && !before.isTitle() && opensNext(before);
        boolean listGoesOn = before != null && isEntry(before) && isEntry(clause);
        if (alone) {
            ofBlock = before;
        } else if (!listGoesOn) {
            ofBlock = null;
        }
        block = clause.block();
        inBlock = null;
    }

    private static boolean isEntry(Clause clause) {
        return clause.kind() == BlockKind.ITEM || clause.kind() == BlockKind.ROW;
    }

    private boolean opensNext(Clause label) {
        return label.kind() == BlockKind.HEADING || label.kind() == BlockKind.ROW || endsAsLabel(label);
    }

    private boolean endsAsLabel(Clause clause) {
        return mentions.is(clause.to() - 1, ":") || mentions.is(clause.to() - 1, "?");
    }

    private boolean isLabel(Clause clause) {
        boolean marked = clause.kind() == BlockKind.HEADING || clause.kind() == BlockKind.ROW || endsAsLabel(clause);
        boolean statement = marked || mentions.is(clause.to() - 1, ".");
        return statement && hasFewWords(clause, marked ? LONGEST : LONGEST_UNMARKED) && isPlain(clause);
    }

    private boolean isPlain(Clause clause) {
        return mentions.percents(clause).isEmpty()
                && mentions.dates(clause).isEmpty()
                && !hasUnit(mentions.amounts(clause));
    }

    private static boolean hasUnit(List<AmountMention> amounts) {
        for (AmountMention amount : amounts) {
            if (amount.to() - amount.from() > 1) {
                return true;
            }
        }
        return false;
    }

    private boolean hasFewWords(Clause clause, int most) {
        int words = 0;
        for (int i = clause.from(); i < clause.to() && words <= most; i++) {
            words += mentions.tokens().get(i).isWord() ? 1 : 0;
        }
        return words > 0 && words <= most;
    }
}
