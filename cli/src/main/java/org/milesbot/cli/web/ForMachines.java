package org.milesbot.cli.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Set;

/** The addresses that machines ask, from wherever they are: scripts of other sites may read what is there, as nobody. */
final class ForMachines {

    private static final String DAY_IN_SECONDS = "86400";
    private static final Set<HandlerType> READS = Set.of(HandlerType.GET, HandlerType.HEAD);

    private ForMachines() {}

    /** Whether an address is one of them. */
    static boolean isOne(String path) {
        return path.startsWith("/api/") || path.startsWith("/feed.") || path.equals("/calendar.ics");
    }

    /** Lets scripts of other sites read the answer, without cookies. */
    static void open(Context context) {
        if (READS.contains(context.method()) && isOne(context.path())) {
            context.header("Access-Control-Allow-Origin", "*");
            context.header("Access-Control-Expose-Headers", "Content-Language, ETag, Retry-After");
        }
    }

    /** What a browser asks before a script may ask with headers of its own. */
    static void allow(Context context) {
        context.header("Access-Control-Allow-Origin", "*");
        context.header("Access-Control-Allow-Methods", "GET, HEAD");
        context.header("Access-Control-Allow-Headers", "Accept, Accept-Language, If-None-Match");
        context.header("Access-Control-Max-Age", DAY_IN_SECONDS);
    }
}
