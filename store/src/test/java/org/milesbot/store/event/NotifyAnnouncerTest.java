package org.milesbot.store.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.milesbot.store.db.Database;
import org.milesbot.store.testing.TestDatabase;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

class NotifyAnnouncerTest {

    @Test
    void tellsWhoeverListens() {
        UUID promo = UUID.fromString("3e648dab-376b-8a3c-b2f3-6668455fa62c");
        PromoEvent created = new PromoEvent(7, promo, EventKind.CREATED, "", null, Instant.EPOCH, Instant.EPOCH, false);
        try (TestDatabase test = TestDatabase.empty();
                Database listener = test.another()) {
            listener.with(open -> open.execute("listen promo_created"));

            new NotifyAnnouncer(test.database()).announce(List.of(created));

            assertThat(heard(listener))
                    .contains(Announcer.message(test.database().schema(), created));
        }
    }

    private static List<String> heard(Database listener) {
        return listener.with(open -> {
            try {
                PGNotification[] heard = open.getConnection()
                        .unwrap(PGConnection.class)
                        .getNotifications((int) Duration.ofSeconds(20).toMillis());
                return Stream.of(heard).map(PGNotification::getParameter).toList();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
