package org.milesbot.scrapers.extract.promo;

import java.util.ArrayList;
import java.util.Collection;
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
    private final Labels labels;
    private final List<List<NameMention>> names;
    private final List<List<ReadPercent>> percents;
    private final List<List<ReadDate>> dates;
    private final @Nullable Sides[] sides;
    private final List<Clause> title = new ArrayList<>();
    private final List<Clause> body = new ArrayList<>();
    private final List<Clause> speaking = new ArrayList<>();
    private final @Nullable Scene whole;
    private final List<Clause> shared;
    private @Nullable TransferTitle transferTitle;
    private @Nullable Boolean namesSeveralBanks;

    Scene(Mentions mentions, Trace trace) {
        this.mentions = mentions;
        this.trace = trace;
        whole = null;
        asides = AsideReader.read(mentions, trace);
        labels = new Labels(mentions);
        names = new ArrayList<>();
        percents = new ArrayList<>();
        dates = new ArrayList<>();
        sides = new Sides[mentions.clauses().size()];
        shared = List.of();
        NameReader nameReader = new NameReader(mentions, trace);
        for (Clause clause : mentions.clauses()) {
            names.add(nameReader.read(clause));
            percents.add(readPercents(clause));
            dates.add(readDates(clause));
            (clause.isTitle() ? title : body).add(clause);
        }
        addSpeaking();
    }

    private Scene(Scene read, @Nullable Scene whole, Section section, List<Clause> shared) {
        this.whole = whole;
        mentions = read.mentions;
        trace = read.trace;
        asides = read.asides;
        labels = read.labels;
        names = read.names;
        percents = read.percents;
        dates = read.dates;
        sides = read.sides;
        title.addAll(section.opening());
        body.addAll(section.rest());
        this.shared = List.copyOf(shared);
        addSpeaking();
    }

    private List<ReadPercent> readPercents(Clause clause) {
        return mentions.percents(clause).isEmpty()
                ? List.of()
                : new PercentReader(mentions, trace, clause, labels.of(clause)).read();
    }

    private List<ReadDate> readDates(Clause clause) {
        return mentions.dates(clause).isEmpty()
                ? List.of()
                : new DateReader(mentions, trace, clause, labels.of(clause)).read();
    }

    private void addSpeaking() {
        addSpeaking(title);
        addSpeaking(body);
    }

    private void addSpeaking(List<Clause> clauses) {
        for (Clause clause : clauses) {
            if (speaks(clause)) {
                speaking.add(clause);
            }
        }
    }

    /**
     * A section read as an announcement of its own.
     *
     * @param shared the clauses of the whole that belong to no section
     */
    Scene part(Section section, List<Clause> shared) {
        return new Scene(this, this, section, shared);
    }

    /** The same without some paragraphs, which offer something else. */
    Scene without(Collection<List<Clause>> paragraphs) {
        List<Clause> left = new ArrayList<>(body);
        paragraphs.forEach(left::removeAll);
        return new Scene(this, whole, new Section(title, left), shared);
    }

    /** The clauses that speak of this section and of others. */
    List<Clause> shared() {
        return shared;
    }

    /** The announcement that this is a section of, or null if it is the whole. */
    @Nullable
    Scene whole() {
        return whole;
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
        return speaking;
    }

    Aside aside(Clause clause) {
        return asides[clause.index()];
    }

    boolean speaks(Clause clause) {
        return aside(clause) == Aside.NO;
    }

    /** The label that stands over a clause, or null. */
    @Nullable
    Clause label(Clause clause) {
        return labels.of(clause);
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

    /** Who gives and who takes in a clause; found out once, for the whole and its sections. */
    Sides sides(Clause clause) {
        Sides found = sides[clause.index()];
        if (found == null) {
            found = Sides.ofOne(this, clause);
            sides[clause.index()] = found;
        }
        return found;
    }

    /** What the title says of a transfer; found out once. */
    TransferTitle transferTitle() {
        TransferTitle found = transferTitle;
        if (found == null) {
            found = new TransferTitle(this);
            transferTitle = found;
        }
        return found;
    }

    /** Whether some clause names several givers; found out once. */
    boolean namesSeveralBanks() {
        Boolean found = namesSeveralBanks;
        if (found == null) {
            found = Lists.any(speaking, this::namesSeveralBanks);
            namesSeveralBanks = found;
        }
        return found;
    }

    private boolean namesSeveralBanks(Clause clause) {
        return names(clause).stream()
                        .filter(name -> name.stands() && !name.isCarrier())
                        .map(NameMention::slug)
                        .distinct()
                        .count()
                > 1;
    }

    boolean titleHas(Sense sense) {
        return anyHas(title, sense);
    }

    private boolean anyHas(List<Clause> clauses, Sense sense) {
        for (Clause clause : clauses) {
            if (has(clause, sense)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a clause that speaks of the offer, in title or body, holds a cue. */
    boolean speaksOf(Sense sense) {
        return anyHas(speaking, sense) || anyHas(shared, sense);
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

    /** Whether a percentage stands in a list, or behind a colon: "menos de 6 meses: 85%". */
    boolean isListed(ReadPercent percent) {
        return isListed(percent.clause()) || mentions.is(percent.mention().from() - 1, ":");
    }

    String words(Hit hit) {
        return mentions.words(hit.from(), hit.to());
    }
}
