package org.milesbot.notify.assistant;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.output.TokenUsage;
import org.jspecify.annotations.Nullable;
import org.milesbot.notify.assistant.Suggestion.Outage;

/** A chat endpoint that speaks as OpenAI's does, asked once at a time. Safe for use by several threads. */
final class ChatEndpoint implements AutoCloseable {

    static final int MOST_ANSWERED_TOKENS = 500;

    private final ChatSettings settings;
    private final ModelTransport transport;
    private @Nullable OpenAiChatModel model;

    ChatEndpoint(ChatSettings settings) {
        this.settings = settings;
        this.transport = new ModelTransport(settings.patience());
    }

    /**
     * Asks once.
     *
     * @throws CallFailed if no answer was had, or one that is none
     */
    ChatResponse ask(ChatRequest request) {
        try {
            return model().chat(request);
        } catch (CallFailed e) {
            throw e;
        } catch (RuntimeException e) {
            if (e.getCause() instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                throw new CallFailed(Outage.UNREACHABLE, "interrupted", null, e);
            }
            // The library answers strange JSON with whatever breaks first; its words may quote what was answered.
            String broke = e.getClass().getSimpleName();
            throw new CallFailed(Outage.UNREADABLE, "not the answer of a chat endpoint: " + broke, null, null);
        }
    }

    // Made at the first use, since its classes take a while to load, and who has not switched it on need not wait for
    // them.
    private synchronized OpenAiChatModel model() {
        if (model == null) {
            model = OpenAiChatModel.builder()
                    .httpClientBuilder(transport)
                    .baseUrl(settings.base())
                    .apiKey(settings.key())
                    .modelName(settings.model())
                    .maxCompletionTokens(MOST_ANSWERED_TOKENS)
                    .maxRetries(0)
                    .build();
        }
        return model;
    }

    /** What an answer cost; the most that it can have cost where the endpoint does not say. */
    static Tokens used(@Nullable TokenUsage usage, long sent) {
        if (usage == null) {
            return new Tokens(sent, MOST_ANSWERED_TOKENS);
        }
        return new Tokens(
                orElse(usage.inputTokenCount(), sent), orElse(usage.outputTokenCount(), MOST_ANSWERED_TOKENS));
    }

    private static long orElse(@Nullable Integer told, long estimated) {
        return told == null || told < 0 ? estimated : told;
    }

    /** Ends the calls that are under way. */
    @Override
    public void close() {
        transport.close();
    }
}
