package org.milesbot.cli.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.milesbot.cli.operations.Program.Ended;

/** The units, as systemd sees them. */
@TestInstance(Lifecycle.PER_CLASS)
class UnitsTest {

    private static final Path SHIPPED = Program.ROOT.resolve("systemd");
    private static final BigDecimal MOST_EXPOSED = new BigDecimal("2.5");
    private static final Pattern EXPOSED = Pattern.compile("Overall exposure level for \\S+: ([0-9]+\\.[0-9])");
    private static final String PROGRAMS = "/opt/milesbot/current/bin/";

    private Path folder = Path.of("/");

    static Stream<Path> services() throws IOException {
        return units(".service").stream();
    }

    static List<Path> units(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(SHIPPED)) {
            return files.filter(file -> file.getFileName().toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    /** A copy with programs that exist, since systemd looks for them. */
    @BeforeAll
    void install(@TempDir Path shared) throws IOException {
        folder = shared;
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(SHIPPED.relativize(file).toString());
                Files.createDirectories(copy.resolveSibling("."));
                Files.writeString(
                        copy,
                        Files.readString(file).replaceAll("(/opt|%h/\\S*)/milesbot/current/bin/\\S+", "/bin/true"));
            }
        }
    }

    private Ended analyze(String... words) {
        assumeTrue(Program.isThere("systemd-analyze"), "install systemd to have the units checked");
        return new Program()
                .with("XDG_RUNTIME_DIR", folder.toString())
                .with("SYSTEMD_UNIT_PATH", folder + ":" + folder.resolve("user") + ":")
                .run(Stream.concat(Stream.of("systemd-analyze"), Stream.of(words))
                        .toArray(String[]::new));
    }

    @Test
    void areUnderstood() throws IOException {
        List<Path> all = Stream.of(".service", ".timer", ".target")
                .flatMap(suffix -> names(suffix).stream())
                .toList();
        assertThat(all).hasSizeGreaterThan(12);

        Ended ended = analyze(Stream.concat(
                        Stream.of("verify", "--man=no"),
                        all.stream().map(name -> folder.resolve(name).toString()))
                .toArray(String[]::new));

        assertThat(ended).isEqualTo(new Ended(0, ""));
    }

    @Test
    void theOneOfAUserIsUnderstood() {
        Ended ended = analyze(
                "verify",
                "--user",
                "--man=no",
                folder.resolve("user/milesbot.service").toString());

        assertThat(ended.out().lines().filter(line -> line.contains("milesbot.service")))
                .isEmpty();
        assertThat(ended.exitCode()).isZero();
    }

    private static List<Path> names(String suffix) {
        try {
            return units(suffix).stream().map(Path::getFileName).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void isHardened(Path unit) {
        Ended ended = analyze(
                "security",
                "--offline=true",
                "--no-pager",
                folder.resolve(unit.getFileName()).toString());

        Matcher level = EXPOSED.matcher(ended.out());
        assertThat(level.find()).as(ended.out()).isTrue();
        assertThat(new BigDecimal(level.group(1))).isLessThanOrEqualTo(MOST_EXPOSED);
    }

    @ParameterizedTest
    @MethodSource("services")
    void runsWhatIsShippedAndIsKeptSmall(Path unit) throws IOException {
        String text = Files.readString(unit);
        List<String> programs = Pattern.compile("(?m)^ExecStart=(\\S+)")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(programs)
                .isNotEmpty()
                .allSatisfy(program -> assertThat(program).startsWith(PROGRAMS));
        assertThat(text).containsPattern("(?m)^MemoryMax=[0-9]+M$");
    }

    @ParameterizedTest
    @MethodSource("services")
    void tellsTheOperatorWhenItFails(Path unit) throws IOException {
        boolean isTheTeller = unit.getFileName().toString().equals("milesbot-failed@.service");

        assertThat(Files.readString(unit).contains("OnFailure=milesbot-failed@%n.service"))
                .isEqualTo(!isTheTeller);
    }

    @Test
    void everyTimerHasItsServiceAndNamesTheZoneOfItsHour() throws IOException {
        for (Path timer : units(".timer")) {
            String service = timer.getFileName().toString().replace(".timer", ".service");
            assertThat(SHIPPED.resolve(service)).exists();
            String calendar = Files.readAllLines(timer).stream()
                    .filter(line -> line.startsWith("OnCalendar="))
                    .findFirst()
                    .orElseThrow();
            boolean atAnHour = calendar.matches(".* [0-9]{2}:.*");
            assertThat(calendar.endsWith(" America/Sao_Paulo")).as(calendar).isEqualTo(atAnHour);
        }
    }
}
