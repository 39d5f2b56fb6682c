package org.milesbot.cli.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.cli.operations.Program.Ended;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Containers and machines, as far as can be looked at without any. */
class InfrastructureTest {

    private static final Path ROOT = Program.ROOT;
    private static final Pattern SETTING = Pattern.compile("\\bMILESBOT_[A-Z_]+[A-Z]\\b");
    private static final Pattern HEALTH = Pattern.compile("HEALTHCHECK [^\\[]*CMD (\\[.*])");

    private static String read(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }

    private static Object yaml(String file) throws IOException {
        return new Load(LoadSettings.builder().build()).loadFromString(read(file));
    }

    private static Set<String> settings(String text) {
        return SETTING.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker-compose.yml",
                "infrastructure/github-actions/ci.yml",
                "infrastructure/terraform/cloud-init.yml"
            })
    void isYaml(String file) throws IOException {
        assertThat(yaml(file)).isInstanceOf(Map.class);
    }

    @Test
    void theContainersAreThoseOfTheBotAndItsServers() throws IOException {
        assertThat(yaml("docker-compose.yml"))
                .extracting("services")
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsOnlyKeys("milesbot", "postgres", "redis")
                .allSatisfy((name, service) -> assertThat(service)
                        .asInstanceOf(InstanceOfAssertFactories.MAP)
                        .containsKeys("restart", "mem_limit"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile", "docker-compose.yml", "infrastructure", "systemd", "cron"})
    void setsOnlyWhatCanBeSet(String place) throws IOException {
        Set<String> known = settings(read(".env.example"));
        try (Stream<Path> files = Files.walk(ROOT.resolve(place))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(known).as(file.toString()).containsAll(settings(Files.readString(file)));
            }
        }
    }

    @Test
    void theImageRunsAsNobodyInParticularAndCopiesWhatThereIs() throws IOException {
        String last = read("Dockerfile").substring(read("Dockerfile").lastIndexOf("\nFROM "));
        assertThat(last).containsPattern("(?m)^USER (?!root|0)\\w+$").contains("STOPSIGNAL SIGTERM");
        assertThat(Pattern.compile("cp (scripts/\\S+)")
                        .matcher(read("Dockerfile"))
                        .results())
                .isNotEmpty()
                .allSatisfy(copied -> assertThat(ROOT.resolve(copied.group(1))).exists());
    }

    @ParameterizedTest
    @CsvSource({"200,0", "503,1"})
    void theHealthCheckOfTheImageFollowsTheAnswer(int status, int exitCode) throws IOException {
        assumeTrue(Program.isThere("bash"), "install bash to have this checked");
        Matcher check = HEALTH.matcher(read("Dockerfile").replaceAll("\\\\\\n", ""));
        assertThat(check.find()).isTrue();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/health/live", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            Ended ended = new Program()
                    .with(
                            "MILESBOT_WEB_PORT",
                            Integer.toString(server.getAddress().getPort()))
                    .run(new ObjectMapper().readValue(check.group(1), String[].class));
            assertThat(ended).isEqualTo(new Ended(exitCode, ""));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void theWorkflowIsTheOneThatGithubReads() throws IOException {
        assertThat(read("infrastructure/github-actions/ci.yml")).isEqualTo(read(".github/workflows/ci.yml"));
    }

    @Test
    void terraformFindsNothingToFormat() {
        assumeTrue(Program.isThere("terraform"), "install terraform to have this checked");
        Ended ended = new Program()
                .with("TF_CLI_CONFIG_FILE", "/dev/null")
                .run(
                        "terraform",
                        "fmt",
                        "-check",
                        "-recursive",
                        ROOT.resolve("infrastructure/terraform").toString());

        assertThat(ended.exitCode()).as(ended.out()).isZero();
        assertThat(ended.out()).doesNotContain(".tf");
    }
}
