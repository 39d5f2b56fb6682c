package org.milesbot.plugin.sample;

import java.net.URI;
import java.time.Duration;
import org.milesbot.api.Text;
import org.milesbot.api.web.WebReply;
import org.milesbot.api.web.WebRequest;
import org.milesbot.api.web.WebRoute;

/** Shows a page of one's own: where this plug-in looks, within the house's frame. */
final class SamplePage {

    private static final Duration FRESH = Duration.ofMinutes(5);

    private final URI address;

    SamplePage(URI address) {
        this.address = address;
    }

    WebRoute route() {
        return WebRoute.get("/", this::answer);
    }

    private WebReply answer(WebRequest request) {
        String title = Text.of(SamplePage.class, "page.title").in(request.language());
        String words =
                Text.of(SamplePage.class, "page.words", address.getHost()).in(request.language());
        return new WebReply.Page(title, "<p>" + escaped(words) + "</p>", FRESH);
    }

    /** What comes from outside, and be it from a setting, is text and never HTML. */
    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
