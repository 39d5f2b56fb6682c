package org.milesbot.api.web;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What answers a kind of request.
 *
 * @param method how it is asked for
 * @param path where, such as {@code /promo/{id}}: of lower-case words, digits, {@code . _ -} and {@code {names}}. Where a
 *     plug-in's stand, the host puts {@code /p/<id>} before it
 * @param handler what answers
 */
public record WebRoute(WebMethod method, String path, WebHandler handler) {

    /** The most characters that a path may have. */
    public static final int LONGEST_PATH = 200;

    private static final Pattern PATH = Pattern.compile("/|(/([a-z0-9._-]|\\{[a-z][a-z0-9]*\\})+)+/?");

    /**
     * @throws IllegalArgumentException if the path has another form
     */
    public WebRoute {
        Objects.requireNonNull(method, "method is null");
        Objects.requireNonNull(handler, "handler is null");
        if (path.length() > LONGEST_PATH
                || path.contains("..")
                || !PATH.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    "the path \"" + path + "\" is not of a form such as /promo/{id}: lower-case words and {names}");
        }
    }

    /** A route that shows something. */
    public static WebRoute get(String path, WebHandler handler) {
        return new WebRoute(WebMethod.GET, path, handler);
    }

    /** A route that does something. */
    public static WebRoute post(String path, WebHandler handler) {
        return new WebRoute(WebMethod.POST, path, handler);
    }
}
