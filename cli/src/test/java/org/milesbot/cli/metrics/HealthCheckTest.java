package org.milesbot.cli.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.milesbot.cli.metrics.Health.Reason;
import org.milesbot.cli.metrics.Seen.State;
import org.milesbot.store.metric.Readings;
import org.milesbot.store.metric.Total;
import org.milesbot.store.source.Rhythm;
import org.milesbot.store.source.SourceKey;
import org.milesbot.store.source.SourceState;
import org.milesbot.store.source.SourceState.Last;
import org.milesbot.store.source.Trouble;

final class HealthCheckTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOON = MeasuredInstallation.NOON;
    private static final int RATE = 30;

    private final List<Total> totals = new ArrayList<>();
    private final List<Total> standing = new ArrayList<>();
    private final Map<SourceKey, SourceState> sources = new LinkedHashMap<>();

    private HealthCheckTest source(
            String sourceClass, String name, @Nullable Duration since, @Nullable Trouble trouble, boolean muted) {
        Instant visit = NOON.minus(since == null ? Duration.ZERO : since);
        SourceKey key = new SourceKey("plugin_" + sourceClass, name);
        totals.add(new Total("visit_at", List.of(key.plugin(), name, sourceClass), visit.getEpochSecond()));
        Last last = new Last(visit, "read", visit.plus(Duration.ofHours(1)));
        sources.put(key, new SourceState(last, since == null ? null : visit, null, 0, Rhythm.UNKNOWN, trouble, muted));
        return this;
    }

    private HealthCheckTest read(String sourceClass, Duration ago) {
        return source(sourceClass, "one", ago, null, false);
    }

    private Health health() {
        return HealthCheck.of(
                new Seen(NOON, State.READ, 11, 11, new Readings(NOON, totals, standing, sources), Duration.ZERO), RATE);
    }

    private static List<String> codes(Health health) {
        return health.reasons().stream().map(reason -> reason.code().slug()).toList();
    }

    private static List<String> unread(State state, int schema) {
        return codes(HealthCheck.of(new Seen(NOON, state, schema, 11, null, Duration.ZERO), RATE));
    }

    @Test
    void isReadyWhenAllIsWell() {
        Health health = read("blog", Duration.ofMinutes(10)).health();

        assertThat(health.isReady()).isTrue();
        assertThat(health.status()).isEqualTo(200);
    }

    @Test
    void tellsSchemasApart() {
        assertThat(unread(State.OTHER_SCHEMA, 0)).containsExactly("schema_missing");
        assertThat(unread(State.OTHER_SCHEMA, 9)).containsExactly("schema_older");
        assertThat(unread(State.OTHER_SCHEMA, 12)).containsExactly("schema_newer");
        assertThat(unread(State.DOWN, 0)).containsExactly("database_down");
        assertThat(unread(State.TOO_SLOW, 0)).containsExactly("database_too_slow");
    }

    @Test
    void saysThatNothingWasEverRead() {
        Health health = health();

        assertThat(codes(health)).containsExactly("never_scraped");
        assertThat(health.status()).isEqualTo(503);
    }

    /** A channel is visited each three hours at most, and these an hour after the last time. */
    @Test
    void aClassIsOverdueWhenNoneOfItsSourcesWasReadInTheUsualTime() {
        assertThat(codes(read("channel", Duration.ofHours(4)).health())).isEmpty();
        assertThat(codes(read("channel", Duration.ofMinutes(241)).health())).containsExactly("sources_overdue");
        source("channel", "two", Duration.ofMinutes(5), null, false);
        assertThat(codes(health())).isEmpty();
    }

    @Test
    void aProgrammeMayBeSilentForLongerThanAChannel() {
        assertThat(codes(read("official", Duration.ofHours(13)).health())).isEmpty();
    }

    @Test
    void aClassFailsWhenAllItsSourcesDo() {
        read("channel", Duration.ofMinutes(5));
        source("blog", "one", Duration.ofMinutes(5), Trouble.FAILING, false);
        source("blog", "two", Duration.ofMinutes(5), null, false);
        assertThat(codes(health())).isEmpty();

        source("blog", "two", Duration.ofMinutes(5), Trouble.FAILING, false);
        assertThat(health().reasons())
                .singleElement()
                .extracting(Reason::text)
                .hasToString("All 2 sources of the class blog are failing");
    }

    @Test
    void aSourceThatItsPluginHasNoMoreDoesNotCount() {
        source("blog", "dropped", Duration.ofDays(4), Trouble.FAILING, false);
        source("blog", "one", Duration.ofMinutes(5), null, false);

        Health health = health();
        assertThat(codes(health)).isEmpty();
        assertThat(health.classes()).singleElement().extracting("sources").isEqualTo(1);
    }

    @Test
    void alertsThatWaitForLongerThanSendingThemTakesAreABacklog() {
        read("blog", Duration.ofMinutes(5));
        standing.add(new Total("alerts_waiting", List.of("due"), 3_000));
        standing.add(oldest(Duration.ofSeconds(1_000)));
        assertThat(codes(health())).as("3,000 take 100 s at 30 a second").isEmpty();

        standing.set(1, oldest(Duration.ofSeconds(1_001)));
        assertThat(health().reasons())
                .singleElement()
                .extracting(Reason::text)
                .hasToString("3,000 alerts wait in the outbox, the oldest for 16 min");
    }

    private static Total oldest(Duration age) {
        return new Total("oldest_due_at", List.of(), NOON.minus(age).getEpochSecond());
    }

    @Test
    void isToldAsTheSchemaSays() throws IOException {
        read("blog", Duration.ofMinutes(5));
        source("channel", "never", null, Trouble.FAILING, false);
        standing.add(new Total("alerts_waiting", List.of("dead"), 2));
        Health failing = health();
        Health down = HealthCheck.of(new Seen(NOON, State.DOWN, 0, 11, null, Duration.ZERO), RATE);

        JsonSchema schema = schema();
        for (Health each : List.of(failing, down)) {
            JsonNode json = JSON.readTree(HealthJson.of(each));
            assertThat(schema.validate(json)).as(json.toString()).isEmpty();
        }
        assertThat(HealthJson.of(failing))
                .contains("\"status\":\"not_ready\"", "A única fonte da classe canal está falhando", "\"dead\":2");
        assertThat(HealthJson.of(down)).contains("\"up\":false", "\"schema\":null", "\"outbox\":null");
        assertThat(HealthJson.alive()).isEqualTo("{\"status\":\"alive\"}");
    }

    @Test
    void isReadOfARealDatabase() throws IOException {
        try (MeasuredInstallation installation = new MeasuredInstallation();
                StoreWatch watch = installation.watch()) {
            HealthCheck check = new HealthCheck(watch, RATE, List::of);
            assertThat(codes(check.check())).containsExactly("never_scraped");

            installation.scrape("blogs", "blog", NOON.minusSeconds(60), "read", false);
            Health health = check.check();
            assertThat(codes(health)).isEmpty();
            assertThat(schema().validate(JSON.readTree(HealthJson.of(health)))).isEmpty();

            installation.run("insert into flyway_schema_history (installed_rank, version, description, type, script,"
                    + " installed_by, execution_time, success) values (99, '999', 'x', 'SQL', 'x', 'x', 0, true)");
            assertThat(codes(check.check())).containsExactly("schema_newer");
        }
    }

    private static JsonSchema schema() throws IOException {
        SchemaValidatorsConfig strict =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("..", "docs", "schemas", "health.schema.json")), strict);
    }
}
