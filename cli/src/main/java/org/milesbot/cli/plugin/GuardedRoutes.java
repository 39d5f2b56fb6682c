package org.milesbot.cli.plugin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.milesbot.api.Bytes;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.Text;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.api.web.WebReply;
import org.milesbot.api.web.WebRoute;

/** A plug-in's routes behind the border: each with a time limit, and one that does not come back is not asked again. */
final class GuardedRoutes {

    private static final int MOST_ROUTES = 100;

    /** Nobody waits longer for a page. */
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private GuardedRoutes() {}

    static List<WebRoute> of(Plugin plugin, String id, GuardedCall border, TimeLimits limits) {
        Duration limit = limits.call().compareTo(LONGEST) < 0 ? limits.call() : LONGEST;
        Set<String> taken = new HashSet<>();
        List<WebRoute> guarded = new ArrayList<>();
        for (WebRoute route : border.list("webRoutes()", limits.call(), MOST_ROUTES, plugin::webRoutes)) {
            // Two that differ in nothing but the names of their parts are the same.
            if (!taken.add(route.method() + " " + route.path().replaceAll("\\{[^}]*}", "{}"))) {
                throw border.refused(ErrorKind.INTERNAL, "routes.twice", route.path());
            }
            GuardedCall own = border.forPart(Text.of(GuardedRoutes.class, "the.route", id, route.path()));
            guarded.add(new WebRoute(
                    route.method(),
                    route.path(),
                    request -> bounded(
                            own.call("answer()", limit, () -> route.handler().answer(request)), own)));
        }
        return List.copyOf(guarded);
    }

    /** Content is bounded by {@link Bytes} itself. */
    private static WebReply bounded(WebReply reply, GuardedCall border) {
        if (reply instanceof WebReply.Page page) {
            border.requireShort(
                    "answer()", (long) page.title().length() + page.html().length(), Bytes.MOST);
        }
        return reply;
    }
}
