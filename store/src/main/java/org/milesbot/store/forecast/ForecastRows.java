package org.milesbot.store.forecast;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.store.db.StorableText;
import org.milesbot.store.forecast.StoredForecast.Basis;
import org.milesbot.store.forecast.StoredForecast.Chances;
import org.milesbot.store.forecast.StoredForecast.Driver;
import org.milesbot.store.forecast.StoredForecast.Estimate;
import org.milesbot.store.forecast.StoredForecast.Outlook;
import org.milesbot.store.forecast.StoredForecast.Pair;
import org.milesbot.store.forecast.StoredForecast.Quantiles;
import org.milesbot.store.forecast.StoredForecast.Rivals;

/** Writes forecasts as a JSON array whose objects have the columns of the table as fields, so that all are one statement. */
final class ForecastRows {

    private static final JsonFactory JSON = new JsonFactory();

    private ForecastRows() {}

    static String toJson(List<StoredForecast> forecasts) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (StoredForecast forecast : forecasts) {
                json.writeStartObject();
                write(json, "program", forecast.series().program());
                write(json, "origin", forecast.series().origin());
                write(json, "origin_day", forecast.made().originDay());
                write(json, "made_at", forecast.made().at());
                write(json, "model_version", forecast.made().modelVersion());
                writeChances(json, forecast.chances());
                writeRivals(json, forecast.rivals());
                writeOutlook(json, forecast.outlook());
                writeQuantiles(json, forecast.levels().highest(), "bonus_q10", "typical_bonus", "bonus_q90");
                writeQuantiles(json, forecast.levels().base(), "base_q10", "base_q50", "base_q90");
                writeBasis(json, forecast.basis());
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void writeChances(JsonGenerator json, Chances chances) throws IOException {
        writeEstimate(json, "next_1d_prob", chances.day1());
        writeEstimate(json, "next_3d_prob", chances.day3());
        writeEstimate(json, "next_7d_prob", chances.day7());
        writeEstimate(json, "next_30d_prob", chances.day30());
        writeEstimate(json, "next_90d_prob", chances.day90());
        json.writeArrayFieldStart("curve");
        for (double probability : chances.curve()) {
            json.writeNumber(probability);
        }
        json.writeEndArray();
    }

    private static void writeEstimate(JsonGenerator json, String name, Estimate estimate) throws IOException {
        json.writeNumberField(name, estimate.probability());
        json.writeNumberField(name + "_lo", estimate.low());
        json.writeNumberField(name + "_hi", estimate.high());
    }

    private static void writeRivals(JsonGenerator json, Rivals rivals) throws IOException {
        writePair(json, "plain", rivals.plain());
        writePair(json, "baseline", rivals.baseline());
        writePair(json, "climatology", rivals.climatology());
        writePair(json, "pooled", rivals.pooled());
        json.writeNumberField("omega_full", rivals.omegaFull());
        OpinionRows.write(json, rivals.opinions());
    }

    private static void writePair(JsonGenerator json, String name, Pair pair) throws IOException {
        json.writeNumberField(name + "_7d_prob", pair.day7());
        json.writeNumberField(name + "_30d_prob", pair.day30());
    }

    private static void writeOutlook(JsonGenerator json, Outlook outlook) throws IOException {
        write(json, "median_wait_days", outlook.medianWaitDays());
        write(
                json,
                "window_from",
                outlook.window() == null ? null : outlook.window().from());
        write(
                json,
                "window_to",
                outlook.window() == null ? null : outlook.window().to());
        write(json, "announced_start", outlook.announcedStart());
        write(json, "running_until", outlook.runningUntil());
    }

    private static void writeQuantiles(
            JsonGenerator json, @Nullable Quantiles quantiles, String low, String middle, String high)
            throws IOException {
        if (quantiles != null) {
            write(json, low, quantiles.q10());
            write(json, middle, quantiles.q50());
            write(json, high, quantiles.q90());
        }
    }

    private static void writeBasis(JsonGenerator json, Basis basis) throws IOException {
        json.writeNumberField("campaigns", basis.campaigns());
        write(json, "confidence", basis.confidence().slug());
        write(json, "readiness", basis.readiness().slug());
        json.writeArrayFieldStart("drivers");
        for (Driver driver : basis.drivers()) {
            json.writeStartObject();
            write(json, "name", driver.name());
            json.writeNumberField("effect", driver.effect());
            json.writeEndObject();
        }
        json.writeEndArray();
        write(json, "last_start", basis.last() == null ? null : basis.last().start());
        write(json, "last_end", basis.last() == null ? null : basis.last().end());
        write(json, "gap_days", basis.gapDays());
    }

    /** The server reads the text as whatever type the column has. A field left out is null. */
    private static void write(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(name, StorableText.clean(value.toString()));
        }
    }
}
