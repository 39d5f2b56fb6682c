package org.milesbot.cli.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.milesbot.api.web.WebMethod;

/** Has requests answered by whichever guests are there when they come; each ends with those it began with. */
final class Hosting implements Handler {

    private final WebMethod method;
    private final Guests guests;
    private final Serving.House house;
    private final Serving nothing;

    /**
     * @param nothing answers where none of them does
     */
    Hosting(WebMethod method, Guests guests, Serving.House house, Serving nothing) {
        this.method = method;
        this.guests = guests;
        this.house = house;
        this.nothing = nothing;
    }

    @Override
    public void handle(Context context) {
        guests.with(table -> table.find(method, context.path())
                .map(match -> new Serving(match.endpoint(), house, table.edition(), asked -> match.parts()))
                .orElse(nothing)
                .handle(context));
    }
}
