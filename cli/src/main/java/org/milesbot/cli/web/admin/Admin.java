package org.milesbot.cli.web.admin;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpStatus;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.web.WebFields;
import org.milesbot.api.web.WebMethod;
import org.milesbot.api.web.WebReply;
import org.milesbot.cli.web.Answer;
import org.milesbot.cli.web.Call;
import org.milesbot.cli.web.Endpoint;
import org.milesbot.cli.web.RateLimit;
import org.milesbot.cli.web.page.Frame;
import org.milesbot.cli.web.page.Frame.Section;
import org.milesbot.cli.web.page.Templates;
import org.milesbot.cli.web.page.Words;
import org.milesbot.store.alert.DeadLetters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operators' endpoints. Without a session they lead to the question for the password, and do nothing. */
public final class Admin {

    private static final Logger log = LoggerFactory.getLogger(Admin.class);
    private static final String HOME = "/admin";
    private static final String LOGIN = "/admin/login";
    private static final String COOKIE = "milesbot_session";
    private static final Duration TRIES_WITHIN = Duration.ofMinutes(15);
    private static final int TRIES_OF_ONE = 5;
    private static final int TRIES_OF_ALL = 100;
    private static final String ALL = "all addresses";

    private final Controls controls;
    private final Templates templates;
    private final Sessions sessions;
    private final AdminPage page;
    private final Clock clock;
    private final RateLimit ofOne = new RateLimit(TRIES_OF_ONE, TRIES_OF_ONE, TRIES_WITHIN);
    private final RateLimit ofAll = new RateLimit(TRIES_OF_ALL, TRIES_OF_ALL, TRIES_WITHIN);

    private Admin(Controls controls, Templates templates, Sessions sessions, Clock clock) {
        this.controls = controls;
        this.templates = templates;
        this.sessions = sessions;
        this.clock = clock;
        page = new AdminPage(controls, templates);
    }

    /**
     * The endpoints.
     *
     * @param sessions know who may enter
     */
    public static List<Endpoint> endpoints(Controls controls, Templates templates, Sessions sessions, Clock clock) {
        return new Admin(controls, templates, sessions, clock).endpoints();
    }

    private List<Endpoint> endpoints() {
        return List.of(
                Endpoint.personal(WebMethod.GET, LOGIN, call -> Answer.of(question(call, 200, ""))),
                Endpoint.personal(WebMethod.POST, LOGIN, this::login),
                Endpoint.personal(WebMethod.GET, HOME, this::show),
                Endpoint.personal(WebMethod.POST, "/admin/logout", this::logout),
                Endpoint.personal(WebMethod.POST, "/admin/sources", call -> done(call, this::source)),
                Endpoint.personal(WebMethod.POST, "/admin/dead", call -> done(call, this::dead)));
    }

    private Optional<String> session(Call call) {
        return Optional.ofNullable(call.cookies().get(COOKIE)).flatMap(sessions::valid);
    }

    private Answer show(Call call) {
        return Answer.of(session(call)
                .<WebReply>map(session -> page.show(call.request(), sessions.token(session)))
                .orElseGet(() -> new WebReply.Redirect(LOGIN)));
    }

    private WebReply.Content question(Call call, int status, String said) {
        Words own = new Words(Admin.class, call.request().language());
        Frame frame = Frame.of(call.request(), Section.NONE, own.say("login.title"), "");
        return templates
                .fill("admin/login.jte", Map.of("frame", frame, "own", own, "said", said), Duration.ZERO)
                .withStatus(status);
    }

    private Answer login(Call call) {
        Words own = new Words(Admin.class, call.request().language());
        Optional<Duration> wait = ofOne.refused(call.address()).or(() -> ofAll.refused(ALL));
        if (wait.isPresent()) {
            long minutes = wait.get().toMinutes() + 1;
            return new Answer(
                    question(call, HttpStatus.TOO_MANY_REQUESTS_429, own.say("login.wait", minutes)),
                    Map.of("Retry-After", Long.toString(wait.get().toSeconds() + 1)));
        }
        String words = call.request().form().first("password").orElse("");
        if (!sessions.isPassword(words)) {
            log.warn("somebody at {} gave a wrong password", call.address());
            return Answer.of(question(call, HttpStatus.FORBIDDEN_403, own.say("login.wrong")));
        }
        log.info("somebody at {} opened the operators' pages", call.address());
        return new Answer(
                new WebReply.Redirect(HOME), Map.of("Set-Cookie", cookie(call, sessions.begin(), Sessions.LASTS)));
    }

    private static String cookie(Call call, String value, Duration lasts) {
        return COOKIE + "=" + value + "; Path=/admin; Max-Age=" + lasts.toSeconds() + "; HttpOnly; SameSite=Strict"
                + (call.isSecure() ? "; Secure" : "");
    }

    private Answer logout(Call call) {
        Answer answer = done(call, form -> "bye");
        return answer.reply() instanceof WebReply.Redirect
                ? new Answer(new WebReply.Redirect(LOGIN), Map.of("Set-Cookie", cookie(call, "", Duration.ZERO)))
                : answer;
    }

    /** Does something in a session, by a form of that session; what came of it is told on the page. */
    private Answer done(Call call, Function<WebFields, String> action) {
        Optional<String> session = session(call);
        if (session.isEmpty()) {
            return Answer.of(new WebReply.Redirect(LOGIN));
        }
        WebFields form = call.request().form();
        if (!sessions.isToken(session.get(), form.first("token").orElse(""))) {
            return Answer.of(new WebReply.Failure(HttpStatus.FORBIDDEN_403, Text.of(Admin.class, "token")));
        }
        return Answer.of(new WebReply.Redirect(HOME + "?said=" + action.apply(form)));
    }

    private String source(WebFields form) {
        String source = form.first("source").orElseThrow(Admin::unknown);
        String action = form.first("do").orElse("");
        switch (action) {
            case "mute" -> controls.watch().mute(source, true);
            case "unmute" -> controls.watch().mute(source, false);
            case "check" -> controls.watch().check(source);
            default -> throw unknown();
        }
        return action;
    }

    private String dead(WebFields form) {
        List<Long> ids = form.all("id").stream().map(Admin::number).toList();
        if (ids.isEmpty()) {
            return "nothing";
        }
        DeadLetters letters = new DeadLetters(controls.database());
        String action = form.first("do").orElse("");
        switch (action) {
            case "retry" -> letters.retry(ids, clock.instant());
            case "drop" -> letters.drop(ids, clock.instant());
            default -> throw unknown();
        }
        return action;
    }

    private static Long number(String words) {
        try {
            return Long.valueOf(words);
        } catch (NumberFormatException e) {
            throw unknown();
        }
    }

    private static MilesbotException unknown() {
        return new MilesbotException(ErrorKind.USAGE, Text.of(Admin.class, "unknown"));
    }
}
