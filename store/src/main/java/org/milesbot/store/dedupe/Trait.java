package org.milesbot.store.dedupe;

import java.util.Locale;

/**
 * One thing that two groups of sightings have in common, or do not. Each weighs some points; two groups speak of one
 * campaign when theirs add up to {@link Likeness#ENOUGH}. One that rules it out forbids them in one campaign whatever else
 * agrees.
 */
public enum Trait {
    /** The same givers by name. */
    SAME_ORIGINS(2),
    /** Both from every bank, which most campaigns are. */
    FROM_EVERY_BANK(1),
    /** One names some of the givers that the other names. */
    SOME_OF_THE_ORIGINS(1),
    /** One names givers, the other says every bank: the same campaign told otherwise, or another beside it. */
    EVERY_BANK_AND_SOME(0),
    /** Each names givers that the other does not, but most they have in common. */
    OVERLAPPING_ORIGINS(-1),
    /** Few givers or none in common, or the programme itself tells of both. */
    OTHER_ORIGINS,

    /** The same highest percentage. */
    SAME_PERCENT(3),
    /** The percentage of one is that of a part of the people in the other. */
    EXPLAINED_PERCENT(2),
    /** The later one gives more. */
    RAISED_PERCENT(-1),
    /** The later one gives less. */
    LOWER_PERCENT(-2),
    /** Everyone gets one percentage in one, and another in the other. */
    OTHER_BASE(-2),
    /** One is for everyone, the other only for some, at another percentage. */
    OTHER_AUDIENCE(-2),
    /** Other highest percentages, but a lesser one in common. */
    SAME_LESSER_PERCENT(1),
    /** Both are more points, or both less money. */
    SAME_GAIN(1),
    /** One is more points, the other less money. */
    OTHER_GAIN,

    /** The same rate of points. */
    SAME_RATE(2),
    /** Another rate. */
    OTHER_RATE(-2),
    /** The same shops. */
    SAME_SHOPS(2),
    /** A shop in common. */
    SOME_OF_THE_SHOPS(1),
    /** No shop in common. */
    OTHER_SHOPS,
    /** The same route. */
    SAME_ROUTE(2),
    /** Another route. */
    OTHER_ROUTE,
    /** The same price in miles. */
    SAME_MILES(3),
    /** Another price in miles. */
    OTHER_MILES,
    /** Another cabin. */
    OTHER_CABIN,
    /** The same plan of a club. */
    SAME_PLAN(2),
    /** Another plan. */
    OTHER_PLAN,
    /** The same price of a club. */
    SAME_PRICE(2),
    /** Another price. */
    OTHER_PRICE(-2),

    /** The same first and last day. */
    SAME_WINDOW(4),
    /** The same first day; not two last days. */
    SAME_START(3),
    /** The same last day; not two first days. */
    SAME_END(3),
    /** Days in common. */
    OVERLAPPING_WINDOWS(1),
    /** Days in common, but another beginning and no common end. */
    OTHER_START(-2),
    /** The later one says that it was prolonged. */
    PROLONGED(3),
    /** Told before the earlier end was over, with a later one. */
    LATER_END(1),
    /** The same day of another month, told at the same time. */
    MONTH_MISTAKEN(3),
    /** The one without dates was told while the other was open. */
    TOLD_WITHIN(3),
    /** The one without dates was told well before. */
    TOLD_BEFORE(-1),
    /** Neither has dates; told within three days. */
    TOLD_TOGETHER(2),
    /** Neither has dates; told within a week. */
    TOLD_NEARLY_TOGETHER(1),
    /** Neither has dates; told further apart. */
    TOLD_APART(-1),
    /** Told on the same day or the next. */
    TOLD_AT_ONCE(1),
    /** No day in common. */
    OTHER_TIME;

    private final int points;
    private final boolean rulesOut;

    Trait(int points) {
        this.points = points;
        this.rulesOut = false;
    }

    Trait() {
        this.points = 0;
        this.rulesOut = true;
    }

    int points() {
        return points;
    }

    boolean rulesOut() {
        return rulesOut;
    }

    /** Whether it speaks for one campaign. */
    public boolean isAgreement() {
        return points > 0;
    }

    /** Its name as it is kept and printed, such as {@code same_end}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
