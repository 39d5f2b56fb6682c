package org.milesbot.api.web;

import java.time.Duration;
import java.util.Objects;
import org.milesbot.api.Bytes;
import org.milesbot.api.Text;

/** What is answered. The host adds what protects people, and says "not modified" where a browser has it already. */
public sealed interface WebReply {

    /**
     * Some content as it is.
     *
     * @param status of HTTP, from 200 to 599
     * @param type what it is, such as {@code application/json} or {@code text/html; charset=utf-8}
     * @param body the content
     * @param freshFor for how long the same answer does for everybody; zero if it is not to be kept anywhere
     */
    record Content(int status, String type, Bytes body, Duration freshFor) implements WebReply {

        /**
         * @throws IllegalArgumentException if the status is none, the type has control characters or the time is negative
         */
        public Content {
            requireStatus(status);
            if (type.isBlank() || type.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("a content type is such as text/plain");
            }
            Objects.requireNonNull(body, "body is null");
            requireFreshness(freshFor);
        }

        /** The same with another status. */
        public Content withStatus(int other) {
            return new Content(other, type, body, freshFor);
        }
    }

    /**
     * The middle of a page; the host puts the head, the navigation and the foot around it.
     *
     * @param title of the page, as plain text
     * @param html the middle. What comes from outside is escaped by whoever writes it; scripts and styles inside it are not
     *     run
     * @param freshFor for how long the same answer does for everybody; zero if it is not to be kept anywhere
     */
    record Page(String title, String html, Duration freshFor) implements WebReply {

        /**
         * @throws IllegalArgumentException if there is no title or the time is negative
         */
        public Page {
            if (title.isBlank()) {
                throw new IllegalArgumentException("a page without a title");
            }
            Objects.requireNonNull(html, "html is null");
            requireFreshness(freshFor);
        }
    }

    /**
     * Sends on to another address of this host.
     *
     * @param path from the root of the host, with the query
     */
    record Redirect(String path) implements WebReply {

        /**
         * @throws IllegalArgumentException if the path leads to another host
         */
        public Redirect {
            if (!path.startsWith("/") || path.startsWith("//") || path.contains("\\")) {
                throw new IllegalArgumentException("a redirect leads to a path of this host, such as /p/sample/");
            }
            if (path.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("a path has no control characters");
            }
        }
    }

    /**
     * Says that it is not to be had, as a page or as a problem, whichever was asked for.
     *
     * @param status of HTTP, from 400 to 599
     * @param sentence why, for people
     */
    record Failure(int status, Text sentence) implements WebReply {

        /**
         * @throws IllegalArgumentException if the status is that of no failure
         */
        public Failure {
            requireStatus(status);
            if (status < 400) {
                throw new IllegalArgumentException(status + " is the status of no failure");
            }
            Objects.requireNonNull(sentence, "sentence is null");
        }
    }

    /** The content of a page of HTML, whole. */
    static Content html(String html, Duration freshFor) {
        return new Content(200, "text/html; charset=utf-8", Bytes.of(html), freshFor);
    }

    /** A JSON document. */
    static Content json(String json, Duration freshFor) {
        return new Content(200, "application/json", Bytes.of(json), freshFor);
    }

    private static void requireStatus(int status) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException(status + " is no status of an answer");
        }
    }

    private static void requireFreshness(Duration freshFor) {
        if (freshFor.isNegative()) {
            throw new IllegalArgumentException("an answer is fresh for a time, not for " + freshFor);
        }
    }
}
