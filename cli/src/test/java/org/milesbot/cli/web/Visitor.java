package org.milesbot.cli.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.milesbot.api.web.WebFields;
import org.milesbot.api.web.WebMethod;
import org.milesbot.api.web.WebReply;
import org.milesbot.api.web.WebRequest;
import org.milesbot.api.web.WebRoute;

/** Asks routes as the server does, without one. */
public final class Visitor {

    private static final Pattern NAME = Pattern.compile("\\{([a-z0-9]+)\\}");

    private final List<WebRoute> routes;
    private final Instant at;

    /**
     * @param at when everything is asked
     */
    public Visitor(List<WebRoute> routes, Instant at) {
        this.routes = List.copyOf(routes);
        this.at = at;
    }

    /** What is answered, also if it is by an exception. */
    public WebReply ask(String address) {
        String[] halves = address.split("\\?", 2);
        for (WebRoute route : routes) {
            Matcher path = Pattern.compile(NAME.matcher(route.path()).replaceAll("(?<$1>[^/]+)"))
                    .matcher(halves[0]);
            if (route.method() == WebMethod.GET && path.matches()) {
                return answer(route, request(route, path, halves.length > 1 ? halves[1] : ""));
            }
        }
        throw new AssertionError("nothing answers " + address);
    }

    private static WebReply answer(WebRoute route, WebRequest request) {
        try {
            return route.handler().answer(request);
        } catch (Exception e) {
            return Failures.of(e, route.path());
        }
    }

    private WebRequest request(WebRoute route, Matcher path, String query) {
        Map<String, String> parts = new HashMap<>();
        NAME.matcher(route.path()).results().forEach(name -> parts.put(name.group(1), path.group(name.group(1))));
        return new WebRequest(path.group(), parts, fields(query), WebFields.NONE, Locale.ENGLISH, at);
    }

    private static WebFields fields(String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String field : query.isEmpty() ? List.<String>of() : List.of(query.split("&", -1))) {
            String[] halves = field.split("=", 2);
            values.computeIfAbsent(halves[0], name -> new ArrayList<>())
                    .add(URLDecoder.decode(halves.length > 1 ? halves[1] : "", StandardCharsets.UTF_8));
        }
        return new WebFields(values);
    }

    /** What is answered, as text; fails if nothing is. */
    public String text(String address) {
        WebReply reply = ask(address);
        if (reply instanceof WebReply.Content content && content.status() == 200) {
            return new String(content.body().toArray(), StandardCharsets.UTF_8);
        }
        throw new AssertionError(address + " is answered by " + said(reply));
    }

    /** Why something is refused, in English; fails if it is answered. */
    public String refusal(String address) {
        if (ask(address) instanceof WebReply.Failure failure) {
            return failure.status() + " " + failure.sentence().in(Locale.ENGLISH);
        }
        throw new AssertionError(address + " is answered");
    }

    private static String said(WebReply reply) {
        return reply instanceof WebReply.Failure failure
                ? failure.status() + " " + failure.sentence().in(Locale.ENGLISH)
                : reply.toString();
    }
}
