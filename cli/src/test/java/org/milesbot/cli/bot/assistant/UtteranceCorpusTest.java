package org.milesbot.cli.bot.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.milesbot.cli.bot.assistant.UtteranceCorpus.Expected;
import org.milesbot.cli.bot.assistant.UtteranceCorpus.Typed;
import org.milesbot.cli.bot.assistant.UtteranceScoring.Judged;
import org.milesbot.cli.bot.assistant.UtteranceScoring.Mark;
import org.milesbot.cli.output.ProgramNames;
import org.milesbot.notify.assistant.ChatAssistant;
import org.milesbot.notify.assistant.ChatSettings;
import org.milesbot.notify.assistant.Tokens;
import org.milesbot.notify.assistant.Tool;
import org.milesbot.notify.testing.ChatAnswer;
import org.milesbot.notify.testing.ChatRequest;
import org.milesbot.notify.testing.ChatServer;

/** Every utterance goes all the way to an endpoint and back, where a script stands in for the model. */
@TestInstance(Lifecycle.PER_CLASS)
class UtteranceCorpusTest {

    private static final Set<String> PROGRAMS = ProgramNames.known().slugs();

    private final List<Typed> corpus = UtteranceCorpus.read();
    private final ChatServer server = ChatServer.start();
    private final ChatAssistant assistant =
            new ChatAssistant(new ChatSettings(server.url(), ChatServer.MODEL, ChatServer.KEY), UtteranceCorpus.CLOCK);
    private final UtteranceScoring scoring = new UtteranceScoring(assistant, PROGRAMS);

    @AfterAll
    void close() {
        assistant.close();
        server.close();
    }

    @Test
    void coversEveryToolAndWhatMustCallNone() {
        Set<String> expected = corpus.stream()
                .flatMap(typed -> typed.expected().stream())
                .map(Expected::tool)
                .collect(Collectors.toSet());

        assertThat(corpus).hasSizeGreaterThanOrEqualTo(60);
        assertThat(corpus).extracting(Typed::words).doesNotHaveDuplicates();
        assertThat(corpus.stream().filter(typed -> typed.expected().isEmpty())).hasSizeGreaterThanOrEqualTo(10);
        assertThat(new CommandTools(PROGRAMS, UtteranceCorpus.CLOCK).offered())
                .extracting(Tool::name)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void expectsOnlyCommandsThatTheFormsAccept() {
        for (Typed typed : corpus) {
            for (Expected expected : typed.expected()) {
                assertThat(scoring.line(expected))
                        .as(typed.words() + " " + expected)
                        .isPresent();
            }
        }
    }

    @Test
    void understandsWhatAnEndpointThatUnderstandsSays() {
        Map<String, ChatAnswer> script = new HashMap<>();
        for (Typed typed : corpus) {
            script.put(
                    typed.words(),
                    typed.expected().isEmpty()
                            ? new ChatAnswer.Says("Não sei fazer isso.")
                            : ChatAnswer.call(
                                    typed.expected().get(0).tool(),
                                    typed.expected().get(0).arguments()));
        }
        server.always(request -> script.getOrDefault(request.words(), ChatAnswer.error(400)));
        List<Judged> heard = new ArrayList<>();

        Score score = scoring.run(corpus, heard::add);

        assertThat(score.judged()).isEqualTo(heard).hasSameSizeAs(corpus);
        assertThat(score.judged()).allSatisfy(each -> assertThat(each.mark()).isEqualTo(Mark.EXACT));
        assertThat(score.tokens())
                .isEqualTo(new Tokens(
                        (long) corpus.size() * ChatServer.TOKENS_IN, (long) corpus.size() * ChatServer.TOKENS_OUT));
    }

    @Test
    void tellsRightFromPartlyRightFromWrong() {
        List<Typed> few = List.of(
                typed("a", new Expected("mute", "{\"program\":\"smiles\",\"until\":\"7d\"}")),
                typed("b", new Expected("mute", "{\"program\":\"smiles\",\"until\":\"7d\"}")),
                typed("c", new Expected("mute", "{\"program\":\"smiles\",\"until\":\"7d\"}")),
                typed("d", new Expected("promos", "{}"), new Expected("help", "{}")),
                typed("e"),
                typed("f"));
        server.next(
                ChatAnswer.call("mute", "{\"until\":\"7d\",\"program\":\"smiles\"}"),
                ChatAnswer.call("mute", "{\"until\":\"8d\",\"program\":\"smiles\"}"),
                new ChatAnswer.Says("Qual programa?"),
                ChatAnswer.call("help", "{}"),
                ChatAnswer.call("help", "{}"),
                new ChatAnswer.Calls(List.of()));

        Score score = scoring.run(few, judged -> {});

        assertThat(score.judged())
                .extracting(Judged::mark)
                .containsExactly(Mark.EXACT, Mark.PARTLY, Mark.WRONG, Mark.EXACT, Mark.WRONG, Mark.EXACT);
        assertThat(score.byTool())
                .isEqualTo(Map.of(
                        "mute",
                        Map.of(Mark.EXACT, 1, Mark.PARTLY, 1, Mark.WRONG, 1),
                        "promos",
                        Map.of(Mark.EXACT, 1),
                        UtteranceScoring.NO_TOOL,
                        Map.of(Mark.EXACT, 1, Mark.WRONG, 1)));
        assertThat(score.count(Mark.EXACT)).isEqualTo(3);
        assertThat(score.judged().get(1).expected()).containsExactly("/mute smiles 7d");
        assertThat(score.judged().get(1).got()).isEqualTo("/mute smiles 8d");
    }

    private static Typed typed(String words, Expected... expected) {
        return new Typed(words, List.of(expected));
    }

    @Test
    void givesUpOnAnEndpointThatCannotBeAsked() {
        server.always(request -> ChatAnswer.error(404));
        int before = server.seen().size();

        Score score = scoring.run(corpus, judged -> {});

        assertThat(score.count(Mark.UNANSWERED)).isEqualTo(corpus.size());
        assertThat(server.seen()).hasSize(before + 3);
    }

    @Test
    void offersToolsWhoseSchemasAreJsonSchemaAndTakeWhatIsExpected() {
        server.next(ChatAnswer.call("help", "{}"));
        scoring.run(List.of(typed("ajuda", new Expected("help", "{}"))), judged -> {});
        List<ChatRequest> seen = server.seen();
        Map<String, JsonNode> schemas = new HashMap<>();
        seen.get(seen.size() - 1)
                .functions()
                .forEach(function -> schemas.put(function.path("name").asText(), function.path("parameters")));
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V202012);

        JsonSchema ofSchemas = factory.getSchema(SchemaLocation.of(VersionFlag.V202012.getId()));

        assertThat(schemas.values())
                .isNotEmpty()
                .allSatisfy(schema -> assertThat(ofSchemas.validate(schema)).isEmpty());
        for (Typed typed : corpus) {
            for (Expected expected : typed.expected()) {
                assertThat(factory.getSchema(schemas.get(expected.tool()))
                                .validate(expected.arguments(), InputFormat.JSON))
                        .as(typed.words())
                        .isEmpty();
            }
        }
    }
}
