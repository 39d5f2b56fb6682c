package org.milesbot.cli.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.cli.pipeline.SourceOverview;
import org.milesbot.cli.web.Listening;
import org.milesbot.cli.web.WebLimits;
import org.milesbot.cli.web.admin.Controls.PluginLine;
import org.milesbot.cli.web.admin.Controls.SourceControl;
import org.milesbot.cli.web.page.Templates;
import org.milesbot.store.run.RunEnd;
import org.milesbot.store.run.RunOutcome;
import org.milesbot.store.run.Runs;
import org.milesbot.store.source.SourceKey;
import org.milesbot.store.source.SourceState;
import org.milesbot.store.testing.TestDatabase;

class AdminTest {

    private static final String PASSWORD = "correct horse battery";
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private static final SettableClock CLOCK = SettableClock.at(NOW);
    private static final Sessions SESSIONS = new Sessions(PASSWORD, CLOCK);

    private static TestDatabase database;

    private final List<String> done = new ArrayList<>();
    private Listening server;

    @BeforeAll
    static void open() {
        database = TestDatabase.migrated();
        Runs runs = new Runs(database.database());
        long run = runs.begin("scrape", "blogs", NOW.minusSeconds(60));
        runs.end(run, RunEnd.of(NOW, RunOutcome.FAILED, Map.of("new_items", 7L), 0, "<script>alert(1)</script>"));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void start() {
        CLOCK.show(NOW);
        server = Listening.with(WebLimits.DEFAULT, Admin.endpoints(controls(), new Templates(), SESSIONS, CLOCK));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Controls controls() {
        SourceOverview overview = new SourceOverview(
                List.of(new SourceOverview.Line(
                        new SourceKey("blogs", "passageiro_de_primeira"), Provenance.BLOG, SourceState.NEW, null)),
                List.of());
        return new Controls(
                database.database(),
                () -> List.of(new PluginLine("blogs", "1.0", true)),
                () -> overview,
                new SourceControl() {
                    @Override
                    public void mute(String source, boolean muted) {
                        done.add((muted ? "mute " : "unmute ") + source);
                    }

                    @Override
                    public void check(String source) {
                        done.add("check " + source);
                    }
                });
    }

    @Test
    void showsNothingWithoutThePassword() {
        HttpResponse<String> answer = server.get("/admin");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("location")).contains("/admin/login");
        assertThat(server.get("/admin", "Cookie", "milesbot_session=1.2.3").statusCode())
                .isEqualTo(303);
        assertThat(server.get("/admin/login").body()).contains("type=\"password\"");
        assertThat(post("/admin/sources", "source=passageiro_de_primeira&do=mute", "")
                        .statusCode())
                .isEqualTo(303);
        assertThat(done).isEmpty();
    }

    @Test
    void opensToThePasswordWithACookieThatScriptsDoNotSee() {
        HttpResponse<String> answer = login(PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("set-cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Strict", "Path=/admin", "Max-Age=86400")
                .doesNotContain("Secure");
        Document page = page(cookie(answer));
        assertThat(page.select("h1").text()).isEqualTo("Operação");
        assertThat(page.select("#sources + div tbody th").text()).isEqualTo("passageiro_de_primeira");
        assertThat(page.select("#runs + div tbody").text()).contains("scrape blogs", "60,0 s", "new_items");
        assertThat(page.select("script:not([src])")).isEmpty();
        assertThat(page.text()).contains("<script>alert(1)</script>");
    }

    @Test
    void isNeverKeptByAnybody() {
        HttpResponse<String> answer = server.get("/admin", "Cookie", cookie(login(PASSWORD)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
    }

    @Test
    void refusesAWrongPasswordAndSoonAllTries() {
        for (int i = 0; i < 5; i++) {
            HttpResponse<String> answer = login("wrong");
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
        }
        HttpResponse<String> sixth = login(PASSWORD);
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.headers().firstValue("retry-after")).isPresent();
        assertThat(sixth.headers().firstValue("set-cookie")).isEmpty();
    }

    @Test
    void doesWhatAFormOfThisSessionAsks() {
        String cookie = cookie(login(PASSWORD));
        String token = page(cookie).select("input[name=token]").attr("value");

        HttpResponse<String> answer =
                post("/admin/sources", "source=passageiro_de_primeira&do=check&token=" + token, cookie);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("location")).contains("/admin?said=check");
        assertThat(Jsoup.parse(server.get("/admin?said=check", "Cookie", cookie).body())
                        .select("[role=status]")
                        .text())
                .startsWith("A visita começou");
        post("/admin/sources", "source=passageiro_de_primeira&do=mute&token=" + token, cookie);
        assertThat(done).containsExactly("check passageiro_de_primeira", "mute passageiro_de_primeira");
        assertThat(server.get("/admin?said=%3Cscript%3E", "Cookie", cookie).body())
                .doesNotContain("said.");
    }

    @Test
    void refusesFormsOfOthers() {
        String cookie = cookie(login(PASSWORD));
        String other = page(cookie(login(PASSWORD))).select("input[name=token]").attr("value");
        String form = "source=passageiro_de_primeira&do=mute&token=";

        assertThat(post("/admin/sources", form + other, cookie).statusCode()).isEqualTo(403);
        assertThat(post("/admin/sources", form, cookie).statusCode()).isEqualTo(403);
        assertThat(server.post("/admin/sources", form + other, "Cookie", cookie, "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(done).isEmpty();
    }

    @Test
    void refusesWhatThereIsNot() {
        String cookie = cookie(login(PASSWORD));
        String token = page(cookie).select("input[name=token]").attr("value");

        assertThat(post("/admin/sources", "source=x&do=explode&token=" + token, cookie)
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/admin/dead", "id=one&do=drop&token=" + token, cookie).statusCode())
                .isEqualTo(400);
        assertThat(post("/admin/dead", "do=drop&token=" + token, cookie)
                        .headers()
                        .firstValue("location"))
                .contains("/admin?said=nothing");
    }

    @Test
    void endsWithTheDayAndByWish() {
        String cookie = cookie(login(PASSWORD));
        String token = page(cookie).select("input[name=token]").attr("value");

        HttpResponse<String> answer = post("/admin/logout", "token=" + token, cookie);
        assertThat(answer.headers().firstValue("set-cookie").orElseThrow()).contains("Max-Age=0");
        CLOCK.advance(Duration.ofHours(25));
        assertThat(server.get("/admin", "Cookie", cookie).statusCode()).isEqualTo(303);
    }

    private HttpResponse<String> login(String password) {
        return post("/admin/login", "password=" + password.replace(' ', '+'), "");
    }

    private HttpResponse<String> post(String path, String form, String cookie) {
        return server.post(path, form, "Sec-Fetch-Site", "same-origin", "Cookie", cookie.isEmpty() ? "x=y" : cookie);
    }

    private Document page(String cookie) {
        return Jsoup.parse(server.get("/admin", "Cookie", cookie).body());
    }

    private static String cookie(HttpResponse<String> answer) {
        String header = answer.headers().firstValue("set-cookie").orElseThrow();
        return header.substring(0, header.indexOf(';'));
    }
}
