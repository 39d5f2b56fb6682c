package org.milesbot.store.embedded;

import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;

/** Makes the errors of this package. */
final class Failures {

    private Failures() {}

    static MilesbotException configuration(@Nullable Exception cause, String key, Object... arguments) {
        return failure(ErrorKind.CONFIGURATION, cause, key, arguments);
    }

    static MilesbotException external(@Nullable Exception cause, String key, Object... arguments) {
        return failure(ErrorKind.EXTERNAL, cause, key, arguments);
    }

    private static MilesbotException failure(
            ErrorKind kind, @Nullable Exception cause, String key, Object... arguments) {
        Object[] said = new Object[arguments.length];
        for (int i = 0; i < said.length; i++) {
            said[i] = arguments[i] instanceof Text text ? text : String.valueOf(arguments[i]);
        }
        return new MilesbotException(kind, Text.of(Failures.class, key, said), cause);
    }

    /** The reason an input or output failed, in a few words. */
    static String reason(Exception error) {
        String name = error.getClass().getSimpleName();
        return error.getMessage() == null ? name : name + ": " + error.getMessage();
    }
}
