package org.milesbot.cli.output;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.cli.pipeline.Drift;

/** How pages have changed, for people and pipes. */
public final class DriftOutput {

    private static final int MOST_SHOWN = 10;

    private final Console console;
    private final boolean json;

    /**
     * @param json whether to write one JSON object for each page
     */
    public DriftOutput(Console console, boolean json) {
        this.console = console;
        this.json = json;
    }

    /** Writes all of them. */
    public void print(List<Drift> drifts) {
        drifts.forEach(json ? this::line : this::words);
    }

    private void line(Drift drift) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("source", drift.source());
        fields.put("address", drift.place());
        fields.put("changed", drift.isChanged());
        fields.put("likeness", drift.likeness() == null ? null : Math.round(drift.likeness() * 1_000) / 1_000.0);
        fields.put("items_before", drift.itemsBefore());
        fields.put("items_now", drift.itemsNow());
        fields.put("lost", drift.lost());
        fields.put("found", drift.found());
        fields.put("problem", drift.problem() == null ? null : drift.problem().in(console.locale()));
        console.out().println(JsonLine.of(fields));
    }

    private void words(Drift drift) {
        String place = drift.place() == null
                ? Text.of(DriftOutput.class, "drift.linked").in(console.locale())
                : drift.place();
        String percent = drift.likeness() == null ? "–" : Math.round(drift.likeness() * 100) + "\u00a0%";
        String key = drift.isChanged() ? "drift.changed" : "drift.same";
        say(key, drift.source(), place, percent, drift.itemsBefore(), drift.itemsNow());
        if (drift.problem() != null) {
            console.complain(drift.problem());
        }
        drift.lost().stream().limit(MOST_SHOWN).forEach(path -> console.out().println("  - " + Cell.clean(path)));
        drift.found().stream().limit(MOST_SHOWN).forEach(path -> console.out().println("  + " + Cell.clean(path)));
        int more = Math.max(0, drift.lost().size() - MOST_SHOWN)
                + Math.max(0, drift.found().size() - MOST_SHOWN);
        if (more > 0) {
            say("drift.more", more);
        }
    }

    private void say(String key, Object... arguments) {
        console.out()
                .println(Cell.clean(Text.of(DriftOutput.class, key, arguments).in(console.locale())));
    }
}
