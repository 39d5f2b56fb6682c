package org.milesbot.store.promo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.milesbot.api.promo.Audience;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.Tier;

/** Reads the columns of JSON that {@link SightingRows} wrote. */
public final class StoredJson {

    private static final JsonFactory JSON = new JsonFactory();

    private StoredJson() {}

    /** The words of each field. */
    static Map<String, String> evidence(String json) throws SQLException {
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            return object(parser);
        } catch (IOException e) {
            throw new SQLException("evidence is not as it was written", e);
        }
    }

    /** Who gets which percentage. */
    public static List<Tier> tiers(String json) throws SQLException {
        if (json.equals("[]")) {
            return List.of();
        }
        List<Tier> tiers = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                Map<String, String> tier = object(parser);
                tiers.add(new Tier(
                        new Audience(tier.getOrDefault("audience", "")),
                        tier.getOrDefault("label", ""),
                        Percent.of(tier.getOrDefault("percent", ""))));
            }
        } catch (IOException e) {
            throw new SQLException("tiers are not as they were written", e);
        }
        return tiers;
    }

    /** A flat object of strings; the parser stands on its opening brace. */
    private static Map<String, String> object(JsonParser parser) throws IOException {
        Map<String, String> fields = new TreeMap<>();
        String name = parser.nextFieldName();
        while (name != null) {
            fields.put(name, parser.nextTextValue());
            name = parser.nextFieldName();
        }
        return fields;
    }
}
