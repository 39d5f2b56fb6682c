package org.milesbot.cli.jar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.milesbot.cli.plugin.PluginDirectory;
import org.milesbot.notify.testing.BotApiServer;
import org.milesbot.store.db.DatabaseAddress;
import org.milesbot.store.testing.TestDatabase;

/** Processes of {@code milesbot run} on one database, with plug-ins whose scrapes end when the test lets them. */
final class RunScene implements AutoCloseable {

    /** Shorter than anybody would have it, so that a test need not wait for long. */
    private static final String LEASE = "5s";

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
                .with("MILESBOT_SEND_LEASE", LEASE)
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
                    return List.of();
                }
                """.formatted(gate));
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

    @Override
    public void close() {
        telegram.close();
        test.close();
    }
}
