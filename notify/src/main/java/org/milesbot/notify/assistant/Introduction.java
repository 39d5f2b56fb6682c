package org.milesbot.notify.assistant;

import java.util.Optional;

/**
 * What a model wrote to begin a message with.
 *
 * @param words plain, bounded, in one paragraph, without links, mentions and numbers of its own, but not escaped; nothing if
 *     no such words came
 * @param tokens what it cost, also where nothing came of it
 */
public record Introduction(Optional<String> words, Tokens tokens) {}
