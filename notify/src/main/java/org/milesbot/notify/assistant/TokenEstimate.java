package org.milesbot.notify.assistant;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How many tokens a request has at most. The tables of a tokenizer would be 3 MB: what milesbot says itself is counted by
 * its characters, of which a token has more than two; of what others write a token has at least one byte.
 */
final class TokenEstimate {

    private static final int CHARACTERS_A_TOKEN = 2;
    private static final int AROUND_IT = 50;

    private TokenEstimate() {}

    static long most(String rules, Utterance utterance, List<Tool> tools) {
        long own = rules.length();
        for (Tool tool : tools) {
            own += AROUND_IT + tool.name().length() + tool.description().length();
            own += tool.schemas().toString().length();
        }
        String quoted = utterance.quotes().isEmpty() ? "" : Briefing.quoted(utterance.quotes());
        return AROUND_IT + own / CHARACTERS_A_TOKEN + bytes(quoted) + bytes(utterance.words());
    }

    private static long bytes(String words) {
        return words.getBytes(StandardCharsets.UTF_8).length;
    }
}
