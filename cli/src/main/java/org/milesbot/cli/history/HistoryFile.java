package org.milesbot.cli.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.config.KnownNames;
import org.milesbot.cli.config.Quoted;
import org.milesbot.forecast.history.Campaign;
import org.milesbot.forecast.history.Confidence;

/**
 * A history of transfer bonuses as CSV: a heading with the names of {@link Column}, in any order, then a campaign a line.
 * Lines that are wrong are refused one by one, and the rest is read.
 *
 * @param rows the campaigns, in the order of the file
 * @param refusals the lines that are none, in the order of the file
 * @param notes what else there is to say of it
 */
public record HistoryFile(List<Row> rows, List<Refusal> refusals, List<Text> notes) {

    private static final String SHIPPED = "transfer_bonus_history.csv";
    private static final int MOST_BYTES = 10 << 20;

    /**
     * A campaign and where it stands.
     *
     * @param campaign what the line says
     * @param url where it was read, or null
     * @param line the line's number, from 1
     */
    public record Row(Campaign campaign, @Nullable URI url, int line) {

        /** The first day that the line tells: the first one of the campaign, else the last. */
        public LocalDate day() {
            return campaign.start() != null ? campaign.start() : Objects.requireNonNull(campaign.end());
        }
    }

    /**
     * A line that is refused.
     *
     * @param line its number, from 1
     * @param why what is wrong with it, and what a right one looks like
     */
    public record Refusal(int line, Text why) {

        /** The whole sentence, with the number of the line. */
        public Text sentence() {
            return Text.of(HistoryFile.class, "line", Integer.toString(line), why);
        }
    }

    /** Copies the lists. */
    public HistoryFile {
        rows = List.copyOf(rows);
        refusals = List.copyOf(refusals);
        notes = List.copyOf(notes);
    }

    /**
     * Reads a file.
     *
     * @param name what the person calls it
     * @param known the slugs of the programmes and banks that are known
     * @throws MilesbotException of kind CONFIGURATION if it cannot be read, of kind DATA if it is no history
     */
    public static HistoryFile open(String name, Path path, Collection<String> known) {
        try (InputStream in = Files.newInputStream(path)) {
            return of(in.readNBytes(MOST_BYTES + 1), known);
        } catch (IOException e) {
            String key = Files.exists(path) ? "file.unreadable" : "file.missing";
            throw new MilesbotException(ErrorKind.CONFIGURATION, Text.of(HistoryFile.class, key, Quoted.of(name)), e);
        }
    }

    /**
     * Reads a stream to its end and leaves it open.
     *
     * @param known the slugs of the programmes and banks that are known
     * @throws MilesbotException of kind DATA if it is no history
     */
    public static HistoryFile of(InputStream in, Collection<String> known) {
        try {
            return of(in.readNBytes(MOST_BYTES + 1), known);
        } catch (IOException e) {
            throw new UncheckedIOException("the stream broke off", e);
        }
    }

    /** The history that comes along. */
    public static HistoryFile shipped(Collection<String> known) {
        try (InputStream in = Objects.requireNonNull(HistoryFile.class.getResourceAsStream(SHIPPED))) {
            return of(in, known);
        } catch (IOException e) {
            throw new UncheckedIOException("the history cannot be read", e);
        }
    }

    private static HistoryFile of(byte[] bytes, Collection<String> known) {
        if (bytes.length > MOST_BYTES) {
            throw new MilesbotException(ErrorKind.DATA, Text.of(HistoryFile.class, "file.too_large", MOST_BYTES >> 20));
        }
        return HistoryReader.read(new String(bytes, StandardCharsets.UTF_8), new KnownNames(known));
    }

    /**
     * The same history as it can be known on a day: lines are refused that are more than a year ahead, or say that they
     * were inferred from an announcement that is yet to come.
     */
    public HistoryFile knownOn(LocalDate today) {
        List<Row> kept = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>(refusals);
        for (Row row : rows) {
            LocalDate first = row.day();
            if (first.isAfter(today.plusYears(1))) {
                refused.add(refusal(row, "line.far_ahead", first, today));
            } else if (row.campaign().confidence() == Confidence.APPROX
                    && row.campaign().start() != null
                    && first.isAfter(today)) {
                refused.add(refusal(row, "line.approx_ahead", first, today));
            } else {
                kept.add(row);
            }
        }
        refused.sort(Comparator.comparingInt(Refusal::line));
        return new HistoryFile(kept, refused, notes);
    }

    private static Refusal refusal(Row row, String key, LocalDate day, LocalDate today) {
        return new Refusal(row.line(), Text.of(HistoryFile.class, key, day.toString(), today.toString()));
    }
}
