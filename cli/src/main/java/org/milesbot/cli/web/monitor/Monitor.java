package org.milesbot.cli.web.monitor;

import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.http.HttpStatus;
import org.milesbot.api.Bytes;
import org.milesbot.api.Text;
import org.milesbot.api.web.WebMethod;
import org.milesbot.api.web.WebReply;
import org.milesbot.cli.metrics.Exposition;
import org.milesbot.cli.metrics.Health;
import org.milesbot.cli.metrics.HealthCheck;
import org.milesbot.cli.metrics.HealthJson;
import org.milesbot.cli.metrics.Metrics;
import org.milesbot.cli.web.Answer;
import org.milesbot.cli.web.Call;
import org.milesbot.cli.web.Endpoint;

/** The endpoints of monitoring. Figures are for who asks directly: what comes by way of a proxy comes from the public. */
public final class Monitor {

    private static final String JSON = "application/json";

    private final Metrics metrics;
    private final HealthCheck health;

    private Monitor(Metrics metrics, HealthCheck health) {
        this.metrics = metrics;
        this.health = health;
    }

    /** The endpoints. */
    public static List<Endpoint> endpoints(Metrics metrics, HealthCheck health) {
        Monitor monitor = new Monitor(metrics, health);
        return List.of(
                Endpoint.personal(WebMethod.GET, "/metrics", monitor::figures),
                Endpoint.personal(WebMethod.GET, "/health", call -> monitor.ready()),
                Endpoint.personal(WebMethod.GET, "/health/live", call -> json(HttpStatus.OK_200, HealthJson.alive())));
    }

    private Answer figures(Call call) {
        if (call.header("x-forwarded-for").isPresent()) {
            return Answer.of(new WebReply.Failure(HttpStatus.NOT_FOUND_404, Text.of(Monitor.class, "metrics.public")));
        }
        Exposition exposition = metrics.exposition(call.header("accept").orElse(null));
        return Answer.of(new WebReply.Content(
                HttpStatus.OK_200, exposition.contentType(), Bytes.of(exposition.body()), Duration.ZERO));
    }

    private Answer ready() {
        Health now = health.check();
        return json(now.isReady() ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503, HealthJson.of(now));
    }

    private static Answer json(int status, String body) {
        return Answer.of(new WebReply.Content(status, JSON, Bytes.of(body), Duration.ZERO));
    }
}
