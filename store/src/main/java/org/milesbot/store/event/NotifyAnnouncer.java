package org.milesbot.store.event;

import java.util.List;
import org.milesbot.api.MilesbotException;
import org.milesbot.store.db.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Announces by NOTIFY, to whoever listens on the same database. */
public final class NotifyAnnouncer implements Announcer {

    private static final Logger log = LoggerFactory.getLogger(NotifyAnnouncer.class);

    private final Database database;

    public NotifyAnnouncer(Database database) {
        this.database = database;
    }

    @Override
    public void announce(List<PromoEvent> created) {
        if (created.isEmpty()) {
            return;
        }
        try {
            database.useTransaction(transaction -> created.forEach(event -> transaction
                    .createQuery("select cast(pg_notify(:channel, :message) as text)")
                    .bind("channel", CHANNEL)
                    .bind("message", Announcer.message(database.schema(), event))
                    .mapTo(String.class)
                    .one()));
        } catch (MilesbotException e) {
            log.warn("{} new promos were not announced by NOTIFY: {}", created.size(), e.getMessage());
        }
    }
}
