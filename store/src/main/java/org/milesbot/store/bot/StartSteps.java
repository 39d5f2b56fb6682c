package org.milesbot.store.bot;

import org.milesbot.store.db.Database;

/** Remembers how far people have come in the questions that the bot asks newcomers, however long ago that was. */
public final class StartSteps {

    private final Database database;

    public StartSteps(Database database) {
        this.database = database;
    }

    /** The step that somebody is at; 0 if they were not asked yet, or are not known. */
    public int of(long userId) {
        return database.with(open -> open.createQuery("select start_step from app_user where id = :user")
                .bind("user", userId)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0));
    }

    /** Takes note of the step that somebody has come to. */
    public void reach(long userId, int step) {
        database.useTransaction(transaction -> transaction
                .createUpdate("update app_user set start_step = :step where id = :user")
                .bind("user", userId)
                .bind("step", step)
                .execute());
    }
}
