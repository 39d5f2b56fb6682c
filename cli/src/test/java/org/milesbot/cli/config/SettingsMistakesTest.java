package org.milesbot.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;

class SettingsMistakesTest {

    @TempDir
    private Path directory;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void homeIsEmpty() {
        environment.put("HOME", directory.resolve("user").toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "PLUGINS_ENABLED;Blogs;names separated by commas",
                "PLUGINS_ENABLED;,;names separated by commas",
                "MILESBOT_SCHEMA;public.x;lower-case letters",
                "MILESBOT_POSTGRES_PORT;80;1024 to 65535",
                "MILESBOT_POSTGRES_PORT;65536;1024 to 65535",
                "MILESBOT_POSTGRES_PORT;some;1024 to 65535",
                "MILESBOT_DATABASE_IDLE;60;a duration",
                "MILESBOT_DATABASE_IDLE;-1m;a duration",
                "MILESBOT_DATABASE_IDLE;366d;a duration",
                "MILESBOT_DATABASE_IDLE;99999999999999999999d;a duration",
                "MILESBOT_DATABASE_IDLE;9223372036854775807d;a duration",
                "MILESBOT_FETCH_TIMEOUT;0;100ms … 10m",
                "MILESBOT_FETCH_TIMEOUT;soon;a duration",
                "MILESBOT_FETCH_DELAY;2h;0 … 1h",
                "MILESBOT_FETCH_MAX_BYTES;5MB;KiB, MiB or GiB",
                "MILESBOT_FETCH_MAX_BYTES;2GiB;1KiB … 1GiB",
                "MILESBOT_FETCH_MAX_BYTES;MiB;a size",
                "MILESBOT_FETCH_ALLOW_PRIVATE;http://localhost;without \"http://\"",
                "MILESBOT_CONTACT_URL;example.org;an http, https or mailto address",
                "MILESBOT_CONTACT_URL;https://example.org/ x;an http, https or mailto address",
                "MILESBOT_CONTACT_URL;https://example.org/promoção;an http, https or mailto address",
                "MILESBOT_SCORE_WEIGHTS;freshness=1;the four weights",
                "MILESBOT_SCORE_WEIGHTS;freshness=0,provenance=0,structure=0,hit_rate=0;one at least above 0",
                "MILESBOT_SCORE_WEIGHTS;freshness=0.4,provenance=0.3,structure=0.2,hit_rate=-1;from 0 to 999",
                "MILESBOT_SCORE_WEIGHTS;freshness=0.4,provenance=0.3,structure=0.2,hit_rate=1000;from 0 to 999",
                "MILESBOT_SCORE_WEIGHTS;freshness=0.4,provenance=0.3,structure=0.2,hit_rate=NaN;from 0 to 999",
                "MILESBOT_SCORE_WEIGHTS;freshness=0.4,provenance=0.3,structure=0.2,hit_rate=1,hit_rate=1;the four weights",
                "MILESBOT_SCORE_WEIGHTS;freshness=1,provenance=1,structure=1,novelty=1;freshness, provenance",
                "MILESBOT_SCORE_HALF_LIFE;0;1m … 365d",
                "MILESBOT_TELEGRAM_URL;https://api.telegram.org/bot1;without a path",
                "MILESBOT_TELEGRAM_URL;ftp://localhost;http or https",
                "MILESBOT_AI_URL;localhost:11434;http or https",
                "MILESBOT_AI_URL;https://api.openai.com/v1?key=x;without user",
                "MILESBOT_AI_MODEL;gpt 4;one word",
                "MILESBOT_AI_DAILY;19999;20000 to 1000000000",
                "MILESBOT_AI_DAILY;150.000;a whole number",
                "MILESBOT_AI_MONTHLY;0;20000 to 2000000000",
                "MILESBOT_OPERATOR_CHAT;@ana;the number of a chat",
                "MILESBOT_OPERATOR_CHAT;0;the number of a chat",
                "MILESBOT_OPERATORS;12,-100123;numbers of people",
                "MILESBOT_SEND_RATE;0;1 to 10000",
                "MILESBOT_SEND_LEASE;1s;5s … 1h",
                "MILESBOT_WELCOME;-1;0 to 50",
                "MILESBOT_WEB_HOST;http://localhost;without a port",
                "MILESBOT_WEB_PORT;65536;0 to 65535",
                "MILESBOT_WEB_URL;milhas.example.org;http or https",
                "MILESBOT_WEB_PROXIES;http://10.0.0.1;separated by commas",
                "MILESBOT_WEB_RATE;0;1 to 1000000",
                "MILESBOT_LANG;fr;pt or en",
            })
    void namesTheVariableTheValueTheFormAndAnExample(String name, String value, String form) {
        environment.put(name, value);

        assertThat(mistakes())
                .contains("• " + name + " (environment): the value \"" + value + "\" does not fit")
                .contains(form)
                .contains("Example: " + name + "=" + Variable.valueOf(name).example());
    }

    @ParameterizedTest
    @CsvSource({
        "DATABASE_URL,mysql://ana:segredo@localhost/miles,postgresql://",
        "REDIS_URL,http://:segredo@localhost,rediss://",
        "TELEGRAM_BOT_TOKEN,12345 segredo,one word",
        "OPENAI_API_KEY,sk segredo,one word",
        "MILESBOT_ADMIN_PASSWORD,segredo,at least 12 characters"
    })
    void neverShowsAWrongSecret(String name, String value, String form) {
        environment.put(name, value);

        assertThat(mistakes()).contains(name, form).doesNotContain("segredo");
    }

