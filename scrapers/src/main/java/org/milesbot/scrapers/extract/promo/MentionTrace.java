package org.milesbot.scrapers.extract.promo;

import java.util.Locale;
import java.util.Map;
import org.milesbot.api.Text;
import org.milesbot.api.promo.Moment;
import org.milesbot.scrapers.extract.lexicon.Hit;
import org.milesbot.scrapers.extract.lexicon.Sense;
import org.milesbot.scrapers.extract.mention.AmountMention;
import org.milesbot.scrapers.extract.mention.DateMention;
import org.milesbot.scrapers.extract.mention.Mentions;
import org.milesbot.scrapers.extract.mention.PercentMention;

/** Tells a trace which words were found as which mention. */
final class MentionTrace {

    private static final Map<Sense, Rule> NAMES = Map.of(
            Sense.PROGRAMME, Rule.PROGRAMME,
            Sense.AIRLINE, Rule.AIRLINE,
            Sense.TRAP, Rule.TRAP,
            Sense.PLACE, Rule.PLACE,
            Sense.AIRPORT_CODE, Rule.PLACE);

    private MentionTrace() {}

    static void tell(Mentions mentions, Trace trace) {
        mentions.text().struck().forEach(trace::struck);
        mentions.clauses()
                .forEach(clause -> mentions.hits()
                        .within(clause.from(), clause.to())
                        .forEach(hit -> trace.say(ruleOf(hit), hit.from(), hit.to(), said(hit))));
        mentions.percents().forEach(each -> trace.say(Rule.PERCENT, each.from(), each.to(), said(each)));
        mentions.dates().forEach(each -> trace.say(Rule.DATE, each.from(), each.to(), said(each)));
        mentions.times().forEach(each -> trace.say(Rule.TIME, each.from(), each.to(), each.time()));
        mentions.amounts().stream()
                .filter(each -> each.unit() != AmountMention.Unit.NONE)
                .forEach(each -> trace.say(Rule.AMOUNT, each.from(), each.to(), said(each)));
    }

    private static Rule ruleOf(Hit hit) {
        return NAMES.getOrDefault(hit.sense(), Rule.CUE);
    }

    private static Object said(Hit hit) {
        boolean named = ruleOf(hit) != Rule.CUE;
        return named ? hit.value() : (Rule.slug(hit.sense()) + " " + hit.value()).strip();
    }

    private static Said said(PercentMention percent) {
        String sort = percent.onTop() ? "on-top" : percent.upTo() ? "up-to" : "plain";
        String value = percent.value().toPlainString();
        return new Said(value + " " + sort, Text.of(Said.class, "percent." + sort, value));
    }

    private static String said(DateMention date) {
        String first = new Moment(date.first(), date.firstTime()).toString();
        return date.last() == null ? first : first + "/" + new Moment(date.last(), date.lastTime());
    }

    private static String said(AmountMention amount) {
        return amount.value().toPlainString() + " " + amount.unit().name().toLowerCase(Locale.ROOT);
    }
}
