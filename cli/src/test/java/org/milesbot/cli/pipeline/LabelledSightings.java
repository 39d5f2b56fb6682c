package org.milesbot.cli.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.milesbot.api.source.Sighting;

/** Sightings of which a person said which campaign each is of. */
final class LabelledSightings {

    private static final ObjectMapper JSON = new ObjectMapper();

    private LabelledSightings() {}

    record Labelled(String id, String campaign, Sighting sighting) {}

    static List<Labelled> of(String name) {
        InputStream in = Objects.requireNonNull(LabelledSightings.class.getResourceAsStream("/sightings/" + name));
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().map(LabelledSightings::labelled).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Labelled labelled(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (SightingLines lines = new SightingLines(new ByteArrayInputStream(bytes))) {
            JsonNode node = JSON.readTree(text);
            SightingLines.Line line = Objects.requireNonNull(lines.next());
            if (line.refusal() != null) {
                throw new IllegalArgumentException(line.refusal().toString());
            }
            return new Labelled(
                    node.path("sighting").asText(),
                    node.path("campaign").asText(),
                    line.sightings().get(0).sighting());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which are together, whatever the name of it: the sets of ids. */
    static Set<Set<String>> groups(Map<String, ?> campaigns) {
        Map<Object, Set<String>> groups = campaigns.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toSet())));
        return Set.copyOf(groups.values());
    }

    /** How often two that are put together belong together, and two that belong together are put together. */
    record Pairs(double precision, double recall) {

        static Pairs of(Collection<Labelled> labelled, Map<String, ?> found) {
            Map<String, String> campaigns = new HashMap<>();
            labelled.forEach(each -> campaigns.put(each.id(), each.campaign()));
            long right = 0;
            long together = 0;
            long belong = 0;
            List<String> ids = List.copyOf(campaigns.keySet());
            for (int i = 0; i < ids.size(); i++) {
                for (int j = 0; j < i; j++) {
                    boolean is = Objects.equals(campaigns.get(ids.get(i)), campaigns.get(ids.get(j)));
                    boolean put = Objects.equals(found.get(ids.get(i)), found.get(ids.get(j)));
                    right += is && put ? 1 : 0;
                    together += put ? 1 : 0;
                    belong += is ? 1 : 0;
                }
            }
            return new Pairs((double) right / together, (double) right / belong);
        }
    }
}
