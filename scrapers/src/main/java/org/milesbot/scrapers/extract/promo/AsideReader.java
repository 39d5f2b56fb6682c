package org.milesbot.scrapers.extract.promo;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.mention.Mentions;
import org.milesbot.scrapers.extract.mention.PercentMention;
import org.milesbot.scrapers.extract.text.BlockKind;
import org.milesbot.scrapers.extract.text.Token;

/** Finds the clauses that do not speak of the offer. */
final class AsideReader {

    private static final int OPENING = 3;
    private static final int SHORT_LABEL = 7;

    private final Mentions mentions;
    private final Trace trace;
    private final Aside[] asides;
    private final Set<BigDecimal> titlePercents = new HashSet<>();
    private int block = -1;
    private boolean restOfBlock;
    private boolean restOfList;
    private boolean underHeading;

    private AsideReader(Mentions mentions, Trace trace) {
        this.mentions = mentions;
        this.trace = trace;
        this.asides = new Aside[mentions.clauses().size()];
        for (Clause clause : mentions.clauses()) {
            if (clause.isTitle()) {
                mentions.percents(clause).forEach(percent -> titlePercents.add(percent.value()));
            }
        }
    }

    static Aside[] read(Mentions mentions, Trace trace) {
        AsideReader reader = new AsideReader(mentions, trace);
        List<Clause> clauses = mentions.clauses();
        int from = 0;
        while (from < clauses.size()) {
            int to = from + 1;
            while (to < clauses.size()
                    && clauses.get(to).sentence() == clauses.get(from).sentence()) {
                to++;
            }
            reader.readSentence(clauses.subList(from, to));
            from = to;
        }
        return reader.asides;
    }

    private void readSentence(List<Clause> sentence) {
        Clause first = sentence.get(0);
        enterBlock(first);
        Clause whole = sentence.size() == 1 ? first : first.until(sentence.get(sentence.size() - 1));
        Aside aside = asideOf(whole);
        trace.aside(whole, aside);
        for (Clause clause : sentence) {
            asides[clause.index()] = aside;
        }
    }

    private void enterBlock(Clause first) {
        if (first.block() == block) {
            return;
        }
        block = first.block();
        restOfBlock = false;
        restOfList &= first.kind() == BlockKind.ITEM;
        if (first.kind() == BlockKind.HEADING) {
            underHeading = mentions.has(first, Sense.ASIDE_HEADING);
        }
    }

    private Aside asideOf(Clause sentence) {
        Hit boilerplate = opening(sentence, Sense.BOILERPLATE);
        if (boilerplate != null && !sentence.isTitle() && !tellsOffer(sentence)) {
            restOfBlock = true;
            restOfList = sentence.to() - sentence.from() <= SHORT_LABEL;
        }
        if (restOfBlock || restOfList) {
            return Aside.BOILERPLATE;
        }
        if (underHeading && sentence.kind() != BlockKind.TITLE) {
            return Aside.SECTION;
        }
        return sentence.isTitle() ? Aside.NO : tenseOf(sentence);
    }

    private Aside tenseOf(Clause sentence) {
        if (tellsOffer(sentence)) {
            return Aside.NO;
        }
        if (isPast(sentence)) {
            return Aside.PAST;
        }
        if (mentions.has(sentence, Sense.HABIT) || isGeneral(sentence)) {
            return Aside.HABIT;
        }
        if (mentions.has(sentence, Sense.EXAMPLE) && !mentions.has(sentence, Sense.NOW)) {
            return Aside.EXAMPLE;
        }
        if (mentions.has(sentence, Sense.CONTRAST)) {
            return Aside.CONTRAST;
        }
        return mentions.has(sentence, Sense.ABSENCE) ? Aside.ABSENCE : Aside.NO;
    }

    /** "Em geral a Livelo paga 70%", but not "os clientes em geral". */
    private boolean isGeneral(Clause sentence) {
        return mentions.is(sentence.from(), "em") && mentions.is(sentence.from() + 1, "geral");
    }

    /** A percentage of the title, or any where it has none, with a day to come: whatever else is said beside it. */
    private boolean tellsOffer(Clause sentence) {
        List<PercentMention> percents = mentions.percents(sentence);
        if (mentions.dates(sentence).isEmpty()) {
            return false;
        }
        if (percents.isEmpty()) {
            return tellsWindow(sentence);
        }
        boolean known = titlePercents.isEmpty()
                ? !percents.isEmpty() && (mentions.has(sentence, Sense.BONUS) || mentions.has(sentence, Sense.TRANSFER))
                : Lists.any(percents, percent -> titlePercents.contains(percent.value()));
        boolean today = !titlePercents.isEmpty() && mentions.has(sentence, Sense.TODAY);
        return known && (today || liesAhead(sentence));
    }

    /** "O início foi em 9 de junho e o término será no dia 15". */
    private boolean tellsWindow(Clause sentence) {
        return mentions.has(sentence, Sense.START)
                && mentions.has(sentence, Sense.END)
                && mentions.hits()
                        .within(sentence.from(), sentence.to(), Sense.PROGRAMME)
                        .isEmpty()
                && liesAhead(sentence);
    }

    private boolean liesAhead(Clause sentence) {
        return mentions.dates(sentence).stream()
                .filter(date -> !date.relative())
                .map(date -> date.last() == null ? date.first() : date.last())
                .anyMatch(day -> day.isAfter(mentions.published()));
    }

    /** "Encerrou" is past, "não se encerrou" is not. */
    private boolean isPast(Clause sentence) {
        for (Hit hit : mentions.hits().within(sentence.from(), sentence.to(), Sense.PAST)) {
            boolean denied = mentions.is(hit.from() - 1, "nao")
                    || (mentions.is(hit.from() - 1, "se") && mentions.is(hit.from() - 2, "nao"));
            if (!denied) {
                return true;
            }
        }
        return tellsFormerYear(sentence);
    }

    /** "Que fiz em 2023". */
    private boolean tellsFormerYear(Clause sentence) {
        for (int i = sentence.from() + 1; i < sentence.to(); i++) {
            Token token = mentions.tokens().get(i);
            boolean year = token.isNumber() && token.form().length() == 4 && mentions.is(i - 1, "em");
            if (year && token.form().startsWith("20") && isBefore(token.form())) {
                return true;
            }
        }
        return false;
    }

    private boolean isBefore(String year) {
        return year.compareTo(String.valueOf(mentions.published().getYear())) < 0;
    }

    private @Nullable Hit opening(Clause sentence, Sense sense) {
        int limit = Math.min(sentence.to(), sentence.from() + OPENING + 3);
        Hit hit = mentions.hits().first(sentence.from(), limit, sense);
        return hit != null && hit.from() - sentence.from() < OPENING ? hit : null;
    }
}
