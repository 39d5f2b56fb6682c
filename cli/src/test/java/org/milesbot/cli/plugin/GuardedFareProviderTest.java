package org.milesbot.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.fare.FareProvider;
import org.milesbot.api.fare.FareQuery;
import org.milesbot.api.source.Page;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.api.testing.TestingPluginContext;
import org.milesbot.cli.config.PluginSettings;

final class GuardedFareProviderTest {

    private static final TimeLimits SHORT = new TimeLimits(Duration.ofSeconds(2), Duration.ofSeconds(2));
    private static final FareQuery QUERY = new FareQuery(
            new TreeSet<>(Set.of("GRU")),
            new TreeSet<>(Set.of("LIS")),
            LocalDate.of(2027, 3, 1),
            LocalDate.of(2027, 3, 31),
            null,
            1);
    private static final Page PAGE = new Page(
            URI.create("https://www.example.org/"), URI.create("https://www.example.org/"), Instant.EPOCH, null, "{}");

    @TempDir
    private Path temporary;

    private static String provider(String id, String asks, String reads) {
        return """
                static FareProvider provider() {
                    return new FareProvider() {
                        public String id() { return "%s"; }
                        public FareRate rate() { return new FareRate(10, java.time.Duration.ZERO); }
                        public List<FetchRequest> requests(FareQuery query) { %s }
                        public List<FetchRequest> coverage() { return requests(null); }
                        public List<FetchRequest> sweep(java.time.LocalDate from, java.time.LocalDate to) { return coverage(); }
                        public boolean recognizes(Page page) { return true; }
                        public FareReading read(Page page) { %s }
                    };
                }
                public List<FareProvider> fareProviders() { return List.of(provider()); }
                """.formatted(id, asks, reads);
    }

    private LoadedPlugin plugin(String members) throws IOException {
        PluginDirectory directory = new PluginDirectory(temporary);
        directory.add("stranger", "stranger", members);
        return PluginLoader.load(
                        new PluginSettings(directory.path(), null, Map.of()),
                        List.of(),
                        (id, own) -> TestingPluginContext.at(SettableClock.at(Instant.EPOCH)),
                        SHORT)
                .named("stranger");
    }

    private FareProvider provider(String asks, String reads) throws IOException {
        return plugin(provider("seats", asks, reads)).fareProviders().get(0);
    }

    private static void assertRefused(ErrorKind kind, String words, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PluginException.class, e -> {
            assertThat(e.kind()).isEqualTo(kind);
            assertThat(e.text().in(Locale.ENGLISH)).contains(words, "stranger");
        });
    }

    @Test
    void letsAGoodOneThrough() throws IOException {
        FareProvider good = provider(
                "return List.of(FetchRequest.of(URI.create(\"https://www.example.org/\")));",
                "return FareReading.of(List.of());");

        assertThat(good.requests(QUERY)).hasSize(1);
        assertThat(good.recognizes(PAGE)).isTrue();
        assertThat(good.read(PAGE).fares()).isEmpty();
    }

    @Test
    void stopsOneThatThrowsOrReturnsNothing() throws IOException {
        FareProvider bad = provider("throw new StackOverflowError();", "return null;");

        assertRefused(ErrorKind.INTERNAL, "StackOverflowError", () -> bad.requests(QUERY));
        assertRefused(ErrorKind.INTERNAL, "null from read()", () -> bad.read(PAGE));
    }

    @Test
    void stopsOneThatDoesNotComeBack() throws IOException {
        FareProvider slow = provider(PluginDirectory.LOOP + " return List.of();", "return null;");

        assertRefused(ErrorKind.INTERNAL, "2 s", () -> slow.requests(QUERY));
    }

    @Test
    void asksNoFile() throws IOException {
        FareProvider thief =
                provider("return List.of(FetchRequest.of(URI.create(\"file:///etc/passwd\")));", "return null;");

        assertRefused(ErrorKind.DATA, "file:///etc/passwd", () -> thief.requests(QUERY));
        assertRefused(ErrorKind.DATA, "file:///etc/passwd", thief::coverage);
        assertRefused(ErrorKind.DATA, "file:///etc/passwd", () -> thief.sweep(QUERY.from(), QUERY.to()));
    }

    @Test
    void stopsOneThatNamesRoutesWithoutEnd() throws IOException {
        FareProvider flood = provider("return List.of();", """
                java.util.Set<org.milesbot.api.fare.AirportPair> routes = new java.util.HashSet<>();
                for (int i = 0; i < 26 * 26 * 26; i++) {
                    String code = "" + (char) ('A' + i / 676) + (char) ('A' + i / 26 % 26) + (char) ('A' + i % 26);
                    for (char end = 'A'; end <= 'L'; end++) {
                        routes.add(new org.milesbot.api.fare.AirportPair(code, "XX" + end));
                    }
                }
                return new FareReading(List.of(), List.of(), List.of(), null, routes);
                """);

        assertRefused(ErrorKind.INTERNAL, "200000", () -> flood.read(PAGE));
    }

    @Test
    void refusesNamesThatAreNone() throws IOException {
        LoadedPlugin plugin = plugin(provider("Seats & Co", "return List.of();", "return null;"));

        assertRefused(ErrorKind.INTERNAL, "Seats & Co", plugin::fareProviders);
    }

    @Test
    void refusesTwoOfOneName() throws IOException {
        LoadedPlugin plugin = plugin(provider("seats", "return List.of();", "return null;")
                .replace("List.of(provider())", "List.of(provider(), provider())"));

        assertRefused(ErrorKind.INTERNAL, "seats twice", plugin::fareProviders);
    }
}
