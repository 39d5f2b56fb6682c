package org.milesbot.cli.jar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.milesbot.cli.plugin.PluginDirectory;
import org.milesbot.notify.testing.BotApiServer;
import org.milesbot.store.db.DatabaseAddress;
import org.milesbot.store.testing.TestDatabase;

/** Processes of {@code milesbot run} on one database, with plug-ins whose scrapes end when the test lets them. */
final class RunScene implements AutoCloseable {

    /** Shorter than anybody would have it, so that a test need not wait for long. */
    static final Duration LEASE = Duration.ofSeconds(12);

    private final TestDatabase test = TestDatabase.migrated();
    private final BotApiServer telegram = BotApiServer.start();
    private final Path gate;
    private final PluginDirectory plugins;
    private final FatJar jar;

    private RunScene(Path folder) throws IOException {
        gate = folder.resolve("open");
        plugins = new PluginDirectory(folder);
        DatabaseAddress address = test.address();
        String password = address.password() == null ? "" : ":" + encoded(address.password());
        String url = "postgresql://" + encoded(address.user()) + password + "@" + address.server() + "/"
                + encoded(address.database());
        jar = new FatJar(folder)
                .with("DATABASE_URL", url)
                .with("MILESBOT_SCHEMA", test.database().schema())
                .with("TELEGRAM_BOT_TOKEN", BotApiServer.TOKEN)
                .with("MILESBOT_TELEGRAM_URL", telegram.url().toString())
                .with("MILESBOT_SEND_LEASE", LEASE.toSeconds() + "s")
                .with("MILESBOT_WEB_PORT", "0")
                .with("MILESBOT_PLUGINS_DIR", plugins.path().toString());
    }

    static RunScene open(Path folder) {
        try {
            return new RunScene(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    BotApiServer telegram() {
        return telegram;
    }

    void execute(String sql) {
        test.database().useTransaction(open -> open.execute(sql));
    }

    FatJar jar() {
        return jar;
    }

    PluginDirectory plugins() {
        return plugins;
    }

    /** The jar that runs these plug-ins and no others. */
    FatJar jarOf(List<String> enabled) {
        return jar.with("PLUGINS_ENABLED", String.join(",", enabled));
    }

    /** A plug-in that scrapes once a month, and does not come back before the gate is open. */
    void waitingPlugin(String id) throws IOException {
        waitingPlugin(id, "return List.of();");
    }

    /** The same, and then it has found what a bank gives to those who transfer to Smiles. */
    void waitingPlugin(String id, String bank, int percent) throws IOException {
        waitingPlugin(id, """
                Instant now = Instant.now();
                Announcement announcement = new Announcement("one", "%1$s e Smiles: %2$d%% de bônus",
                        "Transfira pontos de %1$s para a Smiles e ganhe %2$d%% de bônus. Só hoje e amanhã.",
                        URI.create("https://www.example.org/%2$d"), now);
                return context.extractor().extract(announcement).stream()
                        .map(promo -> new Sighting(promo, new SourceId("%3$s"), Provenance.OFFICIAL,
                                announcement.title(), announcement.url(), now))
                        .toList();
                """.formatted(bank, percent, id));
    }

    private void waitingPlugin(String id, String then) throws IOException {
        plugins.add(id, id, """
                public String schedule() { return "monthly"; }
                public List<Sighting> scrape(Instant since) {
                    while (java.nio.file.Files.notExists(java.nio.file.Path.of("%s"))) {
                        try {
                            Thread.sleep(20);
                        } catch (InterruptedException e) {
                            return List.of();
                        }
                    }
                    %s
                }
                """.formatted(gate, then));
    }

    /** Somebody who is known already, and wants to be told of everything. */
    void inhabit(long person) {
        execute("insert into app_user (telegram_id, created_at, welcomed_at) values (" + person + ", now(), now())");
        execute("insert into user_config (user_id, threshold) select id, 0 from app_user");
        execute("insert into event_cursor (consumer, last_id) values ('notify', 0)");
    }

    void openGate() throws IOException {
        Files.createFile(gate);
    }

    /** What a query says, a line for each row. */
    List<String> rows(String sql) {
        return test.database()
                .with(open -> open.createQuery(sql).mapTo(String.class).list());
    }

    /** The processes that are at something, by their numbers. */
    List<String> busy() {
        return rows("select distinct substring(picked_by from '[0-9]+$') from duty where picked order by 1");
    }

    /** The processes that scrape. */
    List<String> scrapers() {
        return rows(
                "select distinct substring(picked_by from '[0-9]+$') from duty where picked and task_name = 'scrape'");
    }

    @Override
    public void close() {
        telegram.close();
        test.close();
    }
}
