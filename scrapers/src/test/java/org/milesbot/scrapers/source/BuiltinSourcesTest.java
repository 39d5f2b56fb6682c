package org.milesbot.scrapers.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.fare.FareProvider;
import org.milesbot.api.plugin.PluginFactory;
import org.milesbot.api.source.Announcement;
import org.milesbot.api.source.Link;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.Reading;
import org.milesbot.api.source.Source;
import org.milesbot.api.testing.PluginContract;
import org.milesbot.api.testing.SettableClock;
import org.milesbot.api.testing.TestingPluginContext;

class BuiltinSourcesTest {

    private static final TestingPluginContext CONTEXT =
            TestingPluginContext.at(SettableClock.at("2026-11-20T12:00:00Z"));

    /** An announcement that the recordings hold; an undated page is expected at the time it was fetched. */
    private record Expected(String source, Instant publishedAt, int letters, String title) {}

    static List<PluginFactory> factories() {
        return BuiltinSources.factories();
    }

    /** Those that have places to watch; the others only read what is handed to them, or ask a partner. */
    static List<PluginFactory> watchers() throws Exception {
        List<PluginFactory> watchers = new ArrayList<>();
        for (PluginFactory factory : factories()) {
            if (!sources(factory).isEmpty()) {
                watchers.add(factory);
            }
        }
        return watchers;
    }

    @Test
    void namesThePluginsOfTheDesign() {
        assertThat(factories())
                .extracting(PluginFactory::id)
                .containsExactlyInAnyOrder(
                        "bonuses_smiles",
                        "bonuses_livelo",
                        "bonuses_latam",
                        "bonuses_azul",
                        "bonuses_esfera",
                        "blogs",
                        "channels",
                        "fares_american",
                        "fares_azul",
                        "fares_latam",
                        "fares_partner",
                        "fares_smiles");
        assertThat(factories()).extracting(PluginFactory::apiLevel).containsOnly(PluginFactory.API_LEVEL);
        assertThat(factories()).extracting(PluginFactory::version).doesNotContain("");
    }

