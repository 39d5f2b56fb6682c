package org.milesbot.scrapers.extract.promo;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
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

    private static Said said(DateMention date) {
        LocalTime time = date.last() == null ? either(date.firstTime(), date.lastTime()) : date.firstTime();
        Moment first = new Moment(date.first(), time);
        if (date.last() == null) {
            return new Said(first.toString(), Text.plain(written(first)));
        }
        Moment last = new Moment(date.last(), date.lastTime());
        return new Said(first + "/" + last, Text.plain(written(first) + "–" + written(last)));
    }

    private static @Nullable LocalTime either(@Nullable LocalTime one, @Nullable LocalTime other) {
        return one == null ? other : one;
    }

    private static String written(Moment moment) {
        return moment.time() == null ? DAY.format(moment.date()) : DAY.format(moment.date()) + " " + moment.time();
    }

    private static Said said(AmountMention amount) {
        String value = amount.value().toPlainString();
        String unit = amount.unit().name().toLowerCase(Locale.ROOT);
        return new Said(value + " " + unit, Text.of(Said.class, "amount." + unit, value));
    }
}
