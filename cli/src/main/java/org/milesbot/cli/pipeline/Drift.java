package org.milesbot.cli.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.cli.pipeline.PluginTrial.Visited;
import org.milesbot.scrapers.page.PageStructure;

/**
 * How one page of a source, or the pages it leads to taken together, differ from what was recorded.
 *
 * @param source the source's name
 * @param place the page's address; null for the pages that others lead to, which come and go
 * @param likeness the share of the elements that both have, 0 to 1; null if one of them has no page
 * @param lost what elements are there no more
 * @param found what elements are new
 * @param itemsBefore how many announcements were read from the recording
 * @param itemsNow how many are read now
 * @param problem why it cannot be fetched or read now though it could; null if it can
 */
public record Drift(
        String source,
        @Nullable String place,
        @Nullable Double likeness,
        List<String> lost,
        List<String> found,
        int itemsBefore,
        int itemsNow,
        @Nullable Text problem) {

    /** Pages that are alike by less than this are built in another way; below it lie new designs, above it other items. */
    private static final double ALIKE = 0.6;

    /** Copies the lists. */
    public Drift {
        lost = List.copyOf(lost);
        found = List.copyOf(found);
    }

    /** Whether an author should look at it. */
    public boolean isChanged() {
        return problem != null || (itemsBefore > 0 && itemsNow == 0) || (likeness != null && likeness < ALIKE);
    }

    /** Compares what was recorded with what came now; pages that others lead to are compared all together. */
    public static List<Drift> between(List<Visited> recorded, List<Visited> live) {
        Map<List<String>, List<Visited>> before = grouped(recorded);
        Map<List<String>, List<Visited>> now = grouped(live);
        List<Drift> drifts = new ArrayList<>();
        now.forEach((key, pages) -> drifts.add(of(key, before.getOrDefault(key, List.of()), pages)));
        return drifts;
    }

    private static Map<List<String>, List<Visited>> grouped(List<Visited> visited) {
        Map<List<String>, List<Visited>> groups = new LinkedHashMap<>();
        for (Visited page : visited) {
            String place = page.isBeginning() ? page.address().toString() : "";
            groups.computeIfAbsent(List.of(page.source().id().value(), place), key -> new ArrayList<>())
                    .add(page);
        }
        return groups;
    }

    private static Drift of(List<String> key, List<Visited> before, List<Visited> now) {
        PageStructure old = structure(before);
        PageStructure current = structure(now);
        boolean comparable = hasPage(before) && hasPage(now);
        Text problem = before.stream().allMatch(page -> page.problem() != null)
                ? null
                : now.stream()
                        .map(Visited::problem)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        return new Drift(
                key.get(0),
                key.get(1).isEmpty() ? null : key.get(1),
                comparable ? old.likeness(current) : null,
                comparable ? List.copyOf(old.lostIn(current)) : List.of(),
                comparable ? List.copyOf(current.lostIn(old)) : List.of(),
                items(before),
                items(now),
                problem);
    }

    private static boolean hasPage(List<Visited> pages) {
        return pages.stream().anyMatch(page -> page.page() != null);
    }

    private static PageStructure structure(List<Visited> pages) {
        return pages.stream()
                .map(Visited::page)
                .filter(Objects::nonNull)
                .map(PageStructure::of)
                .reduce(PageStructure.NONE, PageStructure::and);
    }

    /** A page that leads to others has links for items. */
    private static int items(List<Visited> pages) {
        return pages.stream()
                .mapToInt(page -> page.announcements().size() + page.links())
                .sum();
    }
}
