package org.milesbot.forecast.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.forecast.history.DatedCampaign;
import org.milesbot.forecast.history.Series;
import org.milesbot.forecast.history.SeriesKey;

/** Values that two other programs worked out from the same equations. */
public final class Reference {

    private static final JsonNode ROOT = read();

    private Reference() {}

    /** The whole of it. */
    public static JsonNode root() {
        return ROOT;
    }

    /** The day at whose end its forecasts are made. */
    public static LocalDate origin() {
        return LocalDate.parse(ROOT.get("origin").asText());
    }

    /** Its three programmes. */
    public static List<Series> programs() {
        List<Series> series = new ArrayList<>();
        ROOT.get("campaigns").properties().forEach(entry -> {
            ProgramId program = new ProgramId(entry.getKey());
            List<DatedCampaign> campaigns = StreamSupport.stream(
                            entry.getValue().spliterator(), false)
                    .map(told -> new DatedCampaign(
                            program,
                            new TreeSet<>(),
                            Percent.of(told.get(2).asLong()),
                            null,
                            LocalDate.parse(told.get(0).asText()),
                            LocalDate.parse(told.get(1).asText()),
                            new DatedCampaign.Known(true, true)))
                    .toList();
            series.add(new Series(SeriesKey.of(program), campaigns, null));
        });
        return series;
    }

    /** An array of numbers. */
    public static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static JsonNode read() {
        try (InputStream in = Objects.requireNonNull(Reference.class.getResourceAsStream("reference.json"))) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
