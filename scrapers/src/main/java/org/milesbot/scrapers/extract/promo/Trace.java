package org.milesbot.scrapers.extract.promo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.Clause;
import org.milesbot.scrapers.extract.mention.Mentions;
import org.milesbot.scrapers.extract.promo.NameMention.Mark;
import org.milesbot.scrapers.extract.promo.NameMention.Standing;
import org.milesbot.scrapers.extract.text.Span;

/**
 * Which rule said what while an announcement was read, so that a wrong promo can be traced. The readers tell it what
 * decided ({@link #by}) and then what was decided ({@link #say}). One that forgets does nothing at all, so what they hand
 * over must cost nothing either: no strings put together, no lists made for it.
 */
public final class Trace {

    private static final Trace NONE = new Trace(null);
    private static final int BESIDE_SIDE = 2;
    private static final int BESIDE_STANDING = 5;
    private static final List<Sense> BEHIND_DATES = List.of(Sense.ONLY, Sense.ENDS, Sense.START);

    private final @Nullable Mentions mentions;
    private final List<TraceEntry> entries = new ArrayList<>();
    private @Nullable Rule rule;
    private @Nullable TracePlace cue;
    private int promo;

    private Trace(@Nullable Mentions mentions) {
        this.mentions = mentions;
    }

    /** A trace that keeps what it is told of an announcement. */
    public static Trace kept(Mentions mentions) {
        Trace trace = new Trace(mentions);
        MentionTrace.tell(mentions, trace);
        return trace;
    }

    /** A trace that forgets at once, for when speed matters. */
    public static Trace none() {
        return NONE;
    }

    /** All that was said, in order. */
    public List<TraceEntry> entries() {
        return List.copyOf(entries);
    }

    boolean isKept() {
        return mentions != null;
    }

    /** The rule that decides what is said next. */
    void by(Rule deciding) {
        if (mentions != null) {
            rule = deciding;
            cue = null;
        }
    }

    /** The rule that decides what is said next, and the phrase it goes by, if there is one. */
    void by(Rule deciding, @Nullable Hit phrase) {
        if (mentions != null) {
            rule = deciding;
            cue = phrase == null ? null : TracePlace.of(mentions, phrase.from(), phrase.to());
        }
    }

    /** The rule that decides what is said next, and the words it goes by. */
    void by(Rule deciding, int from, int to) {
        if (mentions != null) {
            rule = deciding;
            cue = from < to ? TracePlace.of(mentions, from, to) : null;
        }
    }

    /** The rule that decides what is said next, and the first phrase of a sort in a stretch of words. */
    void by(Rule deciding, int from, int to, Sense sense) {
        if (mentions != null) {
            by(deciding, mentions.hits().first(from, to, sense));
        }
    }

    /** What was decided of some words, by the rule told before or else by this one. */
    void say(Rule otherwise, int from, int to, @Nullable Object said) {
        if (mentions != null) {
            keep(otherwise, TracePlace.of(mentions, from, to), said, 0);
        }
    }

    /** What was decided of the whole announcement, by the rule told before or else by this one. */
    void say(Rule otherwise, @Nullable Object said) {
        if (mentions != null) {
            keep(otherwise, null, said, 0);
        }
    }

    /** That words are struck through. */
    void struck(Span span) {
        if (mentions != null) {
            entries.add(new TraceEntry(Rule.STRUCK, TracePlace.of(mentions.text(), span), null, Said.of(null), 0));
        }
    }

    /** That a sentence was set aside. */
    void aside(Clause sentence, Aside aside) {
        if (mentions != null && aside != Aside.NO) {
            Sense sense = senseOf(aside);
            by(Rule.ASIDE, sense == null ? null : mentions.hits().first(sentence.from(), sentence.to(), sense));
            say(Rule.ASIDE, sentence.from(), sentence.to(), aside);
        }
    }

    /** Which side a name was found on, or what else it stands for. */
    void name(NameMention name) {
        if (mentions != null) {
            Hit hit = name.hit();
            Clause clause = name.clause();
            int reach = name.stands() ? BESIDE_SIDE : BESIDE_STANDING;
            Rule deciding = name.stands() ? Rule.NAME_SIDE : Rule.NAME_STANDING;
            if (name.standing() == Standing.EXCLUDED) {
                by(deciding, clause.from(), clause.to(), Sense.EXCLUSION);
            } else if (!name.stands() || name.mark() != Mark.NONE) {
                by(deciding, Math.max(clause.from(), hit.from() - reach), Math.min(clause.to(), hit.to() + 1));
            }
            say(deciding, hit.from(), hit.to(), name.stands() ? name.mark() : name.standing());
        }
    }

