package org.milesbot.scrapers.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Slugs;
import org.milesbot.api.plugin.PluginFactory;
import org.milesbot.api.source.CheckInterval;
import org.milesbot.api.source.Provenance;

class SourceTableTest {

    private static final String ROW =
            "{\"id\":\"s\",\"provenance\":\"blog\",\"format\":\"feed\",\"addresses\":[\"https://x.example/feed\"]}";

    @Test
    void hasARowForEveryPluginAndNoOther() {
        assertThat(table().keySet())
                .containsExactlyElementsOf(BuiltinSources.factories().stream()
                        .map(PluginFactory::id)
                        .toList());
    }

    @Test
    void sourcesOfTheProgrammesAreOfficialAndOthersAreNot() {
        table().forEach((id, row) -> assertThat(row.sources())
                .extracting(SourceRow::provenance)
                .allMatch(Predicate.isEqual(
                        switch (id) {
                            case "blogs" -> Provenance.BLOG;
                            case "channels" -> Provenance.CHANNEL;
                            default -> Provenance.OFFICIAL;
                        })));
    }

    @Test
    void everyPluginHasItsOwnMinutesAndKnowsWhatItIsAbout() {
        assertThat(table().values())
                .extracting(PluginRow::schedule)
                .doesNotHaveDuplicates()
                .allSatisfy(schedule -> assertThat(schedule).matches("\\d-59/(5|10) \\* \\* \\* \\*"));
        table().forEach((id, row) -> assertThat(row.categories())
                .contains(id.startsWith("fares_") ? "award_search" : "bonus")
                .allMatch(Slugs::isSlug));
    }

    /** The schedule says how often to look what is due; how often a site is asked, its interval says. */
    @Test
    void asksNoSiteMoreOftenThanSuitsIt() {
        assertThat(table().values())
                .flatExtracting(PluginRow::sources)
                .allSatisfy(source -> assertThat(source.checkInterval().least())
                        .isGreaterThanOrEqualTo(
                                switch (source.provenance()) {
                                    case OFFICIAL -> Duration.ofMinutes(30);
                                    case BLOG -> Duration.ofMinutes(10);
                                    case CHANNEL, RUMOUR -> Duration.ofMinutes(5);
                                }));
    }

    @Test
    void noAddressIsWatchedTwice() {
        List<String> addresses = table().values().stream()
                .flatMap(row -> row.sources().stream())
                .flatMap(source -> source.addresses().stream())
                .map(Object::toString)
                .toList();
        assertThat(addresses).doesNotHaveDuplicates().allMatch(address -> address.startsWith("https://"));
    }

    @Test
    void everyFormatIsUsed() {
        assertThat(table().values().stream()
                        .flatMap(row -> row.sources().stream())
                        .map(SourceRow::format))
                .contains(SourceFormat.values());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"format\":\"feed\" | \"format\":\"gopher\" | gopher",
                "\"format\":\"feed\" | \"format\":\"sitemap\" | links and content belong to",
                "\"format\":\"feed\" | \"format\":\"feed\",\"content\":\"p\",\"links\":\"x\" | links and content belong to",
                "\"format\":\"feed\" | \"format\":\"feed\",\"content\":\"p\" | links and content belong to",
                "\"format\":\"feed\" | \"form\":\"feed\" | form",
                "\"id\":\"s\" | \"id\":\"S p\" | [a-z][a-z0-9_]*",
                "\"provenance\":\"blog\", | `` | provenance is missing",
                "https: | http: | of the form https://host/path",
                "[\"https://x.example/feed\"] | [] | of the form https://host/path",
                "\"id\":\"s\" | \"id\":\"s\",\"id\":\"s\" | Duplicate",
                "}]}} | }]} | line 1",
                "}]}} | }]}} x | line 1",
            })
    void refusesASlipAndSaysWhatIsWrong(String right, String wrong, String said) {
        String table = "{\"p\":{\"schedule\":\"@daily\",\"categories\":[\"bonus\"],\"sources\":[" + ROW + "]}}";
        assertThat(table).contains(right);
        assertThatThrownBy(() -> parse(table.replace(right, wrong)))
                .isInstanceOfSatisfying(
                        MilesbotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.INTERNAL))
                .hasMessageContaining("sources.json")
                .hasMessageContaining(said);
    }

    @Test
    void refusesTheSameSourceTwice() {
        String table = "{\"p\":{\"schedule\":\"@daily\",\"categories\":[],\"sources\":[" + ROW + "," + ROW + "]}}";
        assertThatThrownBy(() -> parse(table)).hasMessageContaining("the source s appears twice");
    }

    private static Map<String, PluginRow> table() {
        try (InputStream stream = SourceTable.class.getResourceAsStream("sources.json")) {
            return SourceTable.parse(stream);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, PluginRow> parse(String json) throws IOException {
        return SourceTable.parse(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void rowsMayHaveAPaceOfTheirOwn() throws IOException {
        String own = ROW.replace("}", ",\"check\":{\"least\":\"PT20M\",\"greatest\":\"P2D\"}}");

        assertThat(checkInterval(own)).isEqualTo(new CheckInterval(Duration.ofMinutes(20), Duration.ofDays(2)));
        assertThat(checkInterval(ROW)).isEqualTo(CheckInterval.usual(Provenance.BLOG));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"least\":\"PT20M\"}",
                "{\"least\":\"20 minutes\",\"greatest\":\"P2D\"}",
                "{\"least\":\"P2D\",\"greatest\":\"PT20M\"}",
                "{\"least\":\"PT1S\",\"greatest\":\"PT20M\"}",
                "{\"least\":\"PT1H\",\"greatest\":\"P400D\"}"
            })
    void refusesAPaceThatIsNone(String check) {
        assertThatThrownBy(() -> checkInterval(ROW.replace("}", ",\"check\":" + check + "}")))
                .isInstanceOf(MilesbotException.class)
                .hasMessageContaining("line 1");
    }

    private static CheckInterval checkInterval(String row) throws IOException {
        String table = "{\"p\":{\"schedule\":\"@daily\",\"categories\":[],\"sources\":[" + row + "]}}";
        PluginRow plugin = SourceTable.parse(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)))
                .get("p");
        return Objects.requireNonNull(plugin).sources().get(0).checkInterval();
    }
}
