package org.milesbot.scrapers.extract.text;

/** What a block is in the layout of the announcement. */
public enum BlockKind {
    /** The announcement's own title. */
    TITLE,
    /** A heading inside the body. */
    HEADING,
    /** Running text. */
    PARAGRAPH,
    /** One entry of a list. */
    ITEM,
    /** One row of a table, its cells apart by bars. */
    ROW
}
