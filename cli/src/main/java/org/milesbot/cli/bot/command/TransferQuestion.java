package org.milesbot.cli.bot.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.cli.bot.command.ProgramWords.Named;
import org.milesbot.notify.message.Transfer;

/**
 * A transfer that somebody asks about, as far as they have said.
 *
 * @param points how many, or null
 * @param origin the slug of where they come from, or null
 * @param program the slug of where they go, or null
 */
record TransferQuestion(
        @Nullable Long points,
        @Nullable String origin,
        @Nullable String program) {

    static final TransferQuestion EMPTY = new TransferQuestion(null, null, null);

    /** What stands between the giver and the taker. */
    private static final String TO = ">";

    private static final Pattern AMOUNT = Pattern.compile(
            "(?<![\\p{Alnum}.,])([0-9]{1,3}(?:[.,][0-9]{3})+|[0-9]{1,12}(?:[.,][0-9]{1,2})?)\\s*(mil|k|milhao|milhoes|mi)?(?![\\p{Alnum}%])");
    private static final Set<String> TO_WORDS = Set.of(TO, "para", "pra", "pro", "to", "into");
    private static final Set<String> FILLERS = Set.of(
            "a",
            "as",
            "da",
            "das",
            "de",
            "do",
            "dos",
            "em",
            "from",
            "na",
            "no",
            "o",
            "of",
            "miles",
            "milhas",
            "points",
            "pontos",
            "quanto",
            "rende",
            "rendem",
            "the",
            "transferir",
            "transfer");

    /**
     * What somebody says, beside what they had said.
     *
     * @param givers those of which points come rather than to which they go
     * @throws org.milesbot.api.MilesbotException of kind USAGE if it cannot be understood
     */
    static TransferQuestion read(String text, ProgramWords programs, Set<String> givers, TransferQuestion before) {
        String folded = ProgramWords.folded(text);
        Matcher amount = AMOUNT.matcher(folded);
        boolean hasAmount = amount.find();
        Long points = hasAmount ? Long.valueOf(points(amount.group(1), amount.group(2))) : before.points();
        String rest = hasAmount ? folded.substring(0, amount.start()) + " " + folded.substring(amount.end()) : folded;
        return before.with(points, names(rest, programs), givers);
    }

    private static List<String> names(String text, ProgramWords programs) {
        List<String> names = new ArrayList<>();
        for (Named word : programs.read(text)) {
            if (word.slug() != null) {
                names.add(word.slug());
            } else if (TO_WORDS.contains(word.words())) {
                names.add(TO);
            } else if (!FILLERS.contains(word.words())) {
                throw programs.unknown(word.words(), "calc");
            }
        }
        return names;
    }

    private static long points(String digits, @Nullable String unit) {
        boolean isGrouped = digits.matches("[0-9]{1,3}([.,][0-9]{3})+") && unit == null;
        BigDecimal number = new BigDecimal(isGrouped ? digits.replaceAll("[.,]", "") : decimal(digits));
        BigDecimal points = number.multiply(BigDecimal.valueOf(unit == null ? 1 : factor(unit)));
        boolean isWhole = points.stripTrailingZeros().scale() <= 0;
        if (!isWhole || points.signum() <= 0 || points.compareTo(BigDecimal.valueOf(Transfer.MOST_POINTS)) > 0) {
            throw Workshop.wrong("calc.wrong.points", digits);
        }
        return points.longValueExact();
    }

    /** One group of three after a point is of thousands, as in 1.500 mil; with a unit, any last group is of decimals. */
    private static String decimal(String digits) {
        int last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
        return last < 0 ? digits : digits.substring(0, last).replaceAll("[.,]", "") + "." + digits.substring(last + 1);
    }

    private static long factor(String unit) {
        return unit.equals("k") || unit.equals("mil") ? 1_000 : 1_000_000;
    }

    private TransferQuestion with(@Nullable Long more, List<String> names, Set<String> givers) {
        int to = names.indexOf(TO);
        List<String> slugs = names.stream().filter(name -> !name.equals(TO)).toList();
        if (slugs.size() > 2) {
            throw Workshop.wrong("calc.wrong.names");
        }
        String giver = origin;
        String taker = program;
        if (slugs.size() == 2) {
            giver = slugs.get(0);
            taker = slugs.get(1);
        } else if (slugs.size() == 1) {
            String only = slugs.get(0);
            boolean isGiver =
                    to >= 0 ? names.indexOf(only) < to : origin == null && (program != null || givers.contains(only));
            giver = isGiver ? only : origin;
            taker = isGiver ? program : only;
        }
        if (giver != null && giver.equals(taker)) {
            throw Workshop.wrong("calc.wrong.same");
        }
        return new TransferQuestion(more, giver, taker);
    }

    boolean isWhole() {
        return points != null && origin != null && program != null;
    }

    /** What {@link #read} reads it from. */
    String words() {
        boolean isNamed = origin != null || program != null;
        return Stream.of(points == null ? null : points.toString(), origin, isNamed ? TO : null, program)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    TransferQuestion withPoints(long other) {
        return new TransferQuestion(other, origin, program);
    }

    TransferQuestion withOrigin(String other) {
        return new TransferQuestion(points, other, program);
    }

    TransferQuestion withProgram(String other) {
        return new TransferQuestion(points, origin, other);
    }
}
