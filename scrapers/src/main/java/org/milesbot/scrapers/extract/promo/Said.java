package org.milesbot.scrapers.extract.promo;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.promo.OriginId;
import org.milesbot.scrapers.extract.lexicon.Hit;

/**
 * What a rule said.
 *
 * @param value for machines
 * @param meaning for people
 */
public record Said(String value, Text meaning) {

    /** That something is for whoever buys. */
    static final Said PURCHASE = new Said("purchase", Text.of(Said.class, "purchase"));

    private static final Said NOTHING = new Said("", Text.plain(""));

    static Said of(@Nullable Object said) {
        if (said instanceof Said ready) {
            return ready;
        }
        if (said instanceof Rule rule) {
            return new Said(rule.slug(), rule.meaning());
        }
        if (said instanceof Enum<?> constant) {
            String value = Rule.slug(constant);
            String group = constant.getDeclaringClass().getSimpleName();
            return new Said(value, Text.of(Said.class, group + "." + value));
        }
        if (said instanceof Collection<?> several) {
            return several.stream().map(Said::of).reduce(Said::and).orElse(NOTHING);
        }
        String plain = plain(said);
        return new Said(plain, Text.plain(plain));
    }

    private Said and(Said next) {
        return new Said(value + ", " + next.value, Text.of(Said.class, "list", meaning, next.meaning));
    }

    private static String plain(@Nullable Object said) {
        if (said instanceof ReadPercent percent) {
            return percent.mention().value().toPlainString() + "%";
        }
        if (said instanceof Hit hit) {
            return hit.value();
        }
        if (said instanceof NameMention name) {
            return name.slug();
        }
        if (said instanceof Sides sides) {
            return givers(sides.givers(), sides.everyBank());
        }
        if (said instanceof Campaign campaign) {
            return givers(campaign.givers(), campaign.everyBank()) + " > "
                    + campaign.taker().slug();
        }
        return said == null ? "" : said.toString();
    }

    private static String givers(List<NameMention> named, List<Hit> everyBank) {
        Set<String> givers = new LinkedHashSet<>(Sides.slugs(named));
        if (!everyBank.isEmpty()) {
            givers.add(OriginId.EVERY_BANK.value());
        }
        return String.join(" + ", givers);
    }
}
