package org.milesbot.cli.history;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.config.KnownNames;
import org.milesbot.cli.history.HistoryFile.Refusal;
import org.milesbot.cli.history.HistoryFile.Row;
import org.milesbot.cli.history.LineParser.Parsed;
import org.milesbot.forecast.history.Campaign;
import org.milesbot.forecast.history.Confidence;

/** Reads the lines of a history one by one, so that a quotation mark left open in one spoils no other. */
final class HistoryReader {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** A line that a spreadsheet leaves where a row was emptied. */
    private static final Pattern NOTHING = Pattern.compile("[\\s,;\"]*");

    private static final int LONGEST_LINE = 20_000;

    private static final int MOST_CAMPAIGNS = 50_000;

    private final CsvReaderBuilder csv;
    private final LineParser parser;
    private final List<Row> rows = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<Campaign, Integer> seen = new HashMap<>();

    private HistoryReader(CsvReaderBuilder csv, LineParser parser) {
        this.csv = csv;
        this.parser = parser;
    }

    static HistoryFile read(String text, KnownNames known) {
        String whole = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        Iterator<String> lines = whole.lines().iterator();
        int number = 0;
        while (lines.hasNext()) {
            String line = lines.next();
            number++;
            if (!NOTHING.matcher(line).matches()) {
                return read(line, number, lines, known);
            }
        }
        throw new MilesbotException(ErrorKind.DATA, Text.of(HistoryReader.class, "file.empty", Column.heading()));
    }

    private static HistoryFile read(String heading, int number, Iterator<String> lines, KnownNames known) {
        CsvReaderBuilder csv = CsvReader.builder()
                .fieldSeparator(heading.indexOf(';') >= 0 ? ';' : ',')
                .allowUnclosedQuote(false);
        Header header = Header.of(headings(csv, heading));
        LineParser parser = new LineParser(header, known);
        HistoryReader reader = new HistoryReader(csv, parser);
        int line = number;
        while (lines.hasNext()) {
            reader.hear(++line, lines.next());
        }
        List<Text> notes = new ArrayList<>(header.notes());
        notes.addAll(parser.notes());
        return new HistoryFile(reader.rows, reader.refusals, notes);
    }

    private static List<String> headings(CsvReaderBuilder csv, String heading) {
        try {
            return csv.ofSingleCsvRecord(heading).getFields();
        } catch (CsvParseException e) {
            throw new MilesbotException(
                    ErrorKind.DATA, Text.of(HistoryReader.class, "header.quotes", Column.heading()), e);
        }
    }

    private void hear(int number, String line) {
        if (NOTHING.matcher(line).matches()) {
            return;
        }
        try {
            add(number, parser.parse(fields(line)));
        } catch (WrongLine wrong) {
            refusals.add(new Refusal(number, wrong.why()));
        }
    }

    private List<String> fields(String line) throws WrongLine {
        if (line.length() > LONGEST_LINE) {
            throw WrongLine.of("line.huge", LONGEST_LINE);
        }
        try {
            return csv.ofSingleCsvRecord(line).getFields();
        } catch (CsvParseException e) {
            throw WrongLine.of("line.quotes");
        }
    }

    private void add(int number, Parsed parsed) throws WrongLine {
        Integer before = seen.putIfAbsent(whatIsSaid(parsed.campaign()), number);
        if (before != null) {
            throw WrongLine.of("line.twice", Integer.toString(before));
        }
        if (rows.size() == MOST_CAMPAIGNS) {
            throw new MilesbotException(ErrorKind.DATA, Text.of(HistoryReader.class, "file.too_long", MOST_CAMPAIGNS));
        }
        rows.add(new Row(parsed.campaign(), parsed.url(), number));
    }

    /** How well the days are known makes no other campaign. */
    private static Campaign whatIsSaid(Campaign campaign) {
        return new Campaign(
                campaign.program(),
                campaign.origins(),
                campaign.bonus(),
                campaign.base(),
                campaign.start(),
                campaign.end(),
                Confidence.EXACT);
    }
}