    /** What a percentage is of and who it is for. */
    void percent(ReadPercent percent) {
        if (mentions != null) {
            int from = percent.mention().from();
            int to = percent.mention().to();
            say(Rule.PERCENT_UNTOLD, from, to, percent.role());
            if (percent.reach() != Reach.UNTOLD) {
                by(
                        Rule.PERCENT_AUDIENCE,
                        percent.audience().from(),
                        percent.audience().to());
                say(Rule.PERCENT_AUDIENCE, from, to, percent.reach());
            }
            if (percent.forPurchase()) {
                say(Rule.PERCENT_OF_PURCHASE, from, to, Said.PURCHASE);
            }
        }
    }

    /** That what a date is of is looked for behind it. */
    void dateBehind(int from, int to) {
        if (mentions != null) {
            Hit found = null;
            for (Sense sense : BEHIND_DATES) {
                found = found == null ? mentions.hits().first(from, to, sense) : found;
            }
            by(found == null ? Rule.DATE_UNTOLD : Rule.DATE_BEHIND, found);
        }
    }

    /** Which percentages are left out because they are above all that can be trusted. */
    void mistrusted(List<ReadPercent> percents, @Nullable ReadPercent ceiling) {
        if (mentions != null && ceiling != null) {
            for (ReadPercent each : percents) {
                if (each.mention().value().compareTo(ceiling.mention().value()) > 0) {
                    by(
                            Rule.MISTRUSTED,
                            ceiling.mention().from(),
                            ceiling.mention().to());
                    say(
                            Rule.MISTRUSTED,
                            each.mention().from(),
                            each.mention().to(),
                            each.mention().value());
                }
            }
        }
    }

    /** Which dates told in passing count after all. */
    void inPassing(List<ReadDate> dates) {
        if (mentions != null) {
            dates.stream()
                    .filter(date -> date.role() != DateRole.OTHER)
                    .forEach(date -> say(
                            Rule.DATES_IN_PASSING,
                            date.mention().from(),
                            date.mention().to(),
                            date.role()));
        }
    }

    /** Which clauses are about another taker only. */
    void otherTakers(Scene scene, List<Clause> own) {
        if (mentions != null) {
            scene.speaking().stream()
                    .filter(clause -> !own.contains(clause))
                    .forEach(clause -> say(Rule.OTHER_TAKER, clause.from(), clause.to(), scene.names(clause)));
        }
    }

    /** That words against an offer are overruled. */
    void allTheSame(@Nullable Hit noOffer) {
        if (mentions != null && noOffer != null) {
            say(Rule.OFFER_ALL_THE_SAME, noOffer.from(), noOffer.to(), noOffer);
        }
    }

    /** What the title announces beside transfers. */
    void announced(List<Promo> promos) {
        if (mentions != null) {
            promos.stream()
                    .filter(promo -> !promo.kind().equals(PromoKind.TRANSFER_BONUS))
                    .forEach(promo -> say(Rule.TITLE_KIND, promo.kind()));
        }
    }

    /** What would have been needed for a promo, where there is none. */
    void whyNone(Scene scene, Topic topic, List<Promo> promos) {
        if (mentions != null && promos.isEmpty()) {
            new Lack(scene, topic).tell(this);
        }
    }

    /** That the next promo is begun. */
    void promo() {
        if (mentions != null) {
            promo++;
        }
    }

    /** That a field of the promo begun last was read from some words. */
    void field(String name, int from, int to) {
        if (mentions != null) {
            keep(Rule.AS_SAID, TracePlace.of(mentions, from, to), name, promo);
        }
    }

    private void keep(Rule otherwise, @Nullable TracePlace place, @Nullable Object said, int ofPromo) {
        entries.add(new TraceEntry(rule == null ? otherwise : rule, place, cue, Said.of(said), ofPromo));
        rule = null;
        cue = null;
    }

    private static @Nullable Sense senseOf(Aside aside) {
        return switch (aside) {
            case NO, SECTION -> null;
            case BOILERPLATE -> Sense.BOILERPLATE;
            case PAST -> Sense.PAST;
            case HABIT -> Sense.HABIT;
            case EXAMPLE -> Sense.EXAMPLE;
            case CONTRAST -> Sense.CONTRAST;
            case ABSENCE -> Sense.ABSENCE;
        };
    }
}
