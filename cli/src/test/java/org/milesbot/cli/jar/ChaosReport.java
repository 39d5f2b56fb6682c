package org.milesbot.cli.jar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came of chaos.
 *
 * @param due how many messages people should have, each once
 * @param arrived how many of those they have
 * @param lost which they do not have
 * @param undue which they should not have
 * @param twiceByBlows how many came again because a notifier or the database went down while they were on their way
 * @param twiceByTelegram how many came again because Telegram delivered them and then broke the connection
 * @param unexplained which came again for no such reason
 * @param kills how many kills hit a notifier at work
 */
public record ChaosReport(
        int due,
        int arrived,
        List<String> lost,
        List<String> undue,
        int twiceByBlows,
        int twiceByTelegram,
        List<String> unexplained,
        int kills) {

    /** So long after it was delivered a message may still be on its way: the answer travels, and how it ended is kept. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(2);

    /** Whether all is as it should be. */
    public boolean isGood() {
        return lost.isEmpty() && undue.isEmpty() && unexplained.isEmpty();
    }

    /** A message that was delivered: what and to whom, when, and whether the sender was told so. */
    record Sent(String what, Instant at, boolean isAcknowledged) {}

    static ChaosReport of(Collection<String> due, List<Sent> sent, List<Instant> blows, int kills) {
        Map<String, List<Sent>> byWhat =
                sent.stream().collect(Collectors.groupingBy(Sent::what, TreeMap::new, Collectors.toList()));
        Set<String> wanted = new HashSet<>(due);
        List<String> lost =
                due.stream().filter(what -> !byWhat.containsKey(what)).toList();
        List<String> undue =
                byWhat.keySet().stream().filter(what -> !wanted.contains(what)).toList();
        int byBlows = 0;
        int byTelegram = 0;
        List<String> unexplained = new ArrayList<>();
        for (List<Sent> copies : byWhat.values()) {
            copies.sort(Comparator.comparing(Sent::at));
            for (Sent repeated : copies.subList(0, copies.size() - 1)) {
                if (!repeated.isAcknowledged()) {
                    byTelegram++;
                } else if (blows.stream().anyMatch(blow -> isHit(repeated, blow))) {
                    byBlows++;
                } else {
                    unexplained.add(repeated.what());
                }
            }
        }
        return new ChaosReport(
                due.size(), due.size() - lost.size(), lost, undue, byBlows, byTelegram, unexplained, kills);
    }

    private static boolean isHit(Sent sent, Instant blow) {
        return !blow.isBefore(sent.at()) && blow.isBefore(sent.at().plus(ON_ITS_WAY));
    }
}
