package org.milesbot.cli.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.plugin.PluginDirectory;
import org.milesbot.notify.testing.Sayings;

/** {@code milesbot serve} and {@code milesbot bot} by themselves, while plug-ins come, change, break and go. */
class ReloadIT {

    /** In milliseconds, between an answer and the next question of a visitor. */
    private static final int BREATH = 10;

    /** More than the two visitors can ask. */
    private static final String ASKING = "1000";

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Pattern PAGE = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+/");

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private RunScene scene;
    private PluginDirectory workshop;

    @BeforeEach
    void open() throws IOException {
        scene = RunScene.open(folder);
        workshop = new PluginDirectory(folder.resolve("elsewhere"));
    }

    @AfterEach
    void close() {
        scene.close();
    }

    /** A plug-in whose page takes a while, and whose command of the bot says the same word. */
    private Path built(String word) throws IOException {
        return workshop.add(word, "late", """
                public List<org.milesbot.api.web.WebRoute> webRoutes() {
                    return List.of(org.milesbot.api.web.WebRoute.get("/", request -> {
                        Thread.sleep(500);
                        return org.milesbot.api.web.WebReply.html("%1$s", java.time.Duration.ofMinutes(10));
                    }), org.milesbot.api.web.WebRoute.get("/{any}", request -> {
                        Thread.sleep(500);
                        return org.milesbot.api.web.WebReply.html("%1$s", java.time.Duration.ZERO);
                    }));
                }
                public List<org.milesbot.api.bot.BotCommand> botCommands() {
                    return List.of(new org.milesbot.api.bot.BotCommand() {
                        public String name() { return "late"; }
                        public String help(Locale language) { return "Says a word"; }
                        public List<org.milesbot.api.bot.BotReply> answer(org.milesbot.api.bot.BotRequest request) {
                            return List.of(org.milesbot.api.bot.BotReply.say(
                                    new Message("%1$s", List.of(), false, null)));
                        }
                    });
                }
                """.formatted(word));
    }

    /** Puts a jar into its folder in one step, as an installation does. */
    private void install(Path jar) throws IOException {
        Path target = Files.createDirectories(scene.plugins().path().resolve("late"));
        Path beside = Files.copy(jar, folder.resolve("on-its-way.jar"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(beside, target.resolve("plugin.jar"), StandardCopyOption.REPLACE_EXISTING);
    }

    private void remove() throws IOException {
        Files.delete(scene.plugins().path().resolve("late").resolve("plugin.jar"));
        Files.delete(scene.plugins().path().resolve("late"));
    }

    private static URI address(Running serve) {
        Matcher page = PAGE.matcher(serve.said());
        return page.find() ? URI.create(page.group()) : URI.create("http://127.0.0.1:9/");
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).build();
        return client.send(request, BodyHandlers.ofString());
    }

    private void awaitPage(URI page, int status, String word) {
        await().atMost(LONG).untilAsserted(() -> {
            HttpResponse<String> answer = get(page);
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body()).contains(word);
        });
    }

    /** Somebody who asks for a page over and over, and what they were told. */
    private final class Visitor implements AutoCloseable {

        private final Queue<String> told = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean isLeaving = new AtomicBoolean();
        private final Thread thread;

        Visitor(URI page) {
            thread = new Thread(() -> ask(page), "visitor");
            thread.start();
        }

        private void ask(URI page) {
            while (!isLeaving.get()) {
                try {
                    HttpResponse<String> answer = get(page);
                    told.add(answer.statusCode() + " " + (answer.statusCode() == 200 ? answer.body() : ""));
                    Thread.sleep(BREATH);
                } catch (IOException e) {
                    told.add("no answer: " + e);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        @Override
        public void close() {
            isLeaving.set(true);
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void thePageShowsPlugInsThatComeChangeAndGoAndAnswersAllTheWhile() throws IOException, InterruptedException {
        Path first = built("first");
        Path second = built("second");
        Running serve = scene.jar().with("MILESBOT_WEB_RATE", ASKING).start("serve");
        await().atMost(LONG).until(() -> address(serve).getPort() != 9);
        URI page = address(serve).resolve("/p/late");
        awaitPage(page, 404, "");

        install(first);
        awaitPage(page, 200, "first");
        Visitor often = new Visitor(address(serve).resolve("/p/late/slow"));
        Visitor other = new Visitor(address(serve).resolve("/health/live"));
        try (often;
                other) {
            install(second);
            awaitPage(page, 200, "second");
            Files.createDirectories(scene.plugins().path().resolve("broken"));
            await().atMost(LONG).until(() -> serve.said().contains("those from before stay"));
            assertThat(get(page).body()).isEqualTo("second");
        }
        Files.delete(scene.plugins().path().resolve("broken"));
        remove();
        awaitPage(page, 404, "");

        assertThat(List.copyOf(often.told)).contains("200 first", "200 second").containsOnly("200 first", "200 second");
        assertThat(other.told).isNotEmpty().allMatch(told -> told.startsWith("200"));
        Run ended = serve.stop();
        assertThat(ended.exitCode()).as(ended.err()).isIn(0, 143);
        assertThat(ended.err()).containsOnlyOnce("those from before stay").doesNotContain("ERROR");
        assertThat(ended.err().lines().filter(line -> line.contains("http://127.0.0.1")))
                .as("the server began once")
                .hasSize(1);
    }

    @Test
    void theBotTakesUpCommandsThatComeAndChange() throws IOException {
        Path first = built("first");
        Path second = built("second");
        scene.execute("insert into app_user (telegram_id, created_at, welcomed_at) values (7, now(), now())");
        Running bot = scene.jar().start("bot");
        await().atMost(LONG)
                .until(() -> !scene.telegram().calls("setMyCommands").isEmpty());

        install(first);
        await().atMost(LONG)
                .until(() -> scene.telegram().calls("setMyCommands").toString().contains("Says a word"));
        scene.telegram().happens(Sayings.text(7, "/late"));
        awaitSaid("first");

        install(second);
        await().atMost(LONG).until(() -> bot.said().split("were loaded anew", -1).length == 3);
        scene.telegram().happens(Sayings.text(7, "/late"));
        awaitSaid("second");
        Run ended = bot.stop();
        assertThat(ended.exitCode()).as(ended.err()).isIn(0, 143);
        assertThat(ended.err()).containsOnlyOnce("on the air");
    }

    private void awaitSaid(String word) {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(scene.telegram().deliveries(7))
                        .last()
                        .satisfies(said -> assertThat(said.seen()).contains(word)));
    }
}
