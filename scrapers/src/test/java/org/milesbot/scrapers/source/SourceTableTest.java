package org.milesbot.scrapers.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Slugs;
import org.milesbot.api.plugin.PluginFactory;
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
                .containsOnly(
                        switch (id) {
                            case "blogs" -> Provenance.BLOG;
                            case "channels" -> Provenance.CHANNEL;
                            default -> Provenance.OFFICIAL;
                        }));
    }

    @Test
    void everyPluginHasItsOwnMinutesAndKnowsWhatItIsAbout() {
        assertThat(table().values())
                .extracting(PluginRow::schedule)
                .doesNotHaveDuplicates()
                .allSatisfy(
                        schedule -> assertThat(schedule).matches("(\\*/(15|30)|[0-5]?\\d) (\\*|\\*/2) \\* \\* \\*"));
        assertThat(table().values())
                .allSatisfy(
                        row -> assertThat(row.categories()).contains("bonus").allMatch(Slugs::isSlug));
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
}
