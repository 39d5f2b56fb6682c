package org.milesbot.store.source;

/** What the operator is told of a source. */
public enum NoticeKind {
    /** Visit after visit comes to nothing. */
    FAILING,
    /** Nothing new has come for longer than is usual there. */
    SILENT,
    /** What was told before is over. */
    RECOVERED
}
