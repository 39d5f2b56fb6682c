package org.milesbot.cli.web.page;

import java.time.Duration;
import java.util.Map;
import org.milesbot.api.web.WebReply;
import org.milesbot.api.web.WebRequest;
import org.milesbot.api.web.WebRoute;
import org.milesbot.cli.Version;
import org.milesbot.cli.web.page.Frame.Section;
import org.milesbot.cli.web.read.Shelf;
import org.milesbot.store.promo.Counts;

/** How it works, what it does not know, and what it does not do with people. */
final class AboutPage {

    private static final Duration FRESH = Duration.ofMinutes(5);

    private final Templates templates;
    private final Remembered<Counts> counts;

    AboutPage(Shelf shelf, Templates templates) {
        this.templates = templates;
        counts = Remembered.of(() -> shelf.promos().counts(), FRESH, shelf.clock());
    }

    WebRoute route() {
        return WebRoute.get("/about", this::answer);
    }

    private WebReply answer(WebRequest request) {
        Words words = new Words(request.language());
        Frame frame = Frame.of(request, Section.ABOUT, words.say("about.title"), words.say("about.description"));
        String kept = counts.get()
                .map(all -> words.say("about.kept", all.captures(), all.sightings(), all.promos()))
                .orElse("");
        return templates.fill(
                "page/about.jte", Map.of("frame", frame, "kept", kept, "version", Version.current()), FRESH);
    }
}
