package org.milesbot.cli.metrics;

/**
 * Figures as they are handed to whoever asks for them.
 *
 * @param contentType of which format they are
 * @param body the bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on as it is, once.
public record Exposition(String contentType, byte[] body) {}
