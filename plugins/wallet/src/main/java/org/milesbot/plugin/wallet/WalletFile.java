package org.milesbot.plugin.wallet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Mistakes;
import org.milesbot.api.Nearest;
import org.milesbot.api.Text;

/**
 * Reads wallets out of CSV, line by line, so that a quotation mark left open in one spoils no other. All that is wrong is told
 * at once, and then nothing is taken.
 */
final class WalletFile {

    private static final int MOST_LINES = 100_000;
    private static final int LONGEST_LINE = 2_000;

    /** Nobody mends more in one go. */
    private static final int MOST_MISTAKES = 50;

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern NOTHING = Pattern.compile("[\\s,;\"]*");
    private static final Pattern CHAT = Pattern.compile("-?[0-9]{1,18}");

    /** What a column holds, and what it may be called. */
    private enum Column {
        CHAT(List.of("chat", "chat_id")),
        PROGRAM(List.of("programa", "program", "programme")),
        POINTS(List.of("pontos", "points", "saldo", "balance", "milhas", "miles")),
        EXPIRES(List.of("vence", "vencimento", "validade", "expires", "expiry"));

        @SuppressWarnings("ImmutableEnumChecker") // A list of List.of.
        private final List<String> names;

        Column(List<String> names) {
            this.names = names;
        }
    }

    private final Programmes programmes;
    private final LocalDate today;
    private final @Nullable Long chat;
    private final Mistakes mistakes = new Mistakes();
    private final Map<Long, List<Entry>> entries = new TreeMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private int found;

    private WalletFile(Programmes programmes, LocalDate today, @Nullable Long chat) {
        this.programmes = programmes;
        this.today = today;
        this.chat = chat;
    }

    /**
     * What people hold, by the number of their chat.
     *
     * @param chat whose all of it is; null if a column says so for each line
     * @throws MilesbotException of kind DATA that says all that is wrong
     */
    static Map<Long, List<Entry>> read(String text, Programmes programmes, LocalDate today, @Nullable Long chat) {
        WalletFile file = new WalletFile(programmes, today, chat);
        String whole = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        List<String> all = whole.lines().limit(MOST_LINES + 1L).toList();
        if (all.size() > MOST_LINES) {
            throw wrong("file.long", MOST_LINES);
        }
        int heading = 0;
        while (heading < all.size() && NOTHING.matcher(all.get(heading)).matches()) {
            heading++;
        }
        if (heading == all.size()) {
            throw wrong("file.empty");
        }
        file.read(all, heading);
        return file.entries;
    }

    private void read(List<String> all, int heading) {
        String names = all.get(heading);
        CsvReaderBuilder csv =
                CsvReader.builder().fieldSeparator(separator(names)).allowUnclosedQuote(false);
        Map<Column, Integer> columns = columns(fields(csv, names));
        for (int i = heading + 1; i < all.size(); i++) {
            if (!NOTHING.matcher(all.get(i)).matches()) {
                hear(i + 1, csv, all.get(i), columns);
            }
        }
        if (found > MOST_MISTAKES) {
            mistakes.add(Text.of(WalletFile.class, "file.more", found - MOST_MISTAKES));
        }
        mistakes.throwIfAny(ErrorKind.DATA, Text.of(WalletFile.class, "file.wrong"));
    }

    private static char separator(String heading) {
        return heading.indexOf(';') >= 0 ? ';' : heading.indexOf('\t') >= 0 ? '\t' : ',';
    }

    private static List<String> fields(CsvReaderBuilder csv, String line) {
        try {
            if (line.length() <= LONGEST_LINE) {
                return csv.ofSingleCsvRecord(line).getFields();
            }
        } catch (CsvParseException e) {
            throw new MilesbotException(ErrorKind.DATA, Text.of(WalletFile.class, "line.quotes"), e);
        }
        throw wrong("line.long", LONGEST_LINE);
    }

