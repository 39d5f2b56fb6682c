package org.milesbot.cli.web.feed;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.milesbot.api.Bytes;
import org.milesbot.api.web.WebReply;
import org.milesbot.api.web.WebRequest;
import org.milesbot.api.web.WebRoute;
import org.milesbot.cli.web.read.OpenFilter;
import org.milesbot.cli.web.read.Parameters;
import org.milesbot.cli.web.read.Shelf;

/** All that can be subscribed to. */
public final class Feeds {

    private static final int OK = 200;
    private static final int MOST_ENTRIES = 100;
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration CALENDAR_FRESH = Duration.ofMinutes(10);

    private final Shelf shelf;
    private final Supplier<URI> site;

    private Feeds(Shelf shelf, Supplier<URI> site) {
        this.shelf = shelf;
        this.site = site;
    }

    /**
     * Their routes.
     *
     * @param site where people see the pages, as links begin; asked with each request
     */
    public static List<WebRoute> routes(Shelf shelf, Supplier<URI> site) {
        Feeds feeds = new Feeds(shelf, site);
        return List.of(
                WebRoute.get("/feed.atom", feeds::atom),
                WebRoute.get("/feed.json", feeds::json),
                WebRoute.get("/calendar.ics", feeds::calendar));
    }

    private WebReply atom(WebRequest request) {
        return content("application/atom+xml; charset=utf-8", AtomFeed.of(feed(request)), FRESH);
    }

    private WebReply json(WebRequest request) {
        return content("application/feed+json", JsonFeed.of(feed(request)), FRESH);
    }

    private Feed feed(WebRequest request) {
        Parameters.FILTER.check(request.query());
        Links links = new Links(site.get());
        List<Entry> entries = new Entries(shelf, links, request.language())
                .newest(OpenFilter.of(request.query()), MOST_ENTRIES, request.at());
        return new Feed(links, request, entries);
    }

    private WebReply calendar(WebRequest request) {
        Parameters.FILTER.check(request.query());
        Links links = new Links(site.get());
        OpenFilter filter = OpenFilter.of(request.query());
        CalendarText text = new CalendarText();
        new Calendar(links, request.language())
                .write(text, new CalendarEvents(shelf, links, request.language()).of(filter, request));
        return content("text/calendar; charset=utf-8", text.toString(), CALENDAR_FRESH);
    }

    private static WebReply content(String type, String text, Duration freshFor) {
        return new WebReply.Content(OK, type, Bytes.of(text), freshFor);
    }
}