    @ParameterizedTest
    @CsvSource({
        "MILESBOT_FETCH_TIMOUT,MILESBOT_FETCH_TIMEOUT",
        "MILESBOT_PLUGIN_DIR,MILESBOT_PLUGINS_DIR",
        "MILESBOT_HOMEDIR,MILESBOT_HOME",
        "MILESBOT_lang,MILESBOT_LANG",
        "MILESBOT_SCHEMA_FILE,MILESBOT_SCHEMA"
    })
    void suggestsTheNearestForAnUnknownName(String name, String nearest) {
        environment.put(name, "x");

        assertThat(mistakes()).contains(name + " (environment)").contains("did you mean " + nearest + "?");
    }

    @Test
    void suggestsNothingWhereNothingIsNear() {
        environment.put("MILESBOT_TELEPATHIC_INTERFACE_STRENGTH", "11");

        assertThat(mistakes()).contains("milesbot config").doesNotContain("did you mean");
    }

    @Test
    void findsUnknownNamesInDotEnvAndAmongOptions() throws IOException {
        Files.writeString(directory.resolve(".env"), "OTHER_PROJECT=1\nMILESBOT_HOEM=x\n");

        MilesbotException e = failure(Map.of("MILESBOT_PLUGINSDIR", "x"));

        assertThat(e.text().toString())
                .contains("MILESBOT_HOEM (" + directory.resolve(".env") + ", line 2)")
                .contains("MILESBOT_PLUGINSDIR (command-line option)")
                .doesNotContain("OTHER_PROJECT");
    }

    @Test
    void reportsAllMistakesAtOnceOneALine() throws IOException {
        Files.writeString(directory.resolve(".env"), "no assignment\nMILESBOT_SCHEMA='x\nMILESBOT_LANG=xx\n");
        environment.put("MILESBOT_FETCH_DELAY", "never");
        environment.put("MILESBOT_POSTGRES_PORT", "1");
        environment.put("MILESBOT_PROT", "1");
        environment.put("DATABASE_URL", "somewhere");
        environment.put("REDIS_URL_FILE", "/no/such/file");

        MilesbotException e = failure(Map.of());

        assertThat(e.kind()).isEqualTo(ErrorKind.CONFIGURATION);
        assertThat(e.text().toString().lines()).hasSize(1 + 8).first().isEqualTo("The configuration has mistakes:");
        assertThat(e.text().toString().lines().skip(1)).allMatch(line -> line.startsWith("  • "));
        assertThat(e.text().in(OutputSettings.PORTUGUESE).lines())
                .hasSize(1 + 8)
                .first()
                .isEqualTo("A configuração tem erros:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "just words;NAME=value",
                "=x;NAME=value",
                "1A=x;NAME=value",
                "A B=x;NAME=value",
                "A=\"x;quotes",
                "A='x' y;quotes",
                "A=\"x\\\";quotes"
            })
    void namesFileAndLineOfABrokenDotEnv(String line, String words) throws IOException {
        Files.writeString(directory.resolve(".env"), "OK=1\n\n" + line + "\n");

        assertThat(mistakes()).contains(directory.resolve(".env") + ", line 3").contains(words);
    }

    @Test
    void refusesANameThatIsSetTwiceInDotEnv() throws IOException {
        Files.writeString(directory.resolve(".env"), "MILESBOT_LANG=pt\nMILESBOT_LANG=en\n");

        assertThat(mistakes()).contains("line 2: MILESBOT_LANG is already set");
    }

    @Test
    void refusesADotEnvThatIsNotUtf8OrTooLarge() throws IOException {
        Files.write(directory.resolve(".env"), "A=promoção".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(mistakes()).contains("not in UTF-8");

        Files.writeString(directory.resolve(".env"), "# long\n".repeat(10_000));
        assertThat(mistakes()).contains("larger than 64 KiB");
    }

    @Test
    void refusesASecretsFileThatIsMissingOrEmptyOrAFolder() throws IOException {
        environment.put("OPENAI_API_KEY_FILE", directory.resolve("missing").toString());
        assertThat(mistakes()).contains(directory.resolve("missing") + ": the file cannot be read");

        Files.writeString(directory.resolve("empty"), "\n");
        environment.put("OPENAI_API_KEY_FILE", directory.resolve("empty").toString());
        assertThat(mistakes()).contains(directory.resolve("empty") + " (environment): the file is empty");

        environment.put("OPENAI_API_KEY_FILE", directory.toString());
        assertThat(mistakes()).contains(directory + ": the file cannot be read");
    }

    @Test
    void refusesASecretThatIsGivenTwice() throws IOException {
        Files.writeString(directory.resolve("key"), "sk-1");
        environment.put("OPENAI_API_KEY", "sk-2");
        environment.put("OPENAI_API_KEY_FILE", directory.resolve("key").toString());

        assertThat(mistakes()).contains("OPENAI_API_KEY and OPENAI_API_KEY_FILE");
    }

    @Test
    void keepsControlCharactersAndLengthOutOfTheReport() {
        environment.put("MILESBOT_LANG", "\u001b[31mred\n" + "x".repeat(5_000));

        assertThat(mistakes()).doesNotContain("\u001b").hasSizeLessThan(700);
        assertThat(mistakes().lines()).hasSize(2);
    }

    private String mistakes() {
        return failure(Map.of()).text().toString();
    }

    private MilesbotException failure(Map<String, String> overrides) {
        return catchThrowableOfType(MilesbotException.class, () -> Settings.load(environment, directory, overrides));
    }
}
