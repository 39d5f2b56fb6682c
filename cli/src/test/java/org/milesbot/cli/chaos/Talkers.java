package org.milesbot.cli.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.milesbot.notify.testing.BotApiServer;
import org.milesbot.notify.testing.Sayings;

/** People who ask the bot for something that it has to do exactly once. */
final class Talkers {

    /** Far from the numbers of those who are only told. */
    private static final long FIRST = 1_000_001;

    private static final int PEOPLE = 6;
    private static final List<String> PLACES = List.of(
            "LIS", "MAD", "CDG", "LHR", "FCO", "FRA", "AMS", "MIA", "JFK", "MCO", "EZE", "SCL", "BOG", "LIM", "MEX");

    private final BotApiServer telegram;
    private final List<String> said = new CopyOnWriteArrayList<>();

    Talkers(BotApiServer telegram) {
        this.telegram = telegram;
    }

    /** Each of them asks for one route more, while there are any. */
    void talk() {
        int turn = said.size() / PEOPLE;
        if (turn == PLACES.size()) {
            return;
        }
        for (int i = 0; i < PEOPLE; i++) {
            said.add(FIRST + i + " " + PLACES.get(turn));
            telegram.happens(Sayings.text(FIRST + i, "/addroute GRU " + PLACES.get(turn)));
        }
    }

    static boolean isOne(long person) {
        return person >= FIRST;
    }

    /** Who asked for which place. */
    List<String> asked() {
        return List.copyOf(said);
    }

    int said() {
        return said.size();
    }

    /** Who was told that which place is noted, as often as they were and milesbot knows it. */
    List<String> answers() {
        List<String> answers = new ArrayList<>();
        telegram.deliveries().stream()
                .filter(delivery -> isOne(delivery.chatId()) && delivery.isAcknowledged())
                .filter(delivery -> delivery.seen().contains("GRU"))
                .forEach(delivery -> PLACES.stream()
                        .filter(place -> delivery.seen().contains(place))
                        .findFirst()
                        .ifPresent(place -> answers.add(delivery.chatId() + " " + place)));
        return answers;
    }
}
