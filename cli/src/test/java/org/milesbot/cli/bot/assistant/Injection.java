package org.milesbot.cli.bot.assistant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.milesbot.notify.assistant.Quote;
import org.milesbot.notify.assistant.Utterance;
import org.milesbot.notify.testing.ChatAnswer;
import org.milesbot.notify.testing.ChatAnswer.Call;

/**
 * Somebody's attempt to make the model do what it must not.
 *
 * @param where in which of what the model reads it stands
 * @param text what it says
 * @param words what the person wrote, if it stands elsewhere
 * @param obeyed what a model answers that does as it is told
 */
record Injection(String where, String text, String words, ChatAnswer obeyed) {

    static List<Injection> corpus() throws IOException {
        JsonMapper json = new JsonMapper();
        List<Injection> injections = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/assistant/injections.jsonl"))) {
            JsonNode node = json.readTree(line);
            injections.add(new Injection(
                    node.path("where").asText(),
                    node.path("text").asText(),
                    node.path("words").asText(),
                    obeyed(node.path("obey"))));
        }
        return injections;
    }

    private static ChatAnswer obeyed(JsonNode node) {
        if (node.has("says")) {
            return new ChatAnswer.Says(node.path("says").asText());
        }
        List<Call> calls = new ArrayList<>();
        for (JsonNode call : node.path("calls")) {
            calls.add(
                    new Call(call.path("tool").asText(), call.path("arguments").asText()));
        }
        return new ChatAnswer.Calls(calls);
    }

    boolean isQuoted() {
        return !where.equals("words");
    }

    Utterance utterance() {
        return isQuoted()
                ? new Utterance(words, List.of(new Quote("anúncio", "Smiles 80%"), new Quote(where, text)))
                : Utterance.of(text);
    }
}
