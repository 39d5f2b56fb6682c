package org.milesbot.notify.message;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.milesbot.api.promo.Audience;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.Tier;

/** Which percentage of a promo is for the person, and what the others get. */
final class PersonalPhrases {

    private static final int MOST_TIERS = 5;
    private static final int LONGEST_LABEL = 60;

    private final Phrases phrases;

    PersonalPhrases(Phrases phrases) {
        this.phrases = phrases;
    }

    /** "80% para você (Clube Smiles); 60% para os demais". Empty if no percentage is known. */
    Html of(PersonalBonus personal) {
        Percent possible = personal.possible();
        if (possible == null) {
            return Html.NONE;
        }
        Percent sure = personal.sure();
        Html theirs;
        if (sure == null) {
            theirs = phrases.say("personal.up_to", bold(possible));
        } else if (sure.equals(possible)) {
            theirs = settled(personal, possible);
        } else {
            theirs = range(personal, sure, possible);
        }
        return new Html(theirs.value() + rest(personal).value());
    }

    private Html settled(PersonalBonus personal, Percent percent) {
        Tier tier = personal.tier();
        if (tier != null) {
            return phrases.say("personal.tier", bold(percent), label(tier));
        }
        return phrases.say(personal.better().isEmpty() ? "personal.everyone" : "personal.you", bold(percent));
    }

    private Html range(PersonalBonus personal, Percent sure, Percent possible) {
        Tier tier = personal.tier();
        return tier == null
                ? phrases.say("personal.range", bold(sure), bold(possible))
                : phrases.say("personal.range.tier", bold(sure), bold(possible), label(tier));
    }

    private Html rest(PersonalBonus personal) {
        List<Html> rest = new ArrayList<>();
        Percent others = personal.others();
        if (others != null && personal.tier() != null) {
            rest.add(phrases.say("personal.others", phrases.percent(others)));
        }
        if (personal.sure() != null && !personal.better().isEmpty()) {
            rest.add(better(personal.better()));
        }
        return new Html(rest.stream().map(words -> "; " + words.value()).reduce("", String::concat));
    }

    private Html better(List<Tier> better) {
        Tier best = better.get(0);
        return better.size() == 1
                ? phrases.say("personal.better", phrases.percent(best.percent()), label(best))
                : phrases.say("personal.better.many", phrases.percent(best.percent()));
    }

    /** All tiers, where the line about the person leaves some out. */
    Html tiers(Bonus bonus, PersonalBonus personal) {
        List<Tier> tiers = bonus.tiers().stream()
                .filter(tier -> !tier.audience().equals(Audience.EVERYONE))
                .sorted(Comparator.comparing(Tier::percent).reversed())
                .toList();
        if (tiers.size() <= told(personal)) {
            return Html.NONE;
        }
        List<Html> each = new ArrayList<>();
        tiers.stream()
                .limit(MOST_TIERS)
                .map(tier -> phrases.say("condition.tier", phrases.percent(tier.percent()), label(tier)))
                .forEach(each::add);
        if (tiers.size() > MOST_TIERS) {
            each.add(phrases.say("condition.tiers.more", tiers.size() - MOST_TIERS));
        }
        return phrases.say("condition.tiers", Html.join(", ", each));
    }

    /** How many tiers the line about the person names. */
    private static int told(PersonalBonus personal) {
        boolean namesAnother = personal.sure() != null && personal.better().size() == 1;
        return (personal.tier() == null ? 0 : 1) + (namesAnother ? 1 : 0);
    }

    private Html bold(Percent percent) {
        return new Html(phrases.percent(percent)).bold();
    }

    private Html label(Tier tier) {
        Html label = Html.escaped(tier.label(), LONGEST_LABEL);
        return label.isEmpty() ? new Html(tier.audience().value()) : label;
    }
}
