package org.milesbot.cli.history;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Slugs;
import org.milesbot.api.Text;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.cli.config.KnownNames;
import org.milesbot.cli.config.Quoted;
import org.milesbot.forecast.history.Campaign;
import org.milesbot.forecast.history.Confidence;

/** Makes campaigns of the lines of a history, and notes names that nobody knew before. */
final class LineParser {

    private static final int LONGEST_CELL = 2_000;
    private static final int MOST_ORIGINS = 60;
    private static final int MOST_NOTES = 100;
    private static final Percent MOST = Percent.of(1_000);
    private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);
    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,5}(?:[.,][0-9]{1,2})?)\\s?%?");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final Header header;
    private final KnownNames known;
    /** Names that nobody knew before, each with the one that may have been meant. */
    private final Map<String, Optional<String>> unknown = new LinkedHashMap<>();

    LineParser(Header header, KnownNames known) {
        this.header = header;
        this.known = known;
    }

    /** What a line says, without its number. */
    record Parsed(Campaign campaign, @Nullable URI url) {}

    Parsed parse(List<String> fields) throws WrongLine {
        if (fields.size() > header.width()) {
            throw WrongLine.of("line.too_wide", fields.size(), header.width());
        }
        ProgramId program = program(cell(fields, Column.PROGRAM));
        SortedSet<OriginId> origins = origins(cell(fields, Column.ORIGIN));
        Percent bonus = percent(fields, Column.BONUS_PCT);
        Percent base = percent(fields, Column.BASE_PCT);
        if (bonus != null && base != null && base.compareTo(bonus) > 0) {
            throw WrongLine.of("line.base", base.toString(), bonus.toString());
        }
        LocalDate start = day(fields, Column.START);
        LocalDate end = day(fields, Column.END);
        if (start == null && end == null) {
            throw WrongLine.of("line.no_day");
        }
        if (start != null && end != null && end.isBefore(start)) {
            throw WrongLine.of("line.end_first", end.toString(), start.toString());
        }
        Confidence confidence = confidence(cell(fields, Column.CONFIDENCE), start != null && end != null);
        URI url = url(cell(fields, Column.SOURCE_URL));
        return new Parsed(new Campaign(program, origins, bonus, base, start, end, confidence), url);
    }

    private String cell(List<String> fields, Column column) throws WrongLine {
        String cell = header.cell(fields, column);
        if (cell.length() > LONGEST_CELL) {
            throw WrongLine.of("line.too_long", column.title(), LONGEST_CELL);
        }
        return cell;
    }

    private ProgramId program(String cell) throws WrongLine {
        if (cell.isEmpty()) {
            throw WrongLine.of("line.no_program");
        }
        if (known.has(cell)) {
            return new ProgramId(cell);
        }
        Optional<String> meant = meantBy(cell);
        if (meant.isPresent()) {
            throw WrongLine.of("line.program.nearest", Quoted.of(cell), meant.get());
        }
        if (!Slugs.isSlug(cell)) {
            throw WrongLine.of("line.program.form", Quoted.of(cell));
        }
        unknown.put(cell, meant);
        return new ProgramId(cell);
    }

    private Optional<String> meantBy(String name) {
        Optional<String> before = unknown.get(name);
        return before == null ? known.meantBy(name) : before;
    }

    private SortedSet<OriginId> origins(String cell) throws WrongLine {
        SortedSet<OriginId> origins = new TreeSet<>();
        for (String name : cell.split("\\|", -1)) {
            String slug = name.strip();
            if (!slug.isEmpty()) {
                origins.add(origin(slug));
            }
        }
        if (origins.size() > MOST_ORIGINS) {
            throw WrongLine.of("line.too_many_origins", origins.size(), MOST_ORIGINS);
        }
        return origins;
    }

    private OriginId origin(String slug) throws WrongLine {
        boolean isKnown = slug.equals(OriginId.EVERY_BANK.value()) || known.has(slug);
        if (!isKnown) {
            Optional<String> meant = meantBy(slug);
            if (!Slugs.isSlug(slug)) {
                throw meant.isPresent()
                        ? WrongLine.of("line.origin.nearest", Quoted.of(slug), meant.get())
                        : WrongLine.of("line.origin.form", Quoted.of(slug));
            }
            // There are hundreds of banks, and many are named almost alike.
            unknown.put(slug, meant);
        }
        return new OriginId(slug);
    }

    private @Nullable Percent percent(List<String> fields, Column column) throws WrongLine {
        String cell = cell(fields, column);
        if (cell.isEmpty()) {
            return null;
        }
        var number = PERCENT.matcher(cell);
        if (!number.matches()) {
            throw WrongLine.of("line.percent", column.title(), Quoted.of(cell));
        }
        BigDecimal value = new BigDecimal(number.group(1).replace(',', '.'));
        if (value.signum() <= 0 || value.compareTo(MOST.value()) > 0) {
            throw WrongLine.of("line.percent.range", column.title(), Quoted.of(cell), MOST.toString());
        }
        return new Percent(value);
    }

    private @Nullable LocalDate day(List<String> fields, Column column) throws WrongLine {
        String cell = cell(fields, column);
        if (cell.isEmpty()) {
            return null;
        }
        LocalDate day = parsed(cell);
        if (day == null) {
            throw WrongLine.of("line.day", column.title(), Quoted.of(cell));
        }
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            throw WrongLine.of(
                    "line.day.range", column.title(), day.toString(), FIRST_DAY.toString(), LAST_DAY.toString());
        }
        return day;
    }

    private static @Nullable LocalDate parsed(String cell) {
        try {
            return DAY.matcher(cell).matches() ? LocalDate.parse(cell) : null;
        } catch (DateTimeParseException e) {
            // The only way Java says that there is no such day, such as 30 February.
            return null;
        }
    }

    private static Confidence confidence(String cell, boolean hasBothDays) throws WrongLine {
        Confidence most = hasBothDays ? Confidence.EXACT : Confidence.PARTIAL;
        if (cell.isEmpty()) {
            return most;
        }
        Confidence told = Stream.of(Confidence.values())
                .filter(each -> each.slug().equals(cell.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> WrongLine.of("line.confidence", Quoted.of(cell)));
        return told.compareTo(most) < 0 ? most : told;
    }

    private static @Nullable URI url(String cell) throws WrongLine {
        if (cell.isEmpty()) {
            return null;
        }
        try {
            URI url = URI.create(cell);
            if (url.getHost() != null && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw WrongLine.of("line.url", Quoted.of(cell));
        }
        throw WrongLine.of("line.url", Quoted.of(cell));
    }

    /** What is to be said of names that nobody knew before. */
    List<Text> notes() {
        return unknown.entrySet().stream()
                .limit(MOST_NOTES)
                .map(name -> note(name.getKey(), name.getValue()))
                .toList();
    }

    private static Text note(String name, Optional<String> meant) {
        return meant.map(near -> Text.of(LineParser.class, "note.unknown.nearest", name, near))
                .orElseGet(() -> Text.of(LineParser.class, "note.unknown", name));
    }
}
