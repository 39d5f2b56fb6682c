package org.milesbot.cli.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.api.Zones;
import org.milesbot.cli.metrics.Seen.State;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.DatabaseAddress;

@TestInstance(Lifecycle.PER_CLASS)
final class MetricsTest {

    private static final Pattern OWN = Pattern.compile("(?m)^((?:milesbot|promo|llm|alerts|plugin)_[a-z_]+)");

    private final MeasuredInstallation installation = new MeasuredInstallation();

    @TempDir
    private Path folder;

    @BeforeAll
    void fill() {
        installation.fill();
    }

    @AfterAll
    void close() {
        installation.close();
    }

    private static Metrics ofStore(StoreWatch watch) {
        return Metrics.ofStore(watch, 10_000_000);
    }

    private static Set<String> own(String text) {
        return OWN.matcher(text)
                .results()
                .map(found -> Series.ofSample(found.group(1)).map(Series::full).orElse("unknown: " + found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void tellsEverySeriesAndNoOther() {
        Set<String> documented =
                Set.of(Series.values()).stream().map(Series::full).collect(Collectors.toSet());

        assertThat(own(installation.served())).containsExactlyInAnyOrderElementsOf(documented);
    }

    @Test
    void tellsWhatOtherProcessesDid() {
        assertThat(installation.served())
                .contains(
                        "promo_scrape_duration_seconds_bucket{plugin=\"blogs\",le=\"2.5\"} 0\n",
                        "promo_scrape_duration_seconds_bucket{plugin=\"blogs\",le=\"5.0\"} 1\n",
                        "promo_scrape_duration_seconds_count{plugin=\"blogs\"} 1\n",
                        "promo_scrape_duration_seconds_sum{plugin=\"blogs\"} 3.0\n",
                        "llm_tokens_total{direction=\"in\"} 500.0\n",
                        "alerts_sent_total{reason=\"created\"} 2.0\n",
                        "alerts_sent_total{reason=\"combo\"} 0.0\n",
                        "plugin_error_total{plugin=\"banks\"} 1.0\n",
                        "plugin_error_total{plugin=\"blogs\"} 0.0\n",
                        "milesbot_runs_total{command=\"scrape\",outcome=\"failed\",plugin=\"banks\"} 1.0\n",
                        "milesbot_source_visits_total{class=\"official\",outcome=\"unreadable\"} 1.0\n",
                        "milesbot_source_consecutive_failures{plugin=\"banks\",source=\"banks_one\"} 1.0\n",
                        "milesbot_outbox_oldest_due_age_seconds 60.0\n",
                        "milesbot_outbox_alerts{state=\"dead\"} 1.0\n",
                        "milesbot_campaigns_open{kind=\"transfer_bonus\"} 1.0\n",
                        "milesbot_events_total{kind=\"created\"} 3.0\n",
                        "milesbot_database_up 1.0\n");
    }

    @Test
    void strangersMakeUpNoSeries() {
        assertThat(installation.served())
                .contains(
                        "milesbot_http_requests_total{route=\"/promo/{id}\",status=\"2xx\"} 1.0\n",
                        "milesbot_http_requests_total{route=\"other\",status=\"4xx\"} 1.0\n",
                        "milesbot_http_requests_in_flight 1.0\n")
                .doesNotContain("wp-login");
    }

    @Test
    void speaksOpenMetricsWhenAskedTo() {
        try (StoreWatch watch = installation.watch()) {
            Metrics metrics = ofStore(watch);
            Exposition plain = metrics.exposition(null);
            Exposition open = metrics.exposition("application/openmetrics-text;version=1.0.0,text/plain;q=0.5");

            assertThat(plain.contentType()).startsWith("text/plain; version=0.0.4");
            assertThat(open.contentType()).startsWith("application/openmetrics-text; version=1.0.0");
            assertThat(MeasuredInstallation.text(open)).endsWith("# EOF\n").contains("# TYPE alerts_sent counter\n");
        }
    }

    @Test
    void tellsOfItselfWhileTheDatabaseIsDown() throws IOException {
        DatabaseAddress address = DatabaseAddress.parse("postgresql://ana:pw@127.0.0.1:" + closedPort() + "/milesbot");
        try (StoreWatch watch = new StoreWatch(
                () -> Database.open(address, "milesbot"), Clock.fixed(MeasuredInstallation.NOON, Zones.SAO_PAULO))) {
            String told = MeasuredInstallation.text(Metrics.ofServer(watch, 5).exposition(null));

            assertThat(told)
                    .contains("milesbot_database_up 0.0\n", "jvm_memory_used_bytes", "milesbot_build_info")
                    .doesNotContain("alerts_sent_total", "127.0.0.1", "ana");
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A server that takes the connection and never says a word. */
    @Test
    void waitsNoLongerThanItsTimeForADatabaseThatHangs() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            DatabaseAddress address =
                    DatabaseAddress.parse("postgresql://ana:pw@127.0.0.1:" + mute.getLocalPort() + "/milesbot");
            Clock clock = Clock.fixed(MeasuredInstallation.NOON, Zones.SAO_PAULO);
            try (StoreWatch watch =
                    new StoreWatch(() -> Database.open(address, "milesbot"), clock, Duration.ofMillis(200))) {
                assertThat(watch.look().state()).isEqualTo(State.TOO_SLOW);
                assertThat(watch.look().state()).isEqualTo(State.TOO_SLOW);
                assertThat(new HealthCheck(watch, 30, List::of).check().reasons())
                        .singleElement()
                        .extracting(reason -> reason.code().slug())
                        .isEqualTo("database_too_slow");
            }
        }
    }

    @Test
    void findsTheDatabaseAgainWhenItsConnectionWasLost() {
        List<Database> made = new ArrayList<>();
        Supplier<Database> connections = () -> {
            made.add(installation.database().another());
            return made.get(made.size() - 1);
        };
        try (StoreWatch watch = new StoreWatch(connections, Clock.fixed(MeasuredInstallation.NOON, Zones.SAO_PAULO))) {
            assertThat(watch.look().state()).isEqualTo(State.READ);
            Long process = made.get(0)
                    .with(open -> open.createQuery("select pg_backend_pid()")
                            .mapTo(Long.class)
                            .one());
            installation.run("select pg_terminate_backend(" + process + ", 5000)");

            assertThat(watch.look().state()).isEqualTo(State.DOWN);
            assertThat(watch.look().state()).isEqualTo(State.READ);
            assertThat(made).hasSize(2);
        }
    }

    @Test
    void writesAFileForTheCollector() throws IOException {
        Path file = folder.resolve("milesbot.prom");
        Files.writeString(file, "old");
        try (StoreWatch watch = installation.watch()) {
            MetricsFile.write(file, ofStore(watch));
        }

        assertThat(file).content().contains("milesbot_database_up 1.0\n").doesNotContain("jvm_", "process_", "http_");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void leavesNothingBehindWhereItCannotWrite() {
        try (StoreWatch watch = installation.watch()) {
            assertThatThrownBy(() -> MetricsFile.write(folder.resolve("missing/milesbot.prom"), ofStore(watch)))
                    .isInstanceOf(IOException.class);
        }
        assertThat(folder).isEmptyDirectory();
    }
}
