package org.milesbot.cli.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HttpResponseException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.eclipse.jetty.http.HttpStatus;
import org.milesbot.api.Bytes;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.web.WebReply;
import org.milesbot.api.web.WebRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people and machines are told when something cannot be answered: never what is behind it. */
final class Failures {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EXPLAINED = "/api/v1/openapi.json#/components/responses/";

    private final Framing framing;

    Failures(Framing framing) {
        this.framing = framing;
    }

    /** What is said of an exception; what is not the asker's fault is logged. */
    static WebReply.Failure of(Exception cause, String route) {
        if (cause instanceof MilesbotException known) {
            return of(known, route);
        }
        if (cause instanceof HttpResponseException refused && HttpStatus.isClientError(refused.getStatus())) {
            return new WebReply.Failure(refused.getStatus(), Text.of(Failures.class, "refused"));
        }
        log.error("{} was not answered", route, cause);
        return new WebReply.Failure(HttpStatus.INTERNAL_SERVER_ERROR_500, Text.of(Failures.class, "failed"));
    }

    private static WebReply.Failure of(MilesbotException known, String route) {
        return switch (known.kind()) {
            case USAGE -> new WebReply.Failure(HttpStatus.BAD_REQUEST_400, known.text());
            case EXTERNAL, CONFIGURATION -> {
                log.warn("{} was not answered", route, known);
                yield new WebReply.Failure(HttpStatus.SERVICE_UNAVAILABLE_503, Text.of(Failures.class, "unavailable"));
            }
            case DATA, INTERNAL -> {
                log.error("{} was not answered", route, known);
                yield new WebReply.Failure(HttpStatus.INTERNAL_SERVER_ERROR_500, Text.of(Failures.class, "failed"));
            }
        };
    }

    /** A failure in the form of those who asked. */
    WebReply.Content content(WebReply.Failure failure, WebRequest request) {
        return ForMachines.isOne(request.path()) ? problem(failure, request) : framing.failure(failure, request);
    }

    /** Problem details as RFC 9457 has them; the document of the interface tells what each type means. */
    private static WebReply.Content problem(WebReply.Failure failure, WebRequest request) {
        ObjectNode problem = JSON.createObjectNode();
        String title = HttpStatus.getMessage(failure.status());
        problem.put("type", EXPLAINED + title.replace(" ", ""));
        problem.put("title", title);
        problem.put("status", failure.status());
        problem.put("detail", failure.sentence().in(request.language()));
        problem.put("instance", request.path());
        try {
            return new WebReply.Content(
                    failure.status(),
                    "application/problem+json",
                    Bytes.of(JSON.writeValueAsString(problem)),
                    Duration.ZERO);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("strings and numbers are JSON", e);
        }
    }
}
