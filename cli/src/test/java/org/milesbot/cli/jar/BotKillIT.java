package org.milesbot.cli.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.notify.testing.BotApiServer;
import org.milesbot.notify.testing.Delivery;
import org.milesbot.notify.testing.Sayings;
import org.milesbot.store.db.Database;

class BotKillIT {

    private static final int PEOPLE = 12;
    private static final List<String> PLACES = List.of(
            "LIS", "MAD", "CDG", "LHR", "FCO", "FRA", "AMS", "MIA", "JFK", "MCO", "EZE", "SCL", "BOG", "LIM", "MEX");
    private static final int KILLS = 3;

    /** As many as are being answered at one time. */
    private static final int IN_FLIGHT = 16;

    @Test
    void doesOnceWhatIsAskedWhateverDies(@TempDir Path folder) {
        try (NotifyScene scene = NotifyScene.open(folder)) {
            BotApiServer telegram = scene.telegram();
            Running bot = scene.jar().start("bot");
            for (int i = 0; i < PLACES.size(); i++) {
                String text = "/addroute GRU " + PLACES.get(i);
                LongStream.rangeClosed(1, PEOPLE).forEach(person -> telegram.happens(Sayings.text(person, text)));
                if (i % (PLACES.size() / KILLS) == 2) {
                    int answers = telegram.deliveries().size() + 5;
                    await().atMost(1, TimeUnit.MINUTES)
                            .until(() -> telegram.deliveries().size() > answers);
                    bot.kill();
                    bot = scene.jar().start("bot");
                }
            }
            try (Database database = scene.database()) {
                await().atMost(1, TimeUnit.MINUTES).until(() -> telegram.isFetched() && waiting(database) == 0);
                bot.stop();

                assertThat(routes(database)).hasSize(PEOPLE);
                assertThat(routes(database).values()).containsOnly(PLACES.size());
            }
            List<String> answers = telegram.deliveries().stream()
                    .filter(delivery -> delivery.seen().contains("GRU"))
                    .map(BotKillIT::key)
                    .toList();
            assertThat(answers).doesNotHaveDuplicates();
            assertThat(answers.size()).isGreaterThanOrEqualTo(PEOPLE * PLACES.size() - KILLS * IN_FLIGHT);
        }
    }

    private static String key(Delivery delivery) {
        String place = PLACES.stream()
                .filter(each -> delivery.seen().contains(each))
                .findFirst()
                .orElseThrow();
        return delivery.chatId() + " " + place;
    }

    private static long waiting(Database database) {
        return database.with(open -> open.createQuery("select count(*) from bot_update")
                .mapTo(Long.class)
                .one());
    }

    /** How many routes each person has. */
    private static Map<Long, Integer> routes(Database database) {
        return database
                .with(open -> open.createQuery(
                                "select telegram_id from user_route join app_user on app_user.id = user_id")
                        .mapTo(Long.class)
                        .list())
                .stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.summingInt(one -> 1)));
    }
}
