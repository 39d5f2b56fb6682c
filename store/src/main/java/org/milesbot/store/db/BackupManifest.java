package org.milesbot.store.db;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.milesbot.api.Slugs;

/**
 * What is in a backup.
 *
 * @param version the version of the schema it was made from
 * @param madeAt when
 * @param tables the tables, each after those it refers to
 */
public record BackupManifest(int version, Instant madeAt, List<Table> tables) {

    static final String FILE = "manifest.json";

    private static final JsonFactory JSON = new JsonFactory();

    /** Copies the list. */
    public BackupManifest {
        tables = List.copyOf(tables);
    }

    /**
     * A table in a backup.
     *
     * @param name its name
     * @param columns its columns, in the order of the file
     * @param rows how many rows
     */
    public record Table(String name, List<String> columns, long rows) {

        /** Copies the list. The names become part of statements, therefore they are slugs. */
        public Table {
            Slugs.require("table", name);
            columns.forEach(column -> Slugs.require("column", column));
            columns = List.copyOf(columns);
        }

        String file() {
            return name + ".copy";
        }

        /** The table and its columns as COPY wants them. */
        String listed(String schema) {
            return schema + "." + name
                    + columns.stream().map(column -> '"' + column + '"').collect(Collectors.joining(", ", " (", ")"));
        }
    }

    byte[] toJson() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("version", version);
            json.writeStringField("made_at", madeAt.toString());
            json.writeArrayFieldStart("tables");
            for (Table table : tables) {
                json.writeStartObject();
                json.writeStringField("name", table.name());
                json.writeNumberField("rows", table.rows());
                json.writeArrayFieldStart("columns");
                for (String column : table.columns()) {
                    json.writeString(column);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    static BackupManifest fromJson(InputStream in) throws IOException {
        try (JsonParser json = JSON.createParser(in)) {
            int version = 0;
            Instant madeAt = Instant.EPOCH;
            List<Table> tables = new ArrayList<>();
            json.nextToken();
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                switch (name) {
                    case "version" -> version = json.getIntValue();
                    case "made_at" -> madeAt = Instant.parse(json.getText());
                    case "tables" -> readTables(json, tables);
                    default -> json.skipChildren();
                }
            }
            if (version < 1) {
                throw new IOException("no version");
            }
            return new BackupManifest(version, madeAt, tables);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IOException(e);
        }
    }

    private static void readTables(JsonParser json, List<Table> tables) throws IOException {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            String table = "";
            long rows = 0;
            List<String> columns = new ArrayList<>();
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                switch (name) {
                    case "name" -> table = json.getText();
                    case "rows" -> rows = json.getLongValue();
                    case "columns" -> readColumns(json, columns);
                    default -> json.skipChildren();
                }
            }
            tables.add(new Table(table, columns, rows));
        }
    }

    private static void readColumns(JsonParser json, List<String> columns) throws IOException {
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            columns.add(json.getText());
        }
    }
}
