package org.milesbot.scrapers.extract.text;

/** A stretch of a text, from its first character to just after its last. */
public record Span(int start, int end) {

    /**
     * @throws IllegalArgumentException if it ends before it starts
     */
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("a span cannot go from " + start + " to " + end);
        }
    }

    /** Whether another span lies inside this one. */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }
}
