package org.milesbot.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.MilesbotException;

class CredentialsTest {

    private static final String TOKEN = "123456789:AAHfiqksKZ8WmR2zSjiQ7";

    @TempDir
    private Path directory;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void folderIsThere() throws IOException {
        environment.put("HOME", directory.resolve("user").toString());
        environment.put("CREDENTIALS_DIRECTORY", "credentials");
        Files.createDirectory(directory.resolve("credentials"));
    }

    private void credential(String name, String content) throws IOException {
        Files.writeString(directory.resolve("credentials").resolve(name), content);
    }

    private Settings load() {
        return Settings.load(environment, directory, Map.of());
    }

    private static String token(Settings settings) {
        return Objects.requireNonNull(settings.services().telegramBotToken(), "token")
                .value();
    }

    private String mistakes() {
        MilesbotException mistakes = catchThrowableOfType(MilesbotException.class, this::load);
        return mistakes.text().toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TELEGRAM_BOT_TOKEN", "milesbot_TELEGRAM_BOT_TOKEN"})
    void areSecrets(String name) throws IOException {
        credential(name, TOKEN + "\n");

        Settings settings = load();

        assertThat(token(settings)).isEqualTo(TOKEN);
        assertThat(settings.shown())
                .filteredOn(shown -> shown.name().equals("TELEGRAM_BOT_TOKEN"))
                .singleElement()
                .satisfies(shown -> assertThat(shown.from().in(Locale.ENGLISH)).contains("credential " + name))
                .satisfies(shown -> assertThat(shown.value()).doesNotContain("AAHf"));
    }

    @Test
    void giveWayToTheEnvironmentAndNotToTheDotEnv() throws IOException {
        credential("TELEGRAM_BOT_TOKEN", TOKEN);
        Files.writeString(directory.resolve(".env"), "TELEGRAM_BOT_TOKEN=1:dotenv\n");

        assertThat(token(load())).isEqualTo(TOKEN);

        environment.put("TELEGRAM_BOT_TOKEN", "1:environment");
        assertThat(token(load())).isEqualTo("1:environment");
    }

    @Test
    void mayBeSettingsOfPlugins() throws IOException {
        credential("milesbot_MILESBOT_PLUGIN_PARTNER_KEY", "abc\n");

        assertThat(load().plugins().own()).containsExactly(Map.entry("MILESBOT_PLUGIN_PARTNER_KEY", "abc"));
    }

    @Test
    void ofOthersAreLeftAlone() throws IOException {
        credential("tls.key", "");

        assertThat(load().services().telegramBotToken()).isNull();
    }

    @Test
    void areRefusedWhereTheNameIsASlip() throws IOException {
        credential("milesbot_TELEGRAM_TOKEN", TOKEN);
        credential("MILESBOT_WEB_PORT", "80");

        assertThat(mistakes())
                .contains("milesbot_TELEGRAM_TOKEN", "MILESBOT_WEB_PORT", "TELEGRAM_BOT_TOKEN or DATABASE_URL")
                .doesNotContain(TOKEN);
    }

    @Test
    void areRefusedWhenEmpty() throws IOException {
        credential("OPENAI_API_KEY", "\n");

        assertThat(mistakes()).contains("credential OPENAI_API_KEY", "empty");
    }

    @Test
    void mayBeMissing() throws IOException {
        Files.delete(directory.resolve("credentials"));

        assertThat(load().services().telegramBotToken()).isNull();
    }
}
