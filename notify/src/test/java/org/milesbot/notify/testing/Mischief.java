package org.milesbot.notify.testing;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Which fault the next message meets: what was said for its chat, else what was said for any, else by chance. */
final class Mischief {

    private final Map<Long, Queue<Fault>> ofChats = new ConcurrentHashMap<>();
    private final Map<Long, Fault> always = new ConcurrentHashMap<>();
    private final Queue<Fault> ofAny = new ConcurrentLinkedQueue<>();
    private double share;
    private List<Fault> byChance = List.of();
    private Random random = new Random(0);

    void next(long chatId, List<Fault> faults) {
        ofChats.computeIfAbsent(chatId, id -> new ConcurrentLinkedQueue<>()).addAll(faults);
    }

    void next(List<Fault> faults) {
        ofAny.addAll(faults);
    }

    void always(long chatId, Fault fault) {
        always.put(chatId, fault);
    }

    synchronized void byChance(double newShare, long seed, List<Fault> faults) {
        share = newShare;
        random = new Random(seed);
        byChance = List.copyOf(faults);
    }

    @Nullable
    Fault take(long chatId) {
        Queue<Fault> said = ofChats.get(chatId);
        Fault fault = said == null ? null : said.poll();
        if (fault == null) {
            fault = always.get(chatId);
        }
        if (fault == null) {
            fault = ofAny.poll();
        }
        return fault == null ? chance() : fault;
    }

    private synchronized @Nullable Fault chance() {
        return byChance.isEmpty() || random.nextDouble() >= share
                ? null
                : byChance.get(random.nextInt(byChance.size()));
    }
}