    private Map<Column, Integer> columns(List<String> headings) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (int i = 0; i < headings.size(); i++) {
            String name = headings.get(i).strip().toLowerCase(Locale.ROOT);
            if (name.isEmpty()) {
                continue;
            }
            Column column = column(name);
            if (column == null) {
                mistakes.add(Text.of(WalletFile.class, "header.unknown", Written.quoted(name), nearest(name)));
            } else if (columns.put(column, i) != null) {
                mistakes.add(Text.of(WalletFile.class, "header.twice", Written.quoted(name)));
            }
        }
        require(columns, Column.PROGRAM);
        require(columns, Column.POINTS);
        if (chat == null) {
            require(columns, Column.CHAT);
        } else if (columns.containsKey(Column.CHAT)) {
            mistakes.add(Text.of(WalletFile.class, "header.chat"));
        }
        mistakes.throwIfAny(ErrorKind.DATA, Text.of(WalletFile.class, "header.wrong"));
        return columns;
    }

    private static @Nullable Column column(String name) {
        for (Column column : Column.values()) {
            if (column.names.contains(name)) {
                return column;
            }
        }
        return null;
    }

    private static String nearest(String name) {
        List<String> all = new ArrayList<>();
        for (Column column : Column.values()) {
            all.addAll(column.names);
        }
        return Nearest.to(name, all).orElse(String.join(", ", List.of("programa", "pontos", "vence", "chat")));
    }

    private void require(Map<Column, Integer> columns, Column column) {
        if (!columns.containsKey(column)) {
            String key = column == Column.CHAT ? "header.no-chat" : "header.missing";
            mistakes.add(Text.of(WalletFile.class, key, column.names.get(0)));
        }
    }

    /** A line that is wrong in several places is told of each. */
    private void hear(int number, CsvReaderBuilder csv, String line, Map<Column, Integer> columns) {
        Optional<List<String>> split = read(number, () -> fields(csv, line));
        if (split.isEmpty()) {
            return;
        }
        List<String> fields = split.get();
        String expires = value(fields, columns, Column.EXPIRES);
        Optional<Long> whose =
                chat != null ? Optional.of(chat) : read(number, () -> chat(value(fields, columns, Column.CHAT)));
        Optional<String> program = read(number, () -> programmes.slug(value(fields, columns, Column.PROGRAM)));
        Optional<Long> points = read(number, () -> Written.points(value(fields, columns, Column.POINTS)));
        Optional<LocalDate> day =
                expires.isEmpty() ? Optional.empty() : read(number, () -> Written.day(expires, today));
        boolean isWhole =
                whose.isPresent() && program.isPresent() && points.isPresent() && expires.isEmpty() == day.isEmpty();
        if (isWhole) {
            add(number, whose.get(), new Entry(program.get(), points.get(), day.orElse(null)));
        }
    }

    private void add(int number, Long whose, Entry entry) {
        Integer before = lines.putIfAbsent(whose + " " + entry.program() + " " + entry.expires(), number);
        if (before != null) {
            mistake(number, Text.of(WalletFile.class, "line.twice", before.toString()));
            return;
        }
        entries.computeIfAbsent(whose, id -> new ArrayList<>()).add(entry);
    }

    private <T> Optional<T> read(int number, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (MilesbotException e) {
            mistake(number, e.text());
            return Optional.empty();
        }
    }

    private void mistake(int number, Text what) {
        if (++found <= MOST_MISTAKES) {
            mistakes.add(Text.of(WalletFile.class, "line", Integer.toString(number), what));
        }
    }

    private static String value(List<String> fields, Map<Column, Integer> columns, Column column) {
        Integer at = columns.get(column);
        return at == null || at >= fields.size() ? "" : fields.get(at).strip();
    }

    private static Long chat(String written) {
        if (!CHAT.matcher(written).matches()) {
            throw wrong("chat.wrong", Written.quoted(written));
        }
        return Long.valueOf(written);
    }

    private static MilesbotException wrong(String key, Object... arguments) {
        return new MilesbotException(ErrorKind.DATA, Text.of(WalletFile.class, key, arguments));
    }
}
