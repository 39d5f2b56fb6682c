package org.milesbot.cli.web.json;

import org.milesbot.api.web.WebHandler;
import org.milesbot.api.web.WebRoute;
import org.milesbot.cli.web.read.Parameters;

/**
 * One thing that can be asked for.
 *
 * @param path where, below {@link #ROOT}
 * @param parameters what may stand after the question mark
 * @param handler what answers
 */
record Operation(String path, Parameters parameters, WebHandler handler) {

    /** What every path begins with. */
    static final String ROOT = "/api/v1";

    /** The route, which refuses parameters that it does not know. */
    WebRoute route() {
        return WebRoute.get(ROOT + path, request -> {
            parameters.check(request.query());
            return handler.answer(request);
        });
    }
}
