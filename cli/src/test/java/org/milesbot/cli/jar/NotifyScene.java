package org.milesbot.cli.jar;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
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
                folder.resolve("postgres"), null, TestServer.binariesJar(), LastingPort.choose(), Duration.ZERO);
        NotifyScene scene = new NotifyScene(new EmbeddedPostgres(settings), BotApiServer.start(), folder);
        try (Database database = scene.database()) {
            new Migrations(database).ensureCurrent();
        }
        return scene;
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
