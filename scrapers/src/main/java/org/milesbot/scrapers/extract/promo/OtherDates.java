package org.milesbot.scrapers.extract.promo;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.mention.Mentions;
import org.milesbot.scrapers.extract.text.WordSet;

/** Tells dates of crediting, lapsing, flying and looking up from those of the offer itself. */
final class OtherDates {

    private static final Set<Sense> OF_OTHER_THINGS =
            EnumSet.of(Sense.CREDIT, Sense.VALIDITY, Sense.TRAVEL, Sense.CONSULT, Sense.SUPERSEDED);
    private static final WordSet CALLS =
            WordSet.of("tem", "aproveite", "participe", "participa", "corra", "garanta", "ganhe", "vai");
    private static final Set<Sense> OF_POINTS = EnumSet.of(Sense.CREDIT, Sense.VALIDITY, Sense.CONSULT);
    private static final WordSet ENDINGS = WordSet.of("morre", "morrem", "encerra", "encerram", "fecha", "fecham");
    private static final Set<Sense> OF_THE_OFFER = EnumSet.of(Sense.TRANSFER, Sense.PURCHASE, Sense.OFFER);

    private final Mentions mentions;
    private final Trace trace;
    private final Clause clause;
    private final @Nullable Clause label;

    OtherDates(Mentions mentions, Trace trace, Clause clause, @Nullable Clause label) {
        this.mentions = mentions;
        this.trace = trace;
        this.clause = clause;
        this.label = label;
    }

    /** What a label may speak of that makes the dates under it something else; "Vai viajar?" asks the reader, and is none. */
    Set<Sense> labels() {
        boolean asks = label != null && mentions.is(label.to() - 1, "?");
        return asks ? OF_POINTS : OF_OTHER_THINGS;
    }

    /** Whether the last of the words between two tokens that says what a date is of speaks of something else. */
    boolean claim(int left, int to, boolean labelled) {
        boolean other = labelled;
        for (Hit hit : mentions.hits().within(left, to)) {
            if (OF_OTHER_THINGS.contains(hit.sense()) && !isTravelBesideTransfer(hit)) {
                other = !isLabel(hit)
                        && !isValidityOfOffer(left, hit)
                        && !isCalledTo(hit.to(), to)
                        && !isArrivalAtTaker(hit, to);
                trace.by(Rule.DATE_OF_OTHER_THINGS, hit);
            } else if (OF_THE_OFFER.contains(hit.sense()) || isEnding(hit)) {
                other = false;
            }
        }
        return other;
    }

    /** "Validade: de 10 a 12/05" is about the offer. */
    boolean isLabel(Hit hit) {
        boolean dates = mentions.is(hit.from(), "datas") && hit.to() - hit.from() == 1;
        boolean ofOffer = hit.sense() == Sense.VALIDITY || dates;
        return ofOffer && hit.from() == clause.from() && mentions.is(hit.to(), ":");
    }

    /** "A promoção expira em 13/11": its own, as long as no points stand between. */
    private boolean isValidityOfOffer(int left, Hit hit) {
        Hit offer = hit.sense() == Sense.VALIDITY ? mentions.hits().last(left, hit.from(), Sense.OFFER) : null;
        return offer != null && !mentions.hits().has(offer.to(), hit.from(), Sense.UNIT);
    }

    /** "Os pontos chegam na hora e você tem até 13/11". */
    private boolean isCalledTo(int from, int to) {
        return Lists.any(mentions.tokens().subList(from, Math.max(from, to)), token -> CALLS.contains(token.form()));
    }

    /** "Pontos Esfera chegam ao Iberia Plus com 15% a mais": what arrives is what was sent, not yet the bonus. */
    private boolean isArrivalAtTaker(Hit hit, int to) {
        int after = mentions.is(hit.to(), "a") || mentions.is(hit.to(), "na") ? hit.to() + 1 : hit.to();
        after = mentions.is(after, "ao") || mentions.is(after, "no") ? after + 1 : after;
        return hit.sense() == Sense.CREDIT
                && (mentions.is(hit.to(), "com")
                        || (after > hit.to() && mentions.hits().startsAt(after, Sense.PROGRAMME) != null))
                && !mentions.hits().has(clause.from(), hit.from(), Sense.BONUS)
                && Lists.all(mentions.percents(clause), percent -> percent.from() > hit.to())
                && Lists.any(mentions.percents(clause), percent -> percent.to() <= to);
    }

    /** "Valem por mais 24 horas e morrem às 23h59 desta quinta": a word that offers end with, not a mere "até". */
    private boolean isEnding(Hit hit) {
        return hit.sense() == Sense.ENDS || (hit.sense() == Sense.END && ENDINGS.contains(form(hit)));
    }

    private String form(Hit hit) {
        return mentions.tokens().get(hit.from()).form();
    }

    /** "No menu Viagens: até amanhã, mandar pontos dá 60%": travelling is not what the sentence is about. */
    private boolean isTravelBesideTransfer(Hit hit) {
        return hit.sense() == Sense.TRAVEL
                && mentions.has(clause, Sense.TRANSFER)
                && !mentions.percents(clause).isEmpty();
    }
}
