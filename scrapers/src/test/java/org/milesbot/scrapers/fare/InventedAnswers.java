package org.milesbot.scrapers.fare;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** Answers in a partner's shape, as many as a benchmark needs: the same question always gets the same answer. */
public final class InventedAnswers {

    private static final List<String> PROGRAMMES = List.of("smiles", "azul", "american", "flyingblue", "aeroplan");
    private static final List<String> AIRLINES = List.of("G3", "AD", "LA, IB", "TP, LA", "AF, KL", "");

    private InventedAnswers() {}

    /**
     * One entry a day: a day in ten without any seat, two cabins on the others, taxes of reais for a half.
     *
     * @param origin the IATA code of an airport
     * @param destination the IATA code of another
     * @param from the first day
     * @param days how many days
     */
    public static String partner(String origin, String destination, LocalDate from, int days) {
        long seed = (origin + destination).hashCode() * 31L + from.toEpochDay();
        SplittableRandom random = new SplittableRandom(seed);
        String programme = PROGRAMMES.get(random.nextInt(PROGRAMMES.size()));
        StringWriter written = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(written)) {
            json.writeStartObject();
            json.writeArrayFieldStart("data");
            for (int day = 0; day < days; day++) {
                json.writeStartObject();
                writeRoute(json, origin, destination, programme);
                json.writeStringField("Date", from.plusDays(day).toString());
                json.writeStringField("TaxesCurrency", random.nextBoolean() ? "BRL" : "USD");
                boolean open = random.nextInt(10) > 0;
                writeCabin(json, "Y", open, 8_000 + 100 * random.nextInt(600), random);
                writeCabin(json, "W", false, 0, random);
                writeCabin(json, "J", open, 60_000 + 500 * random.nextInt(300), random);
                writeCabin(json, "F", false, 0, random);
                json.writeStringField("UpdatedAt", from.minusDays(1) + "T10:30:00Z");
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNumberField("count", days);
            json.writeBooleanField("hasMore", false);
            json.writeNumberField("cursor", from.toEpochDay());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.toString();
    }

    private static void writeRoute(JsonGenerator json, String origin, String destination, String programme)
            throws IOException {
        json.writeStringField("ID", origin + destination + programme);
        json.writeObjectFieldStart("Route");
        json.writeStringField("OriginAirport", origin);
        json.writeStringField("DestinationAirport", destination);
        json.writeStringField("Source", programme);
        json.writeEndObject();
        json.writeStringField("Source", programme);
    }

    private static void writeCabin(JsonGenerator json, String letter, boolean open, int miles, SplittableRandom random)
            throws IOException {
        String airlines = AIRLINES.get(random.nextInt(AIRLINES.size()));
        json.writeBooleanField(letter + "Available", open);
        json.writeStringField(letter + "MileageCost", String.valueOf(open ? miles : 0));
        json.writeNumberField(letter + "TotalTaxes", open ? random.nextInt(60_000) : 0);
        json.writeNumberField(letter + "RemainingSeats", open ? random.nextInt(9) : 0);
        json.writeStringField(letter + "Airlines", airlines);
        json.writeBooleanField(letter + "Direct", random.nextInt(4) == 0);
        json.writeNumberField(letter + "DirectMileageCost", 0);
    }
}
