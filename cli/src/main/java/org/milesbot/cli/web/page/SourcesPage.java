package org.milesbot.cli.web.page;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.web.WebReply;
import org.milesbot.api.web.WebRequest;
import org.milesbot.api.web.WebRoute;
import org.milesbot.cli.output.SourceWords;
import org.milesbot.cli.pipeline.SourceOverview;
import org.milesbot.cli.pipeline.SourceOverview.Line;
import org.milesbot.cli.web.page.Frame.Section;
import org.milesbot.cli.web.page.SourcesView.Health;
import org.milesbot.cli.web.page.SourcesView.Row;
import org.milesbot.store.source.SourceState;

/** Where it is read, and how the sources do. What is the operator's alone, such as errors, is not told. */
final class SourcesPage {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Supplier<SourceOverview> sources;
    private final Templates templates;

    SourcesPage(Supplier<SourceOverview> sources, Templates templates) {
        this.sources = sources;
        this.templates = templates;
    }

    WebRoute route() {
        return WebRoute.get("/sources", this::answer);
    }

    private WebReply answer(WebRequest request) {
        Words words = new Words(request.language());
        SourceWords sourceWords = new SourceWords(request.language());
        Frame frame = Frame.of(request, Section.SOURCES, words.say("sources.title"), words.say("sources.description"));
        List<Row> rows = sources.get().sources().stream()
                .sorted(Comparator.comparing((Line line) -> health(line.state()) == Health.WELL)
                        .thenComparing(line -> nearness(line.provenance()))
                        .thenComparing(line -> line.key().source()))
                .map(line -> row(line, words, sourceWords))
                .toList();
        long well = rows.stream().filter(row -> row.health() == Health.WELL).count();
        return templates.fill("page/sources.jte", Map.of("view", new SourcesView(frame, rows, well)), FRESH);
    }

    /** Those nearest to the programmes first. */
    private static int nearness(@Nullable Provenance provenance) {
        List<Provenance> nearest = List.of(Provenance.values());
        return provenance == null ? nearest.size() : nearest.indexOf(provenance);
    }

    private static Row row(Line line, Words words, SourceWords sourceWords) {
        SourceState state = line.state();
        Health health = health(state);
        return new Row(
                line.key().source(),
                line.key().plugin(),
                sourceWords.provenance(line.provenance()),
                health,
                words.say("sources.health." + health.name().toLowerCase(Locale.ROOT)),
                sourceWords.time(state.lastSuccess()),
                sourceWords.time(state.lastNewItem()),
                sourceWords.rhythm(state.rhythm()));
    }

    private static Health health(SourceState state) {
        if (state.trouble() != null) {
            return switch (state.trouble()) {
                case FAILING -> Health.FAILING;
                case SILENT -> Health.SILENT;
            };
        }
        if (state.visit() == null) {
            return Health.NEW;
        }
        return state.failures() > 0 ? Health.MISSED : Health.WELL;
    }
}
