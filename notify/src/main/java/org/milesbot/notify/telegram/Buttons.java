package org.milesbot.notify.telegram;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.notify.Button;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Buttons as the library has them. */
final class Buttons {

    private Buttons() {}

    /** Null for none. */
    static @Nullable InlineKeyboardMarkup of(List<List<Button>> buttons) {
        List<InlineKeyboardRow> rows = buttons.stream()
                .filter(row -> !row.isEmpty())
                .map(row -> new InlineKeyboardRow(row.stream().map(Buttons::of).toList()))
                .toList();
        return rows.isEmpty() ? null : new InlineKeyboardMarkup(rows);
    }

    private static InlineKeyboardButton of(Button button) {
        InlineKeyboardButton made = new InlineKeyboardButton(button.label());
        if (button.url() == null) {
            made.setCallbackData(button.data());
        } else {
            made.setUrl(button.url().toASCIIString());
        }
        return made;
    }
}
