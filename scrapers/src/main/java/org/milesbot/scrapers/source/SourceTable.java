package org.milesbot.scrapers.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;

/**
 * The table of built-in sources, {@code sources.json} beside this class. Read strictly: a slip in it is an error that names
 * the line, never a source that is silently not watched.
 */
final class SourceTable {

    private static final String RESOURCE = "sources.json";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private SourceTable() {}

    /** The row of a built-in plug-in. */
    static PluginRow row(String pluginId) {
        try (InputStream stream = SourceTable.class.getResourceAsStream(RESOURCE)) {
            Map<String, PluginRow> rows = parse(Objects.requireNonNull(stream, RESOURCE));
            return Objects.requireNonNull(rows.get(pluginId), pluginId);
        } catch (IOException e) {
            throw broken(Text.plain(String.valueOf(e.getMessage())), e);
        }
    }

    /** All rows by the id of their plug-in. */
    static Map<String, PluginRow> parse(InputStream stream) throws IOException {
        try {
            Map<String, PluginRow> rows = JSON.readValue(stream, new TypeReference<TreeMap<String, PluginRow>>() {});
            requireUniqueIds(rows);
            return rows;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw broken(Text.of(SourceTable.class, "table.line", String.valueOf(line), e.getOriginalMessage()), e);
        }
    }

    private static void requireUniqueIds(Map<String, PluginRow> rows) {
        Set<String> seen = new HashSet<>();
        for (PluginRow row : rows.values()) {
            for (SourceRow source : row.sources()) {
                if (!seen.add(source.id())) {
                    throw broken(Text.of(SourceTable.class, "table.twice", source.id()), null);
                }
            }
        }
    }

    private static MilesbotException broken(Text fault, @Nullable Throwable cause) {
        return new MilesbotException(ErrorKind.INTERNAL, Text.of(SourceTable.class, "table", RESOURCE, fault), cause);
    }
}
