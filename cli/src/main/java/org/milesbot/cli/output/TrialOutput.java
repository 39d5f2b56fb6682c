package org.milesbot.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.Promo;
import org.milesbot.cli.pipeline.PluginTrial.Told;
import org.milesbot.cli.pipeline.PluginTrial.Visited;

/** What a plug-in that is tried out reads, for people and for a file to compare with. */
public final class TrialOutput {

    private final Console console;
    private final PromoLine promoLine;

    /**
     * @param names what people call the programmes and banks
     */
    public TrialOutput(Console console, ProgramNames names) {
        this.console = console;
        promoLine = new PromoLine(names, console.locale());
    }

    /**
     * Each announcement as one line of JSON, promos and all, the same whenever it is read. What is unknown is left out, so
     * that a field that promos get one day changes nothing.
     */
    public List<String> lines(List<Visited> visited) {
        List<String> lines = new ArrayList<>();
        for (Visited page : visited) {
            if (page.page() != null) {
                LocalDate day = LocalDate.ofInstant(page.page().fetchedAt(), Zones.SAO_PAULO);
                page.announcements().forEach(told -> lines.add(line(page, told, new PromoJson(day))));
            }
        }
        return lines;
    }

    private static String line(Visited page, Told told, PromoJson json) {
        List<ReportedPromo> promos = told.promos().stream()
                .map(promo -> ReportedPromo.of(told.announcement(), promo))
                .toList();
        JsonNode line =
                json.tree(page.source().id().value() + "/" + told.announcement().id(), promos);
        line.path("promos").forEach(promo -> withoutUnknown((ObjectNode) promo));
        return line.toString();
    }

    private static void withoutUnknown(ObjectNode promo) {
        List<String> unknown = promo.properties().stream()
                .filter(field -> field.getValue().isNull())
                .map(Map.Entry::getKey)
                .toList();
        promo.remove(unknown);
    }

    /** Every page, its announcements and what they offer. */
    public void print(List<Visited> visited) {
        for (Visited page : visited) {
            line(
                    "",
                    Text.of(
                                    TrialOutput.class,
                                    "trial.page",
                                    page.source().id().value(),
                                    page.address().toString(),
                                    page.announcements().size(),
                                    page.links())
                            .in(console.locale()));
            page.announcements().forEach(this::print);
        }
    }

    private void print(Told told) {
        String day = PromoLine.TIME
                .withZone(Zones.SAO_PAULO)
                .format(told.announcement().publishedAt());
        line("  ", day + "  " + told.announcement().title());
        for (Promo promo : told.promos()) {
            line("    ", "→ " + promoLine.kind(promo) + ": " + String.join(PromoLine.BETWEEN, promoLine.parts(promo)));
        }
    }

    /** Says what could not be fetched or read; returns whether there was anything. */
    public boolean complain(List<Visited> visited) {
        List<Text> problems =
                visited.stream().map(Visited::problem).filter(Objects::nonNull).toList();
        problems.forEach(console::complain);
        return !problems.isEmpty();
    }

    private void line(String indent, String words) {
        console.out().println(indent + Cell.clean(words));
    }
}
