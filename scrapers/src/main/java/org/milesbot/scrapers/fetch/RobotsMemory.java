package org.milesbot.scrapers.fetch;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.milesbot.api.source.Body;

/**
 * Keeps what sites say in their robots.txt, so that the next process need not ask for it, and the site is not left alone for a
 * while after that. What it cannot do it leaves undone, without an error. Safe for use by several threads.
 */
public interface RobotsMemory {

    /** Keeps nothing. */
    RobotsMemory NONE = new RobotsMemory() {
        @Override
        public Optional<RobotsTxt> recall(URI robots) {
            return Optional.empty();
        }

        @Override
        public void keep(URI robots, RobotsTxt said) {}

        @Override
        public void forget(URI robots) {}
    };

    /**
     * What a site said.
     *
     * @param text the robots.txt, or nothing at all where there is none
     * @param at when it said so
     */
    record RobotsTxt(Body text, Instant at) {}

    /**
     * What a site said last, however long ago; empty if that is not kept.
     *
     * @param robots the address of the robots.txt
     */
    Optional<RobotsTxt> recall(URI robots);

    /** Keeps what a site said in the place of what it said before. */
    void keep(URI robots, RobotsTxt said);

    /** Keeps nothing of a site any more. */
    void forget(URI robots);

    /** This one for somebody who wants to ask again: it recalls nothing, and keeps what is said. */
    default RobotsMemory anew() {
        RobotsMemory kept = this;
        return new RobotsMemory() {
            @Override
            public Optional<RobotsTxt> recall(URI robots) {
                return Optional.empty();
            }

            @Override
            public void keep(URI robots, RobotsTxt said) {
                kept.keep(robots, said);
            }

            @Override
            public void forget(URI robots) {
                kept.forget(robots);
            }
        };
    }
}
