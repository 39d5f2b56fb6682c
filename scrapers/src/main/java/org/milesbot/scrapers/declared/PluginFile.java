package org.milesbot.scrapers.declared;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Mistakes;
import org.milesbot.api.Slugs;
import org.milesbot.api.Text;
import org.milesbot.api.source.Source;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one {@code plugin.yaml}, strictly, and gathers all that is wrong with it. For one file. */
final class PluginFile {

    private static final int LARGEST = 500_000;
    private static final String AN_ID = "bonus_do_banco";
    private static final String A_SCHEDULE = "\"*/10 * * * *\"";
    private static final String A_CATEGORY = "[bonus]";

    private final String name;
    private final Mistakes mistakes = new Mistakes();

    PluginFile(String name) {
        this.name = name;
    }

    DeclaredPlugin read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw wrong(Text.of(PluginFile.class, "large", String.valueOf(LARGEST / 1_000)));
        }
        Node root = parse(text(bytes));
        DeclaredPlugin plugin = YamlMap.of(root, DeclaredPlugin.FILE, mistakes)
                .map(this::plugin)
                .orElse(null);
        mistakes.throwIfAny(Text.of(PluginFile.class, "mistakes", name));
        return Objects.requireNonNull(plugin, "a file without mistakes declares a plug-in");
    }

    private String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MilesbotException(
                    ErrorKind.CONFIGURATION,
                    Text.of(PluginFile.class, "one", name, Text.of(PluginFile.class, "no.utf8")),
                    e);
        }
    }

    private Node parse(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(name)
                .setCodePointLimit(LARGEST)
                .setMaxAliasesForCollections(0)
                .build();
        try {
            return new Compose(settings)
                    .composeString(text)
                    .orElseThrow(() -> wrong(Text.of(PluginFile.class, "empty")));
        } catch (MarkedYamlEngineException e) {
            String line = e.getProblemMark()
                    .map(mark -> String.valueOf(mark.getLine() + 1))
                    .orElse("?");
            String problem = Objects.requireNonNullElse(e.getProblem(), "?");
            throw wrong(Text.of(PluginFile.class, "no.yaml", line, problem));
        } catch (YamlEngineException e) {
            throw wrong(Text.of(PluginFile.class, "no.yaml", "?", String.valueOf(e.getMessage())));
        }
    }

    /** Reads all of it before it gives up, so that all mistakes are found at once; null if there are any. */
    private @Nullable DeclaredPlugin plugin(YamlMap file) {
        String id = slug(file, "id", file.required("id", AN_ID));
        String version = file.required("version", "1.0.0");
        String schedule = file.required("schedule", A_SCHEDULE);
        List<String> categories = file.texts("categories");
        if (!file.has("categories")) {
            file.missing("categories", A_CATEGORY);
        }
        categories.forEach(category -> slug(file, "categories", category));
        String maintainer = file.text("maintainer");
        String example = file.text("example");
        List<Source> sources = sources(file);
        file.done();
        return id == null
                        || version == null
                        || schedule == null
                        || !mistakes.all().isEmpty()
                ? null
                : new DeclaredPlugin(id, version, schedule, Set.copyOf(categories), maintainer, example, sources);
    }

    private List<Source> sources(YamlMap file) {
        if (!file.has("sources")) {
            file.missing("sources", "\n      - id: …");
        }
        List<Source> sources = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlMap part : file.maps("sources")) {
            Source source = new SourcePart(part).read();
            if (source != null && !ids.add(source.id().value())) {
                part.complainOf(
                        "id",
                        Text.of(PluginFile.class, "source.twice", source.id().value()));
            }
            if (source != null) {
                sources.add(source);
            }
        }
        return sources;
    }

    /** A name in the form that names have; null, and a mistake, if it is in another. */
    static @Nullable String slug(YamlMap part, String key, @Nullable String written) {
        if (written == null || Slugs.isSlug(written)) {
            return written;
        }
        part.wrong(key, written, Text.of(PluginFile.class, "a.slug"));
        return null;
    }

    private MilesbotException wrong(Text problem) {
        return new MilesbotException(ErrorKind.CONFIGURATION, Text.of(PluginFile.class, "one", name, problem));
    }
}
