package org.milesbot.store.privacy;

/** How a row tells whose it is. The operator's own are shown with the rest, but stay: the settings make them anew. */
enum Owner {
    /** By the number of the chat, in the row of the person itself. */
    PERSON("telegram_id", "telegram_id = :chat", "telegram_id = :chat and role = 'member'"),

    /** By the person's number in milesbot. */
    USER(
            "user_id",
            "user_id in (select id from app_user where telegram_id = :chat)",
            "user_id in (select id from app_user where telegram_id = :chat and role = 'member')"),

    /** By the number of the chat. */
    CHAT("chat_id", "chat_id = :chat", "chat_id = :chat");

    private final String column;
    private final String shown;
    private final String forgotten;

    Owner(String column, String shown, String forgotten) {
        this.column = column;
        this.shown = shown;
        this.forgotten = forgotten;
    }

    /** The column that tells it. */
    String column() {
        return column;
    }

    /** The condition that finds the rows that are shown to {@code :chat}. */
    String shown() {
        return shown;
    }

    /** The condition that finds the rows that go with {@code :chat}. */
    String forgotten() {
        return forgotten;
    }
}
