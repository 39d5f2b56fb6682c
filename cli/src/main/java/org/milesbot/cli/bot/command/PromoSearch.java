package org.milesbot.cli.bot.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.Promo;
import org.milesbot.cli.bot.command.ProgramWords.Named;
import org.milesbot.notify.message.PersonalBonus;
import org.milesbot.store.user.UserConfig.Follows;

/**
 * Which of the open promos somebody wants to see.
 *
 * @param isAll whether those too that they do not follow
 * @param names the programmes and banks that it must be about, as taker or as giver; what they follow if empty
 * @param least the percentage that they must get themselves, at least, or null for any
 */
record PromoSearch(
        boolean isAll, Set<String> names, @Nullable Percent least) {

    private static final String ALL = "tudo";
    private static final Set<String> ALL_WORDS = Set.of(ALL, "todas", "todos", "all", "everything");
    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,4}(?:[.,][0-9]{1,2})?)%?");
    private static final BigDecimal MOST = BigDecimal.valueOf(10_000);

    /** Words between names that narrow nothing. */
    private static final Set<String> FILLERS = Set.of(
            ">", "a", "acima", "and", "at", "bonus", "com", "da", "de", "do", "e", "from", "least", "mais", "minimo",
            "no", "na", "para", "pra", "pro", "to", "with", "%");

    /** So many bytes of a button's data are left for it. */
    private static final int LONGEST = 50;

    /** Copies the names. */
    PromoSearch {
        names = Set.copyOf(names);
    }

    /**
     * Reads what somebody wrote.
     *
     * @throws org.milesbot.api.MilesbotException of kind USAGE if a word is neither a name nor a percentage
     */
    static PromoSearch read(ProgramWords programs, String words) {
        boolean isAll = false;
        Set<String> names = new LinkedHashSet<>();
        Percent least = null;
        for (Named word : programs.read(words)) {
            if (word.slug() != null) {
                names.add(word.slug());
            } else if (ALL_WORDS.contains(word.words())) {
                isAll = true;
            } else if (PERCENT.matcher(word.words()).matches()) {
                least = percent(word.words());
            } else if (!FILLERS.contains(word.words())) {
                throw programs.unknown(word.words(), "promos");
            }
        }
        PromoSearch search = new PromoSearch(isAll, names, least);
        if (search.words().length() > LONGEST) {
            throw Workshop.wrong("promos.wrong.many");
        }
        return search;
    }

    private static Percent percent(String digits) {
        BigDecimal value = new BigDecimal(digits.replace("%", "").replace(',', '.'));
        if (value.compareTo(MOST) > 0) {
            throw Workshop.wrong("promos.wrong", digits);
        }
        return new Percent(value);
    }

    /** Everything that is open. */
    PromoSearch ofAll() {
        return new PromoSearch(true, names, least);
    }

    /** Whether what somebody follows narrows it. */
    boolean isOfFollowed() {
        return !isAll && names.isEmpty();
    }

    /** What {@link #read} reads it from. */
    String words() {
        List<String> words = new ArrayList<>(names.stream().sorted().toList());
        if (isAll) {
            words.add(0, ALL);
        }
        if (least != null) {
            words.add(least.toString());
        }
        return String.join(" ", words);
    }

    /** Whether a promo is to be shown. */
    boolean matches(Promo promo, Follows follows) {
        Set<String> tiers = follows.tiers().stream().map(Object::toString).collect(Collectors.toUnmodifiableSet());
        return names.stream().allMatch(name -> isAbout(promo, name))
                && (least == null || isEnough(promo, tiers, least))
                && (!isOfFollowed() || isFollowed(promo, follows));
    }

    /** Every bank is a giver only to a taker that is named: nobody knows whether a name alone is that of a bank. */
    private boolean isAbout(Promo promo, String name) {
        String taker = promo.program().value();
        return taker.equals(name)
                || promo.origins().contains(new OriginId(name))
                || (names.contains(taker) && promo.origins().contains(OriginId.EVERY_BANK));
    }

    private static boolean isEnough(Promo promo, Set<String> tiers, Percent least) {
        Percent theirs = PersonalBonus.of(promo.bonus(), promo.program(), promo.origins(), tiers)
                .possible();
        return theirs != null && theirs.compareTo(least) >= 0;
    }

    private static boolean isFollowed(Promo promo, Follows follows) {
        return isIn(follows.kinds(), Stream.of(promo.kind()))
                && isIn(follows.programs(), Stream.of(promo.program()))
                && (promo.origins().isEmpty()
                        || promo.origins().contains(OriginId.EVERY_BANK)
                        || isIn(follows.origins(), promo.origins().stream()));
    }

    private static <T> boolean isIn(Set<T> wanted, Stream<T> some) {
        return wanted.isEmpty() || some.anyMatch(wanted::contains);
    }
}
