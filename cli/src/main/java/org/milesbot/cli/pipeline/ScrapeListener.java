package org.milesbot.cli.pipeline;

/** Is told how a scrape goes, by one thread at a time. */
public interface ScrapeListener {

    /**
     * The scrape begins.
     *
     * @param sources how many reports there will be
     */
    void begins(int sources);

    /** A plug-in is left out, because another process is scraping it. */
    void leftOut(String plugin);

    /** A source is done. */
    void done(SourceReport report);
}
