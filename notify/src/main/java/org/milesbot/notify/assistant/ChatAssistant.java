package org.milesbot.notify.assistant;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.notify.assistant.Suggestion.NotUnderstood;
import org.milesbot.notify.assistant.Suggestion.NotUnderstood.Reason;
import org.milesbot.notify.assistant.Suggestion.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a chat endpoint that speaks as OpenAI's does, and asks once more where that may help. Safe for use by several threads,
 * each of which waits for its answer.
 */
public final class ChatAssistant implements Assistant, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ChatAssistant.class);
    private static final int MOST_TRIES = 2;

    private final ChatSettings settings;
    private final Briefing briefing;
    private final ChatEndpoint endpoint;

    /**
     * @param clock what day the model is told that it is
     */
    public ChatAssistant(ChatSettings settings, Clock clock) {
        this.settings = settings;
        this.briefing = new Briefing(clock);
        this.endpoint = new ChatEndpoint(settings);
    }

    @Override
    public long mostTokens(Utterance utterance, List<Tool> tools) {
        return isWorthAsking(utterance)
                ? MOST_TRIES * (mostSent(utterance, tools) + ChatEndpoint.MOST_ANSWERED_TOKENS)
                : 0;
    }

    private long mostSent(Utterance utterance, List<Tool> tools) {
        return TokenEstimate.most(briefing.rules(), utterance, tools);
    }

    private static boolean isWorthAsking(Utterance utterance) {
        return !utterance.words().isBlank() && utterance.words().length() <= Utterance.LONGEST;
    }

    @Override
    public Suggestion understand(Utterance utterance, List<Tool> tools) {
        if (!isWorthAsking(utterance)) {
            return new NotUnderstood(Reason.LENGTH, Tokens.NONE);
        }
        ChatRequest request = ChatRequest.builder()
                .messages(messages(utterance))
                .toolSpecifications(ToolWriting.of(tools))
                .build();
        long sent = mostSent(utterance, tools);
        Tokens unanswered = Tokens.NONE;
        for (int tries = 1; ; tries++) {
            try {
                ChatResponse response = endpoint.ask(request);
                return suggestion(
                        response.aiMessage(), tools, unanswered.plus(ChatEndpoint.used(response.tokenUsage(), sent)));
            } catch (CallFailed e) {
                log.debug("try {} at {}: {}", tries, settings, e.getMessage(), e.getCause());
                // Whoever runs the endpoint may count what it did not answer, or answered as it should not.
                boolean mayCost = e.outage() == Outage.TIMED_OUT || e.outage() == Outage.UNREADABLE;
                unanswered = mayCost ? unanswered.plus(new Tokens(sent, 0)) : unanswered;
                if (tries == MOST_TRIES || !isOver(e.pause())) {
                    return new Suggestion.Unavailable(e.outage(), unanswered);
                }
            }
        }
    }

    private List<ChatMessage> messages(Utterance utterance) {
        List<ChatMessage> messages = new ArrayList<>();
        messages.add(SystemMessage.from(briefing.rules()));
        if (!utterance.quotes().isEmpty()) {
            messages.add(UserMessage.from(Briefing.quoted(utterance.quotes())));
        }
        messages.add(UserMessage.from(utterance.words()));
        return messages;
    }

    private static boolean isOver(@Nullable Duration pause) {
        if (pause == null) {
            return false;
        }
        try {
            Thread.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Suggestion suggestion(AiMessage message, List<Tool> tools, Tokens tokens) {
        if (message.hasToolExecutionRequests()) {
            return call(message.toolExecutionRequests().get(0), tools, tokens);
        }
        String words = message.text() == null ? "" : PlainWords.of(message.text());
        return words.isEmpty() ? new NotUnderstood(Reason.SILENCE, tokens) : new Suggestion.Words(words, tokens);
    }

    private static Suggestion call(ToolExecutionRequest asked, List<Tool> tools, Tokens tokens) {
        return tools.stream()
                .filter(tool -> tool.name().equals(asked.name()))
                .findFirst()
                .map(tool -> call(tool, asked.arguments(), tokens))
                .orElseGet(() -> new NotUnderstood(Reason.NOT_OFFERED, tokens));
    }

    private static Suggestion call(Tool tool, @Nullable String arguments, Tokens tokens) {
        return tool.checked(arguments == null ? "" : arguments)
                .<Suggestion>map(checked -> new Suggestion.Call(tool.name(), checked, tokens))
                .orElseGet(() -> new NotUnderstood(Reason.WRONG_ARGUMENTS, tokens));
    }

    /** Ends the calls that are under way, as if the endpoint were gone. */
    @Override
    public void close() {
        endpoint.close();
    }
}
