package org.milesbot.cli.web;

/** Is told of every request, to count it. For use by several threads. */
public interface Traffic {

    /** Counts nothing. */
    Traffic UNCOUNTED = new Traffic() {
        @Override
        public Ongoing begins() {
            return (route, status) -> {};
        }

        @Override
        public void limited() {}

        @Override
        public void kept(boolean hit) {}
    };

    /** A request that is being answered. */
    @FunctionalInterface
    interface Ongoing {

        /**
         * It was answered.
         *
         * @param route its path with names in place of what differs, or {@code none}
         */
        void ends(String route, int status);
    }

    /** One begins to be answered. */
    Ongoing begins();

    /** One was refused for being one too many. */
    void limited();

    /** An answer that may be kept was looked for, and was there or not. */
    void kept(boolean hit);
}
