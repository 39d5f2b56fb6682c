package org.milesbot.cli.web.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.Window;
import org.milesbot.cli.output.ProgramNames;
import org.milesbot.cli.pipeline.ForecastPipeline;
import org.milesbot.cli.pipeline.Forecasting.Order;
import org.milesbot.cli.web.Visitor;
import org.milesbot.cli.web.read.Shelf;
import org.milesbot.store.alert.Household;
import org.milesbot.store.db.Locks;
import org.milesbot.store.metric.MetricLog;
import org.milesbot.store.run.Runs;
import org.milesbot.store.score.ScoreRule;

@TestInstance(Lifecycle.PER_CLASS)
final class FeedsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T15:00:00Z");
    private static final String HOSTILE = "<script>alert(\"1\")</script>\u0007\nEND:VCALENDAR; a, b\\ 💳 & 'x' ";

    private final Household house = new Household();
    private final Shelf shelf =
            new Shelf(house.database(), ScoreRule.DEFAULT, ProgramNames.known(), Clock.fixed(NOW, Zones.SAO_PAULO));
    private final Visitor visitor =
            new Visitor(Feeds.routes(shelf, () -> URI.create("https://milhas.example.org/")), NOW);

    @BeforeAll
    void fill() {
        house.told("2026-05-02", "livelo 80/60 2026-05-02..2026-05-08");
        house.told("2026-07-03", "livelo 70 2026-07-03..2026-07-09");
        house.told("2026-09-04", "itau 90 2026-09-04..2026-09-10");
        house.told("2026-11-18", "livelo 100/80 2026-11-18..2026-11-23");
        house.told("2026-11-19", "livelo 100/80 2026-11-18..2026-11-25", "Smiles prorroga bônus até 25/11");
        house.told("2026-11-20", "esfera 50 2026-11-20..2026-11-28T18:00", HOSTILE + "ç".repeat(5_000));
        new ForecastPipeline(
                        shelf.past(),
                        shelf.forecasts(),
                        new Runs(house.database()),
                        new MetricLog(house.database()),
                        new Locks(house.database()),
                        question -> Optional.empty(),
                        shelf.clock())
                .run(new Order(LocalDate.of(2026, 11, 20), null, Set.of()), step -> {});
    }

    @AfterAll
    void close() {
        house.close();
    }

    private Feed atom(String query) throws FeedException {
        return (Feed) new WireFeedInput().build(new StringReader(visitor.text("/feed.atom" + query)));
    }

    private static String href(List<Link> links, String relation) {
        return links.stream()
                .filter(link -> relation.equals(link.getRel()))
                .findFirst()
                .orElseThrow()
                .getHref();
    }

    @Test
    void atomTellsAllThatItHasTo() throws FeedException {
        Feed feed = atom("?program=smiles&lang=en");

        assertThat(feed.getId())
                .startsWith("urn:uuid:")
                .isEqualTo(atom("?program=smiles&lang=en").getId());
        assertThat(feed.getTitle()).isEqualTo("Miles promos");
        assertThat(href(feed.getOtherLinks(), "self"))
                .isEqualTo("https://milhas.example.org/feed.atom?program=smiles&lang=en");
        assertThat(feed.getUpdated()).isEqualTo(feed.getEntries().get(0).getUpdated());
        assertThat(feed.getEntries()).hasSize(5).allSatisfy(entry -> {
            assertThat(entry.getId()).matches("urn:uuid:[0-9a-f-]{36}");
            assertThat(entry.getTitle()).isNotBlank();
            assertThat(entry.getUpdated()).isAfterOrEqualTo(entry.getPublished());
            assertThat(entry.getAuthors()).hasSize(1);
            assertThat(href(entry.getAlternateLinks(), "alternate")).startsWith("https://milhas.example.org/promo/");
            assertThat(href(entry.getOtherLinks(), "via")).startsWith("https://example.org/");
        });
        assertThat(feed.getEntries()).extracting(Entry::getId).doesNotHaveDuplicates();
        assertThat(feed.getEntries()).extracting(Entry::getUpdated).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void atomTellsOfUpdates() throws FeedException {
        Entry extended = atom("?from=livelo&lang=en").getEntries().get(0);

        assertThat(extended.getTitle()).contains("Smiles", "100%", "Livelo");
        assertThat(extended.getContents().get(0).getValue()).contains("25/11/2026", "23/11/2026");
        assertThat(extended.getUpdated()).isAfter(extended.getPublished());
    }

    @Test
    void feedsKeepToTheirFilter() throws FeedException {
        assertThat(atom("?from=esfera").getEntries()).hasSize(1);
        assertThat(atom("?min=90").getEntries()).hasSize(2);
        assertThat(atom("?program=azul").getEntries()).isEmpty();
        assertThat(visitor.refusal("/feed.atom?programa=azul")).contains("Did you mean program?");
        assertThat(visitor.refusal("/feed.json?min=x")).startsWith("400");
        assertThat(visitor.refusal("/calendar.ics?limit=3")).startsWith("400");
    }

    @Test
    void atomShowsStrangersWordsAsText() throws FeedException {
        assertThat(visitor.text("/feed.atom")).doesNotContain("<script").doesNotContain("\u0007");
        assertThat(atom("?from=esfera").getEntries().get(0).getContents().get(0))
                .satisfies(content -> {
                    assertThat(content.getType()).isIn(null, "text");
                    assertThat(content.getValue())
                            .contains("<script>alert(\"1\")</script>")
                            .contains("💳 & 'x'");
                });
    }

    @Test
    void jsonFeedHasItsForm() throws IOException {
        try (InputStream file = Objects.requireNonNull(FeedsTest.class.getResourceAsStream("jsonfeed.schema.json"))) {
            JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(
                            file,
                            SchemaValidatorsConfig.builder()
                                    .formatAssertionsEnabled(true)
                                    .build());
            JsonNode feed = new ObjectMapper().readTree(visitor.text("/feed.json?min=80&lang=en"));

            assertThat(schema.validate(feed)).isEmpty();
            assertThat(feed.path("feed_url").asText()).isEqualTo("https://milhas.example.org/feed.json?min=80&lang=en");
            assertThat(feed.path("items")).hasSize(3);
            assertThat(feed.path("items").path(0).path("id").asText()).isEqualTo(atomId("?min=80&lang=en"));
        }
    }

    private String atomId(String query) {
        try {
            return atom(query).getEntries().get(0).getId();
        } catch (FeedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void jsonFeedShowsStrangersWordsAsText() throws IOException {
        JsonNode item = new ObjectMapper()
                .readTree(visitor.text("/feed.json?from=esfera"))
                .path("items")
                .path(0);

        assertThat(item.path("content_text").asText())
                .contains("<script>alert(\"1\")</script>")
                .doesNotContain("\u0007");
        assertThat(item.has("content_html")).isFalse();
    }

    private Calendar calendar(String query) throws IOException, ParserException {
        Calendar calendar = new CalendarBuilder().build(new StringReader(visitor.text("/calendar.ics" + query)));
        assertThat(calendar.validate().getEntries()).isEmpty();
        return calendar;
    }

    private List<Component> events(String query) throws IOException, ParserException {
        return new ArrayList<>(calendar(query).getComponents(Component.VEVENT));
    }

    private static String value(Component event, String name) {
        return event.getProperty(name).map(property -> property.getValue()).orElse("");
    }

    @Test
    void calendarShowsWhatIsOpen() throws Exception {
        Component livelo = events("?from=livelo&kind=transfer_bonus&lang=en").get(0);

        assertThat(value(livelo, "DTSTART")).isEqualTo("20261118");
        assertThat(value(livelo, "DTEND")).isEqualTo("20261126");
        assertThat(value(livelo, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(livelo, "SUMMARY")).contains("Smiles", "100%");
        assertThat(value(livelo, "URL")).startsWith("https://milhas.example.org/promo/");
        assertThat(Long.parseLong(value(livelo, "SEQUENCE"))).isGreaterThan(1);
        assertThat(value(livelo, "UID")).isEqualTo(value(events("?from=livelo").get(0), "UID"));
    }

    @Test
    void calendarTellsHoursWhereTheyAreKnown() throws Exception {
        Component esfera = events("?from=esfera").get(0);

        assertThat(value(esfera, "DTSTART")).isEqualTo("20261120T030000Z");
        assertThat(value(esfera, "DTEND")).isEqualTo("20261128T210100Z");
    }

    @Test
    void calendarTellsWhatIsLikely() throws Exception {
        List<Component> likely = events("?program=smiles&lang=en").stream()
                .filter(event -> value(event, "STATUS").equals("TENTATIVE"))
                .toList();

        assertThat(likely).hasSize(1);
        assertThat(value(likely.get(0), "SUMMARY")).matches("Smiles: new bonus likely \\([5-9][0-9]%\\)");
        assertThat(value(likely.get(0), "UID")).isEqualTo("forecast-smiles@milesbot.org");
        assertThat(events("?kind=club")).isEmpty();
    }

    @Test
    void calendarCanBeSubscribedTo() {
        String text = visitor.text("/calendar.ics?lang=en");

        assertThat(text)
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .contains("\r\nX-WR-CALNAME:Miles promos\r\n", "\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n")
                .endsWith("END:VCALENDAR\r\n");
        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
    }

    @Test
    void calendarShowsStrangersWordsAsText() throws Exception {
        String text = visitor.text("/calendar.ics?from=esfera");

        assertThat(text.split("\r\n"))
                .filteredOn(line -> line.equals("END:VCALENDAR"))
                .hasSize(1);
        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\u0007");
        assertThat(value(events("?from=esfera").get(0), "DESCRIPTION"))
                .contains("<script>alert(\"1\")</script>")
                .contains("END:VCALENDAR; a, b\\ 💳");
    }

    @Test
    void calendarInventsNoDays() {
        LocalDate published = LocalDate.of(2026, 11, 20);

        assertThat(CalendarEvents.time(Window.UNKNOWN, published))
                .isEqualTo(new CalendarEvent.Days(published, published.plusDays(1)));
        assertThat(CalendarEvents.time(new Window(null, Moment.parse("2026-11-30T23:59")), published))
                .isEqualTo(new CalendarEvent.Days(published, LocalDate.of(2026, 12, 1)));
        assertThat(CalendarEvents.time(new Window(null, Moment.parse("2026-11-19")), published))
                .isEqualTo(new CalendarEvent.Days(LocalDate.of(2026, 11, 19), published));
        assertThat(CalendarEvents.time(new Window(Moment.parse("2026-11-20T10:00"), null), published))
                .isEqualTo(new CalendarEvent.Hours(Instant.parse("2026-11-20T13:00:00Z"), null));
    }
}
