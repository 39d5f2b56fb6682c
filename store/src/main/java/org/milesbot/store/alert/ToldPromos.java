package org.milesbot.store.alert;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.milesbot.api.notify.ToldCampaigns;
import org.milesbot.store.db.Database;

/** Which promos stand in somebody's messages, sent or about to be. */
public final class ToldPromos implements ToldCampaigns {

    private final Database database;

    public ToldPromos(Database database) {
        this.database = database;
    }

    @Override
    public Set<UUID> of(long chatId, Collection<UUID> campaigns) {
        if (campaigns.size() > MOST) {
            throw new IllegalArgumentException(
                    "about " + MOST + " campaigns one may ask at once, not " + campaigns.size());
        }
        return Set.copyOf(database.with(open -> open.createQuery("""
                        select distinct a.promo_id
                        from alert a
                        join app_user u on u.id = a.user_id
                        where u.telegram_id = :chat and a.promo_id = any(:promos) and a.state not in ('expired', 'dead')
                        """)
                .bind("chat", chatId)
                .bindArray("promos", UUID.class, campaigns)
                .mapTo(UUID.class)
                .list()));
    }
}
