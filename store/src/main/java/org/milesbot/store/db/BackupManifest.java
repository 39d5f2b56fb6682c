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
import java.util.stream.Stream;
import org.milesbot.api.Slugs;

/**
 * What is in a backup.
 *
 * @param version the version of the schema it was made from
 * @param madeAt when
 * @param tables the tables, each after those it refers to
 * @param plugins the tables of plug-ins beside them
 */
public record BackupManifest(int version, Instant madeAt, List<Table> tables, List<PluginTables> plugins) {

    static final String FILE = "manifest.json";

    private static final JsonFactory JSON = new JsonFactory();

    /** Copies the lists. */
    public BackupManifest {
        tables = List.copyOf(tables);
        plugins = List.copyOf(plugins);
    }

    /** How many rows there are, those of plug-ins among them. */
    public long rows() {
        return Stream.concat(tables.stream(), plugins.stream().flatMap(plugin -> plugin.tables().stream()))
                .mapToLong(Table::rows)
                .sum();
    }

    /**
     * What is in a backup of one plug-in.
     *
     * @param plugin its id
     * @param version the version of its schema
     * @param tables its tables, each after those it refers to
     */
    public record PluginTables(String plugin, int version, List<Table> tables) {

        /** Copies the list. */
        public PluginTables {
            Slugs.require("plug-in", plugin);
            tables = List.copyOf(tables);
        }

        /** The folder of its files in the backup. */
        String folder() {
            return "plugins/" + plugin + "/";
        }
    }

    /**
     * A table in a backup.
     *
     * @param name its name
     * @param columns its columns, in the order of the file
     * @param rows how many rows
     */
    public record Table(String name, List<String> columns, long rows) {

        /** Copies the list. */
        public Table {
            columns = List.copyOf(columns);
        }

        String file() {
            return name + ".copy";
        }

        /** The table as a statement names it. A plug-in calls its tables what it likes. */
        String in(String schema) {
            return schema + "." + quoted(name);
        }

        /** The table and its columns as COPY wants them. */
        String listed(String schema) {
            return in(schema) + columns.stream().map(Table::quoted).collect(Collectors.joining(", ", " (", ")"));
        }

        private static String quoted(String name) {
            return '"' + name.replace("\"", "\"\"") + '"';
        }
    }

    byte[] toJson() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("version", version);
            json.writeStringField("made_at", madeAt.toString());
            write(json, tables);
            json.writeArrayFieldStart("plugins");
            for (PluginTables plugin : plugins) {
                json.writeStartObject();
                json.writeStringField("plugin", plugin.plugin());
                json.writeNumberField("version", plugin.version());
                write(json, plugin.tables());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, List<Table> tables) throws IOException {
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
    }

    static BackupManifest fromJson(InputStream in) throws IOException {
        try (JsonParser json = JSON.createParser(in)) {
            int version = 0;
            Instant madeAt = Instant.EPOCH;
            List<Table> tables = new ArrayList<>();
            List<PluginTables> plugins = new ArrayList<>();
            json.nextToken();
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                switch (name) {
                    case "version" -> version = json.getIntValue();
                    case "made_at" -> madeAt = Instant.parse(json.getText());
                    case "tables" -> readTables(json, tables);
                    case "plugins" -> readPlugins(json, plugins);
                    default -> json.skipChildren();
                }
            }
            if (version < 1) {
                throw new IOException("no version");
            }
            return new BackupManifest(version, madeAt, tables, plugins);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IOException(e);
        }
    }

    private static void readPlugins(JsonParser json, List<PluginTables> plugins) throws IOException {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            String plugin = "";
            int version = 0;
            List<Table> tables = new ArrayList<>();
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                switch (name) {
                    case "plugin" -> plugin = json.getText();
                    case "version" -> version = json.getIntValue();
                    case "tables" -> readTables(json, tables);
                    default -> json.skipChildren();
                }
            }
            plugins.add(new PluginTables(plugin, version, tables));
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
