package org.milesbot.cli.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.forecast.backtest.Backtest.Report;
import org.milesbot.forecast.backtest.Sample;
import org.milesbot.forecast.method.Method;

/** The questions and answers of a back-test as CSV, a file a horizon, for whoever wants to reckon with them. */
public final class SampleFiles {

    private SampleFiles() {}

    /**
     * Writes {@code forecasts-7d.csv} and the like into a folder, which is made if there is none.
     *
     * @throws MilesbotException of kind CONFIGURATION if it cannot be written to
     */
    public static void write(Path folder, Report report, List<Method> methods) {
        List<String> headings = Stream.concat(
                        Stream.of("series", "origin_day", "came"),
                        methods.stream().map(Method::name))
                .toList();
        try {
            Files.createDirectories(folder);
            for (Map.Entry<Integer, List<Sample>> horizon : report.samples().entrySet()) {
                write(folder.resolve("forecasts-" + horizon.getKey() + "d.csv"), headings, horizon.getValue());
            }
        } catch (IOException e) {
            throw new MilesbotException(
                    ErrorKind.CONFIGURATION, Text.of(SampleFiles.class, "scoring.unwritable", folder.toString()), e);
        }
    }

    private static void write(Path file, List<String> headings, List<Sample> samples) throws IOException {
        try (Writer out = Files.newBufferedWriter(file);
                CsvWriter csv =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            csv.writeRecord(headings);
            samples.forEach(sample -> csv.writeRecord(cells(sample)));
        }
    }

    private static List<String> cells(Sample sample) {
        return Stream.concat(
                        Stream.of(sample.key().toString(), sample.origin().toString(), sample.came() ? "1" : "0"),
                        sample.chances().stream().map(chance -> String.format(Locale.ROOT, "%.6f", chance)))
                .toList();
    }
}
