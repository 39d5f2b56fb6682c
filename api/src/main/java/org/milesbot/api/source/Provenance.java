package org.milesbot.api.source;

/** How near a source is to the programme that makes the offer. */
public enum Provenance {
    /** The programme or bank itself. */
    OFFICIAL,
    /** A publication that edits what it prints. */
    BLOG,
    /** A public channel that passes on what others said. */
    CHANNEL,
    /** Whoever, saying whatever. */
    RUMOUR
}
