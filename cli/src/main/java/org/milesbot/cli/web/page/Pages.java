package org.milesbot.cli.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.milesbot.api.web.WebRoute;
import org.milesbot.cli.pipeline.SourceOverview;
import org.milesbot.cli.web.read.Shelf;

/** All pages that people see. */
public final class Pages {

    private Pages() {}

    /**
     * Their routes, and those of what they look like.
     *
     * @param sources how the sources do
     */
    public static List<WebRoute> routes(Shelf shelf, Supplier<SourceOverview> sources, Templates templates) {
        List<WebRoute> routes = new ArrayList<>(Assets.routes());
        routes.add(new HomePage(shelf, templates).route());
        routes.add(new FindPage(shelf, templates).route());
        routes.add(new PromoPage(shelf, templates).route());
        routes.add(ForecastPage.of(shelf, templates).route());
        routes.addAll(new RoutesPage(shelf, templates).routes());
        routes.add(new SourcesPage(sources, templates).route());
        routes.add(new AboutPage(shelf, templates).route());
        return routes;
    }
}
