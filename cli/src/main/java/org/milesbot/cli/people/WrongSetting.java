package org.milesbot.cli.people;

import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.config.Quoted;

/** Something that a person wrote is wrong; the sentence says what, and what a right one looks like. */
public final class WrongSetting extends MilesbotException {

    private static final long serialVersionUID = 1L;

    private final String key;

    private WrongSetting(String key, Text why) {
        super(ErrorKind.USAGE, why);
        this.key = key;
    }

    /** A sentence of this package. */
    static WrongSetting saying(String key, String sentence, Object... arguments) {
        return new WrongSetting(key, Text.of(WrongSetting.class, sentence, arguments));
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
        return saying(key, "wrong.nearest", Quoted.of(words), key, meant);
    }

    /** Which setting or field is wrong. */
    public String key() {
        return key;
    }
}
