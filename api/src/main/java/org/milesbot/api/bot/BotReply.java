package org.milesbot.api.bot;

import java.util.Objects;
import org.milesbot.api.Bytes;
import org.milesbot.api.notify.Message;

/** One thing that the bot does when it is asked. */
public sealed interface BotReply {

    /**
     * Sends a message.
     *
     * @param message the message
     */
    record Say(Message message) implements BotReply {

        /** Refuses null. */
        public Say {
            Objects.requireNonNull(message, "message is null");
        }
    }

    /**
     * Puts a message in the place of the one whose button was pressed; sends it if none was.
     *
     * @param message the message; of one that is too long for one, the first part takes the place
     */
    record Show(Message message) implements BotReply {

        /** Refuses null. */
        public Show {
            Objects.requireNonNull(message, "message is null");
        }
    }

    /**
     * Sends a question. What the person writes next, unless it is a command, comes to the same command, within a day.
     *
     * @param message the question
     * @param topic what the command needs to know then, at most {@value #LONGEST_TOPIC} characters
     */
    record Ask(Message message, String topic) implements BotReply {

        /** The most characters that a topic may have. */
        public static final int LONGEST_TOPIC = 1_000;

        /**
         * @throws IllegalArgumentException if the topic is too long
         */
        public Ask {
            Objects.requireNonNull(message, "message is null");
            if (topic.length() > LONGEST_TOPIC) {
                throw new IllegalArgumentException("a topic has at most " + LONGEST_TOPIC + " characters");
            }
        }
    }

    /**
     * Sends a question with two buttons, one to confirm and one to let it be. If it is confirmed within ten minutes, the same
     * command is asked with {@link BotRequest#isConfirmed}.
     *
     * @param message the question; its own buttons stand above the two
     * @param words what the command is asked with then, at most {@value #LONGEST_WORDS} characters
     */
    record Confirm(Message message, String words) implements BotReply {

        /** The most characters that the words may have. */
        public static final int LONGEST_WORDS = 4_096;

        /**
         * @throws IllegalArgumentException if there are too many words
         */
        public Confirm {
            Objects.requireNonNull(message, "message is null");
            if (words.length() > LONGEST_WORDS) {
                throw new IllegalArgumentException(
                        "a question to confirm has at most " + LONGEST_WORDS + " characters");
            }
        }
    }

    /**
     * Sends a picture.
     *
     * @param png the picture, at most {@value Bytes#MOST} bytes
     * @param caption what stands below it; at most 1,024 characters are seen
     */
    record Picture(Bytes png, Message caption) implements BotReply {

        /** Refuses null. */
        public Picture {
            Objects.requireNonNull(png, "png is null");
            Objects.requireNonNull(caption, "caption is null");
        }
    }

    /**
     * Sends a file.
     *
     * @param name its name, such as {@code dados.json}
     * @param content what is in it, at most {@value Bytes#MOST} bytes
     * @param caption what stands below it; at most 1,024 characters are seen
     */
    record Document(String name, Bytes content, Message caption) implements BotReply {

        /** Refuses null. */
        public Document {
            Objects.requireNonNull(name, "name is null");
            Objects.requireNonNull(content, "content is null");
            Objects.requireNonNull(caption, "caption is null");
        }
    }

    /**
     * Says something for a moment above the chat whose button was pressed; sends it as a message if none was.
     *
     * @param text plain text; at most 200 characters are seen
     */
    record Notice(String text) implements BotReply {

        /**
         * @throws IllegalArgumentException if there is no text
         */
        public Notice {
            if (text.isBlank()) {
                throw new IllegalArgumentException("a notice without text");
            }
        }
    }

    /** A message of its own. */
    static BotReply say(Message message) {
        return new Say(message);
    }

    /** A message in the place of another. */
    static BotReply show(Message message) {
        return new Show(message);
    }
}
