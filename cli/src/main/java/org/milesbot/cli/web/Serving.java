package org.milesbot.cli.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpStatus;
import org.milesbot.api.Text;
import org.milesbot.api.web.WebMethod;
import org.milesbot.api.web.WebReply;
import org.milesbot.api.web.WebRequest;

/** Answers the requests of one endpoint. */
final class Serving implements Handler {

    /** Of the endpoints that are there as long as the server. */
    private static final Object FOR_GOOD = new Object();

    private final Endpoint endpoint;
    private final House house;
    private final Object edition;
    private final Function<Context, Map<String, String>> parts;

    /**
     * What all endpoints share.
     *
     * @param asking makes requests of what comes
     * @param framing puts pages into their frame
     * @param failures what is said when something cannot be answered
     * @param replies those that are kept
     * @param limit how often one address may ask
     * @param traffic counts
     */
    record House(
            Asking asking, Framing framing, Failures failures, Replies replies, RateLimit limit, Traffic traffic) {}

    /** Of an endpoint that the server itself finds. */
    Serving(Endpoint endpoint, House house) {
        this(endpoint, house, FOR_GOOD, Context::pathParamMap);
    }

    /**
     * @param edition of the endpoint; another one's kept replies are not its own
     * @param parts tells those of a path that have names
     */
    Serving(Endpoint endpoint, House house, Object edition, Function<Context, Map<String, String>> parts) {
        this.endpoint = endpoint;
        this.house = house;
        this.edition = edition;
        this.parts = parts;
    }

    @Override
    public void handle(Context context) {
        Traffic.Ongoing ongoing = house.traffic.begins();
        try {
            Wire.send(context, reply(context));
        } finally {
            ongoing.ends(endpoint.path(), context.statusCode());
        }
    }

    /** Answers what browsers ask before a script of another site may read. */
    void permit(Context context) {
        boolean isAllowed = house.limit.refused(house.asking.address(context)).isEmpty();
        if (isAllowed && ForMachines.isOne(context.path())) {
            Traffic.Ongoing ongoing = house.traffic.begins();
            Wire.sendPermission(context);
            ongoing.ends(endpoint.path(), context.statusCode());
        } else {
            handle(context);
        }
    }

    private Ready reply(Context context) {
        Optional<Duration> wait = house.limit.refused(house.asking.address(context));
        if (wait.isPresent()) {
            house.traffic.limited();
            long seconds = wait.get().toSeconds() + 1;
            context.header("Retry-After", Long.toString(seconds));
            return failure(HttpStatus.TOO_MANY_REQUESTS_429, Text.of(Serving.class, "limited", seconds), context);
        }
        Call call;
        try {
            call = house.asking.call(context, endpoint.method(), parts.apply(context));
        } catch (Exception e) {
            return ready(Failures.of(e, endpoint.path()), house.asking.bare(context));
        }
        context.header("Content-Language", call.request().language().toLanguageTag());
        if (endpoint.method() == WebMethod.POST && !Origins.isOurs(call)) {
            return failure(HttpStatus.FORBIDDEN_403, Text.of(Serving.class, "foreign"), context);
        }
        return endpoint.isForAll() ? kept(context, call) : personal(context, call);
    }

    private Ready kept(Context context, Call call) {
        WebRequest request = call.request();
        Replies.Key key = new Replies.Key(
                edition,
                request.path(),
                context.queryString(),
                request.language().getLanguage());
        boolean[] isMade = new boolean[1];
        Ready ready = house.replies.get(key, () -> {
            isMade[0] = true;
            return ready(answer(call).reply(), request);
        });
        house.traffic.kept(!isMade[0]);
        return ready;
    }

    private Ready personal(Context context, Call call) {
        Answer answer = answer(call);
        answer.headers().forEach(context::header);
        return ready(answer.reply(), call.request());
    }

    private Answer answer(Call call) {
        try {
            return endpoint.handler().answer(call);
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return Answer.of(Failures.of(e, endpoint.path()));
        }
    }

    private Ready failure(int status, Text sentence, Context context) {
        return ready(new WebReply.Failure(status, sentence), house.asking.bare(context));
    }

    private Ready ready(WebReply reply, WebRequest request) {
        if (reply instanceof WebReply.Content content) {
            return Ready.of(content);
        }
        if (reply instanceof WebReply.Page page) {
            return Ready.of(house.framing.page(page, request));
        }
        if (reply instanceof WebReply.Failure failure) {
            return Ready.of(house.failures.content(failure, request));
        }
        return Ready.of((WebReply.Redirect) reply);
    }
}
