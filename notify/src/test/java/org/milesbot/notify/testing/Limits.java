package org.milesbot.notify.testing;

/**
 * How many messages are taken before a 429. Each limit is a bucket of tokens: so many at once, then as fast as they come in.
 *
 * @param perSecond messages a second over all chats
 * @param burst so many at once over all chats
 * @param chatPerSecond messages a second to one person
 * @param chatBurst so many at once to one person
 * @param groupPerMinute messages a minute to one group
 * @param groupBurst so many at once to one group
 */
public record Limits(
        double perSecond,
        double burst,
        double chatPerSecond,
        double chatBurst,
        double groupPerMinute,
        double groupBurst) {

    /** Those of the Bot API: 30 a second, one a second to a chat where a second one is still let pass, 20 a minute to a group. */
    public static Limits usual() {
        return new Limits(30, 30, 1, 2, 20, 20);
    }

    /** The same in a world where time runs so many times as fast. */
    public Limits faster(double times) {
        return new Limits(
                perSecond * times, burst, chatPerSecond * times, chatBurst, groupPerMinute * times, groupBurst);
    }
}
