package org.milesbot.notify.telegram;

import com.fasterxml.jackson.annotation.JsonValue;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/** Sends a message and reads of the answer only what decides. */
final class Sending extends BotApiMethod<Answer> {

    private final SendMessage message;

    Sending(SendMessage message) {
        this.message = message;
    }

    /** What goes over the wire. */
    @JsonValue
    SendMessage message() {
        return message;
    }

    @Override
    public String getMethod() {
        return message.getMethod();
    }

    @Override
    public Answer deserializeResponse(String body) throws TelegramApiRequestException {
        return Answer.of(body).orElseThrow(() -> new TelegramApiRequestException("not an answer of the Bot API"));
    }

    @Override
    public void validate() throws TelegramApiValidationException {
        message.validate();
    }
}
