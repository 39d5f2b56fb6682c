package org.milesbot.scrapers.fetch;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.milesbot.api.Text;
import org.milesbot.api.source.FetchRequest;
import org.milesbot.api.source.FetchResult;
import org.milesbot.api.source.FetchResult.Blocked;
import org.milesbot.api.source.FetchResult.Failed;
import org.milesbot.api.source.FetchResult.Fetched;
import org.milesbot.api.source.FetchResult.Gone;
import org.milesbot.api.source.FetchResult.NotModified;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.Validators;
import org.milesbot.scrapers.recording.Answer;
import org.milesbot.scrapers.recording.Exchange;
import org.milesbot.scrapers.recording.Headers;

/** What an answer means for the one who asked. */
final class Outcomes {

    private final Clock clock;
    private final AntiBot antiBot = new AntiBot();

    Outcomes(Clock clock) {
        this.clock = clock;
    }

    FetchResult of(FetchRequest request, Exchange exchange) {
        URI url = exchange.request().uri();
        Answer answer = exchange.answer();
        int status = answer.status();
        return switch (status) {
            case 304 -> Validators.NONE.equals(request.validators()) ? unexpected(url, status) : new NotModified();
            case 404, 410 -> new Gone(status);
            case 401, 403, 429, 451, 503 -> refusal(request, exchange);
            default -> status >= 200 && status < 300 ? content(request, exchange) : unexpected(url, status);
        };
    }

    private FetchResult content(FetchRequest request, Exchange exchange) {
        Answer answer = exchange.answer();
        Page page = page(request, exchange);
        Optional<String> wall = antiBot.find(answer.headers(), page);
        if (wall.isPresent()) {
            return wall(exchange, wall.get());
        }
        Validators validators =
                new Validators(answer.headers().first("ETag"), answer.headers().first("Last-Modified"));
        return new Fetched(page, answer.body(), validators);
    }

    private FetchResult refusal(FetchRequest request, Exchange exchange) {
        URI url = exchange.request().uri();
        Answer answer = exchange.answer();
        Optional<String> wall = antiBot.find(answer.headers(), page(request, exchange));
        if (wall.isPresent()) {
            return wall(exchange, wall.get());
        }
        Duration retryAfter = RetryAfter.parse(answer.headers().first("Retry-After"), clock);
        if (answer.status() == 503 && retryAfter == null) {
            return unexpected(url, 503);
        }
        Text reason = Text.of(Outcomes.class, "blocked.status", url.toString(), String.valueOf(answer.status()));
        return new Blocked(reason, retryAfter);
    }

    private FetchResult wall(Exchange exchange, String name) {
        Text reason = Text.of(
                Outcomes.class, "blocked.antibot", exchange.request().uri().toString(), name);
        Duration retryAfter = RetryAfter.parse(exchange.answer().headers().first("Retry-After"), clock);
        return new Blocked(reason, retryAfter);
    }

    private static Page page(FetchRequest request, Exchange exchange) {
        Headers headers = exchange.answer().headers();
        Page page = PageDecoder.decode(
                request.uri(),
                exchange.request().uri(),
                exchange.startedAt(),
                headers.first("Content-Type"),
                exchange.answer().body());
        return new Page(
                page.requested(), page.url(), page.fetchedAt(), page.contentType(), page.text(), headers.byName());
    }

    private static Failed unexpected(URI url, int status) {
        return failed("failed.status", url, String.valueOf(status));
    }

    /** An address that gave no usable answer; the sentence's {0} is the address. */
    static Failed failed(String key, URI url, Object... arguments) {
        Object[] all =
                Stream.concat(Stream.of(url.toString()), Stream.of(arguments)).toArray();
        return new Failed(Text.of(Outcomes.class, key, all));
    }
}
