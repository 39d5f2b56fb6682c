package org.milesbot.cli.jar;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import org.milesbot.notify.testing.BotApiServer;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.DatabaseAddress;
import org.milesbot.store.db.Migrations;
import org.milesbot.store.embedded.EmbeddedPostgres;
import org.milesbot.store.embedded.EmbeddedSettings;
import org.milesbot.store.testing.TestServer;

/** A PostgreSQL of its own that may be restarted, a Telegram, and the jar that knows both. */
final class NotifyScene implements AutoCloseable {

    private static final String SCHEMA = "scene";

    private final EmbeddedPostgres postgres;
    private final DatabaseAddress address;
    private final BotApiServer telegram;
    private final Path folder;

    private NotifyScene(EmbeddedPostgres postgres, BotApiServer telegram, Path folder) {
        this.postgres = postgres;
        this.address = postgres.start();
        this.telegram = telegram;
        this.folder = folder;
    }

    static NotifyScene open(Path folder) {
        EmbeddedSettings settings = new EmbeddedSettings(
                folder.resolve("postgres"), null, TestServer.binariesJar(), freePort(), Duration.ZERO);
        NotifyScene scene = new NotifyScene(new EmbeddedPostgres(settings), BotApiServer.start(), folder);
        try (Database database = scene.database()) {
            new Migrations(database).ensureCurrent();
        }
        return scene;
    }

    /** After a restart the server must be where it was: below the ports that the system lends to whoever connects. */
    private static int freePort() {
        return new Random()
                .ints(20_000, 32_000)
                .limit(100)
                .filter(NotifyScene::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    BotApiServer telegram() {
        return telegram;
    }

    /** A connection; one that was made before a restart is lost with it. */
    Database database() {
        return Database.open(address, SCHEMA);
    }

    void restartDatabase() {
        postgres.stop();
        postgres.start();
    }

    FatJar jar() {
        String password = URLEncoder.encode(Objects.requireNonNull(address.password()), StandardCharsets.UTF_8);
        String url =
                "postgresql://" + address.user() + ":" + password + "@" + address.server() + "/" + address.database();
        return new FatJar(folder)
                .with("DATABASE_URL", url)
                .with("MILESBOT_SCHEMA", SCHEMA)
                .with("TELEGRAM_BOT_TOKEN", BotApiServer.TOKEN)
                .with("MILESBOT_TELEGRAM_URL", telegram.url().toString());
    }

    @Override
    public void close() {
        telegram.close();
        postgres.stop();
        postgres.close();
    }
}
