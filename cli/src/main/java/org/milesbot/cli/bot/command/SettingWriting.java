package org.milesbot.cli.bot.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.milesbot.cli.bot.command.ProgramWords.Named;
import org.milesbot.cli.people.MessageHours;
import org.milesbot.cli.people.Setting;
import org.milesbot.scrapers.extract.text.Folding;
import org.milesbot.store.user.Profile;

/** Turns what people write on a page of the settings into {@code key=value}. */
final class SettingWriting {

    private static final Map<String, String> AUDIENCES = Map.of(
            "clube", "club",
            "club", "club",
            "cartao", "card",
            "card", "card",
            "status", "status",
            "elite", "status",
            "app", "app");

    private final ProgramWords programs;

    SettingWriting(Workshop workshop) {
        programs = workshop.programs();
    }

    String assignment(SettingPage page, String words, Profile profile) {
        return switch (page) {
            case PROGRAMS -> listed(Setting.PROGRAMS, slugs(words), profile);
            case ORIGINS -> listed(Setting.ORIGINS, slugs(words), profile);
            case TIERS -> listed(Setting.TIERS, parts(words).map(this::tier).toList(), profile);
            case QUIET -> Setting.QUIET.key() + "=" + MessageHours.quiet(words).orElse(words);
            case DIGEST -> Setting.DIGEST_AT.key() + "=" + words;
            case THRESHOLD, MIN_BONUS, ZONE, KINDS, LEVELS, LANGUAGE, AI ->
                page.settings().get(0).key() + "=" + words;
        };
    }

    private static String listed(Setting setting, List<String> items, Profile profile) {
        return SettingChoices.withAll(setting, items, profile);
    }

    private List<String> slugs(String words) {
        return parts(words).map(part -> slug(programs, part)).toList();
    }

    private static Stream<String> parts(String words) {
        return Stream.of(words.split("[,;\n]", -1)).map(String::strip).filter(part -> !part.isEmpty());
    }

    /** "smiles:club", "clube smiles", "cartão itaú"; of a programme alone, its club. */
    private String tier(String words) {
        int colon = words.indexOf(':');
        if (colon >= 0) {
            return slug(programs, words.substring(0, colon)) + words.substring(colon);
        }
        String[] parts = words.split("\\s+", 2);
        String audience = AUDIENCES.get(Folding.fold(parts[0]));
        return audience == null || parts.length < 2
                ? slug(programs, words) + ":club"
                : slug(programs, parts[1].replaceFirst("(?i)^d[aoe]\\s+", "")) + ":" + audience;
    }

    /** The slug of the programme or bank that somebody names; what names none, as a slug would be written. */
    static String slug(ProgramWords programs, String words) {
        return named(programs, words)
                .orElseGet(() -> ProgramWords.folded(words).strip().replaceAll("[^a-z0-9]+", "_"));
    }

    /** The slug of the programme or bank that somebody names, if there is but one. */
    static Optional<String> named(ProgramWords programs, String words) {
        List<Named> read = programs.read(words);
        return read.size() == 1 ? Optional.ofNullable(read.get(0).slug()) : Optional.empty();
    }
}
