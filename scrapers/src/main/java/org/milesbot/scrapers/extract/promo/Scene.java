package org.milesbot.scrapers.extract.promo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.mention.Mentions;
import org.milesbot.scrapers.extract.text.BlockKind;

/** An announcement whose mentions have their roles. */
final class Scene {

    private final Mentions mentions;
    private final Trace trace;
    private final Aside[] asides;
    private final List<List<NameMention>> names = new ArrayList<>();
    private final List<List<ReadPercent>> percents = new ArrayList<>();
    private final List<List<ReadDate>> dates = new ArrayList<>();
    private final List<Clause> title = new ArrayList<>();
    private final List<Clause> body = new ArrayList<>();

    Scene(Mentions mentions, Trace trace) {
        this.mentions = mentions;
        this.trace = trace;
        asides = AsideReader.read(mentions, trace);
        NameReader nameReader = new NameReader(mentions, trace);
        for (Clause clause : mentions.clauses()) {
            names.add(nameReader.read(clause));
            percents.add(new PercentReader(mentions, trace, clause).read());
            dates.add(new DateReader(mentions, trace, clause).read());
            (clause.isTitle() ? title : body).add(clause);
        }
    }

    Mentions mentions() {
        return mentions;
    }

    Trace trace() {
        return trace;
    }

    /** The clauses of the title. */
    List<Clause> title() {
        return title;
    }

    /** The clauses of the body. */
    List<Clause> body() {
        return body;
    }

    /** The clauses that speak of the offer, title first. */
    List<Clause> speaking() {
        return mentions.clauses().stream()
                .filter(clause -> aside(clause) == Aside.NO)
                .toList();
    }

    Aside aside(Clause clause) {
        return asides[clause.index()];
    }

    boolean speaks(Clause clause) {
        return aside(clause) == Aside.NO;
    }

    List<NameMention> names(Clause clause) {
        return names.get(clause.index());
    }

    List<ReadPercent> percents(Clause clause) {
        return percents.get(clause.index());
    }

    List<ReadDate> dates(Clause clause) {
        return dates.get(clause.index());
    }

    boolean titleHas(Sense sense) {
        return title.stream().anyMatch(clause -> mentions.has(clause, sense));
    }

    /** Whether a clause that speaks of the offer, in title or body, holds a cue. */
    boolean speaksOf(Sense sense) {
        return mentions.clauses().stream().anyMatch(clause -> speaks(clause) && mentions.has(clause, sense));
    }

    boolean has(Clause clause, Sense sense) {
        return mentions.has(clause, sense);
    }

    @Nullable
    Hit first(Clause clause, Sense sense) {
        return mentions.hits().first(clause.from(), clause.to(), sense);
    }

    boolean isListed(Clause clause) {
        return clause.kind() == BlockKind.ITEM || clause.kind() == BlockKind.ROW;
    }

    String words(Hit hit) {
        return mentions.words(hit.from(), hit.to());
    }
}
