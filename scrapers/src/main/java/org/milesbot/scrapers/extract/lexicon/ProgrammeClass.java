package org.milesbot.scrapers.extract.lexicon;

/** What sort of programme a name stands for: it decides which side of a transfer it is likely on. */
public enum ProgrammeClass {
    /** An airline's programme: nearly always the taker. */
    AIR,
    /** A hotel chain's programme: the taker, unless an airline stands against it. */
    HOTEL,
    /** A coalition that sells points of its own: giver of transfers, and seller. */
    COALITION,
    /** A bank, card or shop's points: always the giver. */
    BANK
}
