package org.milesbot.cli.web.page;

import java.time.Duration;
import java.util.Map;
import org.milesbot.api.web.WebReply;
import org.milesbot.api.web.WebRequest;
import org.milesbot.cli.web.Framing;
import org.milesbot.cli.web.page.Frame.Section;

/** Puts the house's frame around what plug-ins show, and around what could not be done. */
public final class PageFraming implements Framing {

    private final Templates templates;

    /** A framing that fills in these templates. */
    public PageFraming(Templates templates) {
        this.templates = templates;
    }

    @Override
    public WebReply.Content page(WebReply.Page page, WebRequest request) {
        Frame frame = Frame.of(request, Section.NONE, page.title(), "");
        return templates.fill("page/guest.jte", Map.of("frame", frame, "html", page.html()), page.freshFor());
    }

    @Override
    public WebReply.Content failure(WebReply.Failure failure, WebRequest request) {
        String title = new Words(request.language()).say("failure." + kind(failure.status()));
        Frame frame = Frame.of(request, Section.NONE, title, "");
        String sentence = failure.sentence().in(request.language());
        return templates
                .fill("page/failure.jte", Map.of("frame", frame, "sentence", sentence), Duration.ZERO)
                .withStatus(failure.status());
    }

    private static String kind(int status) {
        return switch (status) {
            case 400, 404, 429, 503 -> Integer.toString(status);
            default -> status < 500 ? "400" : "500";
        };
    }
}
