package org.milesbot.notify.telegram;

import com.fasterxml.jackson.annotation.JsonValue;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/** Makes a call and reads of the answer only what decides. */
final class Sending extends BotApiMethod<Answer> {

    private final BotApiMethod<?> call;

    Sending(BotApiMethod<?> call) {
        this.call = call;
    }

    /** What goes over the wire. */
    @JsonValue
    BotApiMethod<?> call() {
        return call;
    }

    @Override
    public String getMethod() {
        return call.getMethod();
    }

    @Override
    public Answer deserializeResponse(String body) throws TelegramApiRequestException {
        return Answer.of(body).orElseThrow(() -> new TelegramApiRequestException("not an answer of the Bot API"));
    }

    @Override
    public void validate() throws TelegramApiValidationException {
        call.validate();
    }
}
