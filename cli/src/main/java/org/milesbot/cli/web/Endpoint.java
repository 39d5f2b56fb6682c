package org.milesbot.cli.web;

import org.milesbot.api.web.WebMethod;
import org.milesbot.api.web.WebRoute;

/**
 * What the server listens for.
 *
 * @param method how it is asked for
 * @param path where, in the form of {@link WebRoute#path}
 * @param isForAll whether the answer depends on nothing but the address and the language, so that one may do for many
 * @param handler what answers
 */
public record Endpoint(WebMethod method, String path, boolean isForAll, Handler handler) {

    /** Answers, from several threads at once. */
    @FunctionalInterface
    public interface Handler {

        /** Answers as {@link org.milesbot.api.web.WebHandler} does. */
        Answer answer(Call call) throws Exception;
    }

    /** One whose answer depends on who asks, and is never kept. */
    public static Endpoint personal(WebMethod method, String path, Handler handler) {
        return new Endpoint(method, path, false, handler);
    }

    /** A route as an endpoint. */
    public static Endpoint of(WebRoute route) {
        return new Endpoint(
                route.method(),
                route.path(),
                route.method() == WebMethod.GET,
                call -> Answer.of(route.handler().answer(call.request())));
    }

    /** A plug-in's route, below the plug-in's own path. */
    public static Endpoint of(WebRoute route, String plugin) {
        String path = route.path().equals("/") ? "" : route.path();
        return of(new WebRoute(route.method(), Guests.PATH + plugin + path, route.handler()));
    }
}
