package org.milesbot.cli.bot.assistant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.milesbot.api.Zones;

/** What people type, and which tool it asks for, as written down by hand. */
public final class UtteranceCorpus {

    /** When all of it was typed: months without a year depend on it. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T15:00:00Z"), Zones.SAO_PAULO);

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * What somebody typed.
     *
     * @param words theirs
     * @param expected the calls of which any is right; none where no tool must be called
     */
    public record Typed(String words, List<Expected> expected) {

        /** Copies the list. */
        public Typed {
            expected = List.copyOf(expected);
        }
    }

    /**
     * A call.
     *
     * @param arguments as JSON
     */
    public record Expected(String tool, String arguments) {}

    private UtteranceCorpus() {}

    /** All of it, in order. */
    public static List<Typed> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(UtteranceCorpus.class.getResourceAsStream("utterances.jsonl"), "no corpus"),
                StandardCharsets.UTF_8))) {
            List<Typed> corpus = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                corpus.add(typed(JSON.readTree(line)));
            }
            return corpus;
        } catch (IOException e) {
            throw new UncheckedIOException("the corpus cannot be read", e);
        }
    }

    private static Typed typed(JsonNode line) {
        List<Expected> expected = new ArrayList<>();
        for (JsonNode call : line.path("expect")) {
            expected.add(new Expected(
                    call.path("tool").asText(), call.path("arguments").toString()));
        }
        return new Typed(line.path("say").asText(), expected);
    }
}
