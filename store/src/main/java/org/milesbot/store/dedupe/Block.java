package org.milesbot.store.dedupe;

/**
 * Sightings of different blocks are never of one campaign.
 *
 * @param kind the kind of the promos
 * @param program their programme
 */
record Block(String kind, String program) implements Comparable<Block> {

    @Override
    public int compareTo(Block other) {
        int byKind = kind.compareTo(other.kind);
        return byKind == 0 ? program.compareTo(other.program) : byKind;
    }
}
