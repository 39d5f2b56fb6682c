package org.milesbot.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.plugin.PluginFactory;
import org.milesbot.scrapers.declared.DeclaredPlugin;
import org.milesbot.scrapers.source.BuiltinSources;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Editors check a file by the schema, milesbot by its own rules: both say the same. */
class PluginSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String HEAD = """
            id: a
            version: 1.0.0
            schedule: hourly
            categories: [bonus]
            sources:
              - id: b
                provenance: blog
            """;

    static Set<String> builtIn() {
        return BuiltinSources.factories().stream().map(PluginFactory::id).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void takesWhatIsBuiltIn(String id) throws IOException {
        try (InputStream in = BuiltinSources.class.getResourceAsStream(id + "/plugin.yaml")) {
            String file = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(mistakes(file)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url: https://x.example/feed\nformat: feed",
                "url: [https://x.example/a, http://x.example/b]\nformat: wordpress\ncheck: {least: 10m, greatest: 2 d}",
                "url: https://t.me/s/x\nformat: channel",
                "url: https://x.example\nformat: page\ncontent: main",
                "url: https://x.example\nformat: page\nitems: li\nfields: {body: p, url: a@href}",
                "sitemap: https://x.example/s.xml\nformat: page\nlinks: .*\ncontent: main",
                "index: https://x.example\nformat: page\nlinks: .*\ncontent: main",
                "url: https://x.example\nformat: json\nitems: /a\nfields: {id: /i, title: /t, published: /p}",
                "url: https://x.example\nformat: json\nfields: {title: /t}",
            })
    void takesWhatMilesbotTakes(String source) throws IOException {
        String file = HEAD + source.indent(4);

        assertThat(mistakes(file)).isEmpty();
        assertThatCode(() -> read(file)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url: https://x.example\nformat: gopher",
                "url: x.example\nformat: feed",
                "url: []\nformat: feed",
                "format: feed",
                "url: https://x.example",
                "url: https://x.example\nsitemap: https://x.example\nformat: page\nlinks: .*\ncontent: main",
                "url: https://x.example\nformat: feed\ncolour: red",
                "url: https://x.example\nformat: feed\ncontent: main",
                "url: https://x.example\nformat: feed\nlinks: .*",
                "url: https://x.example\nformat: feed\ncheck: {least: 10m}",
                "url: https://x.example\nformat: feed\ncheck: {least: soon, greatest: 2d}",
                "url: https://x.example\nformat: page",
                "url: https://x.example\nformat: page\nitems: li",
                "url: https://x.example\nformat: page\nitems: li\nfields: {url: a@href}",
                "url: https://x.example\nformat: page\nitems: li\nfields: {titel: h2}",
                "url: https://x.example\nformat: page\ncontent: main\nfields: {title: h2}",
                "url: https://x.example\nformat: json",
                "url: https://x.example\nformat: json\ncontent: main\nfields: {title: /t}",
                "sitemap: https://x.example\nformat: page\ncontent: main",
                "sitemap: https://x.example\nformat: feed\nlinks: .*\ncontent: main",
                "index: https://x.example\nformat: page\nlinks: .*\ncontent: main\nitems: li\nfields: {title: h2}",
            })
    void refusesWhatMilesbotRefuses(String source) throws IOException {
        String file = HEAD + source.indent(4);

        assertThat(mistakes(file)).isNotEmpty();
        assertThatThrownBy(() -> read(file)).isInstanceOf(MilesbotException.class);
    }

    private static void read(String file) throws IOException {
        DeclaredPlugin.read("plugin.yaml", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    private static Set<ValidationMessage> mistakes(String file) throws IOException {
        Object yaml = new Load(LoadSettings.builder().build()).loadFromString(file);
        String schema = Files.readString(Path.of("../docs/schemas/plugin.schema.json"));
        JsonSchema rules = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
        return rules.validate(JSON.valueToTree(yaml));
    }
}
