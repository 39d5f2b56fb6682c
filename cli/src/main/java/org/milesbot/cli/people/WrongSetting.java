package org.milesbot.cli.people;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.config.Quoted;

/** Something that a person wrote is wrong; the sentence says what, and what a right one looks like. */
public final class WrongSetting extends MilesbotException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final @Nullable String meant;

    private WrongSetting(String key, Text why, @Nullable String meant) {
        super(ErrorKind.USAGE, why);
        this.key = key;
        this.meant = meant;
    }

    /** A sentence of this package. */
    static WrongSetting saying(String key, String sentence, Object... arguments) {
        return new WrongSetting(key, Text.of(WrongSetting.class, sentence, arguments), null);
    }

    /**
     * Words that do not have the form that they need.
     *
     * @param expected which sentence says what a right one looks like
     */
    static WrongSetting of(String key, String words, String expected) {
        return saying(key, "wrong", Quoted.of(words), key, Text.of(WrongSetting.class, "right." + expected));
    }

    /** A name that is nearly another one. */
    static WrongSetting nearly(String key, String words, String meant) {
        return new WrongSetting(key, Text.of(WrongSetting.class, "wrong.nearest", Quoted.of(words), key, meant), meant);
    }

    /** The same, with what they should have written. */
    WrongSetting meaning(String right) {
        return new WrongSetting(key, text(), right);
    }

    /**
     * The same, saying what is right.
     *
     * @param meant as it should have been written, or null if nobody knows
     * @param example another one that is right
     */
    static WrongSetting meaning(WrongSetting wrong, @Nullable String meant, String example) {
        Text why = meant == null
                ? Text.of(WrongSetting.class, "fare.example", wrong.text(), example)
                : Text.of(WrongSetting.class, "fare.meant", wrong.text(), meant, example);
        return new WrongSetting(wrong.key, why, meant);
    }

    /** What they should have written, where that can be told. */
    Optional<String> meant() {
        return Optional.ofNullable(meant);
    }

    /** Which setting or field is wrong. */
    public String key() {
        return key;
    }
}