    @Test
    void refusesSettingsByName() {
        TestingPluginContext context = new TestingPluginContext(
                Map.of("colour", "red"), CONTEXT.clock(), CONTEXT.fetcher(), CONTEXT.extractor());
        assertThatThrownBy(() -> factories().get(0).create(context))
                .isInstanceOfSatisfying(
                        MilesbotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.CONFIGURATION))
                .hasMessageContaining("blogs")
                .hasMessageContaining("colour");
    }

    @Test
    void leavesFaresToThePluginsThatAreNamedForThem() throws Exception {
        for (PluginFactory factory : factories()) {
            try (var plugin = factory.create(CONTEXT)) {
                boolean says =
                        factory.id().startsWith("fares_") && !factory.id().equals("fares_partner");
                assertThat(plugin.fareProviders())
                        .extracting(FareProvider::id)
                        .containsExactlyElementsOf(says ? List.of(factory.id()) : List.of());
            }
        }
    }

    @Test
    void asksThePartnerWithItsKey() throws Exception {
        TestingPluginContext context = new TestingPluginContext(
                Map.of("key", "sesame"), CONTEXT.clock(), CONTEXT.fetcher(), CONTEXT.extractor());
        PluginFactory partner = factories().stream()
                .filter(factory -> factory.id().equals("fares_partner"))
                .findFirst()
                .orElseThrow();
        PluginContract.verify(partner, context);
        try (var plugin = partner.create(context)) {
            assertThat(plugin.fareProviders()).extracting(FareProvider::id).containsExactly("fares_partner");
        }
    }

    @ParameterizedTest
    @MethodSource("factories")
    void keepsTheContract(PluginFactory factory) {
        PluginContract.verify(factory);
    }

    @Test
    void hasNoRecordingsOfPluginsThatAreNotBuiltIn() {
        assertThat(BuiltinSources.recordings("sample")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("watchers")
    void readsExactlyWhatTheRecordingsHold(PluginFactory factory) throws Exception {
        Map<String, List<Expected>> expected = expected().stream().collect(Collectors.groupingBy(Expected::source));
        for (Source source : sources(factory)) {
            assertThat(read(source, recording(factory)))
                    .hasSizeGreaterThanOrEqualTo(4)
                    .map(announcement -> seen(source, announcement))
                    .containsExactlyInAnyOrderElementsOf(
                            expected.get(source.id().value()));
        }
    }

    @Test
    void theSourcesTogetherHoldEveryAnnouncementOnce() throws Exception {
        Set<String> sources = new HashSet<>();
        for (PluginFactory factory : factories()) {
            sources(factory).forEach(source -> sources.add(source.id().value()));
        }
        assertThat(expected()).extracting(Expected::source).isSubsetOf(sources);
        assertThat(expected().stream().map(one -> one.publishedAt() + one.title()))
                .hasSizeGreaterThanOrEqualTo(170)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("watchers")
    void asksForEveryRecordedPageAndForNoOther(PluginFactory factory) throws Exception {
        Set<URI> asked = new HashSet<>();
        for (Source source : sources(factory)) {
            for (Page page : follow(source, recording(factory))) {
                asked.add(page.requested());
                asked.add(page.requested().resolve("/robots.txt"));
            }
        }
        assertThat(recording(factory).pages().keySet()).isEqualTo(asked);
    }

    @ParameterizedTest
    @MethodSource("watchers")
    void announcementsHaveAddressesAndStableIds(PluginFactory factory) throws Exception {
        for (Source source : sources(factory)) {
            List<Announcement> once = read(source, recording(factory));
            assertThat(once).isEqualTo(read(source, recording(factory)));
            assertThat(once).extracting(Announcement::id).doesNotHaveDuplicates();
            assertThat(once)
                    .extracting(Announcement::url)
                    .doesNotHaveDuplicates()
                    .doesNotContainNull();
            assertThat(once)
                    .extracting(Announcement::html)
                    .noneMatch(html -> html.contains("<script") || html.contains("class=\"site-"));
        }
    }

    private static List<Source> sources(PluginFactory factory) throws Exception {
        try (var plugin = factory.create(CONTEXT)) {
            return plugin.sources();
        }
    }

    private static Har recording(PluginFactory factory) throws IOException {
        return Har.of(BuiltinSources.recordings(factory.id()).get(0));
    }

    private static List<Announcement> read(Source source, Har har) {
        return follow(source, har).stream()
                .flatMap(page -> source.read(page).announcements().stream())
                .toList();
    }

    /** The pages of a source, from its addresses along all links. */
    private static List<Page> follow(Source source, Har har) {
        List<Page> pages = new ArrayList<>();
        Deque<URI> open = new ArrayDeque<>(source.addresses());
        while (!open.isEmpty()) {
            Page page = har.page(open.remove());
            pages.add(page);
            Reading reading = source.read(page);
            reading.links().stream().map(Link::uri).forEach(open::add);
        }
        return pages;
    }

    private static Expected seen(Source source, Announcement announcement) {
        String text = Jsoup.parseBodyFragment(announcement.html()).text();
        int letters = text.replaceAll("[^A-Za-z0-9]", "").length();
        return new Expected(source.id().value(), announcement.publishedAt(), letters, announcement.title());
    }

    private static List<Expected> expected() throws IOException {
        try (InputStream stream = BuiltinSourcesTest.class.getResourceAsStream("expected.tsv")) {
            String table = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(table.split("\n"))
                    .skip(1)
                    .map(line -> Arrays.asList(line.split("\t")))
                    .map(cells -> new Expected(
                            cells.get(0), Instant.parse(cells.get(1)), Integer.parseInt(cells.get(2)), cells.get(3)))
                    .toList();
        }
    }
}
