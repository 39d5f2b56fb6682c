package org.milesbot.api.web;

/** Answers requests, several at once and from several threads. */
@FunctionalInterface
public interface WebHandler {

    /**
     * Answers.
     *
     * @throws org.milesbot.api.MilesbotException of kind USAGE if what was asked for is wrong: its sentence is shown
     * @throws Exception if it cannot; people are shown an apology and nothing of the cause
     */
    WebReply answer(WebRequest request) throws Exception;
}
