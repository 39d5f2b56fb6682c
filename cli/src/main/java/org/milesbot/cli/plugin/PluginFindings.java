package org.milesbot.cli.plugin;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;

/**
 * What the check of one folder found.
 *
 * @param folder the folder
 * @param identity who the plug-in is; null if it did not get as far as saying so
 * @param schedule when its work is due; null if it does not say
 * @param categories what it is about
 * @param contributions what it has, by kind, only those kinds of which it has any
 * @param complaints what is wrong, and what a right one looks like; none if all is well
 * @param notes what is worth knowing and no mistake
 */
public record PluginFindings(
        Path folder,
        @Nullable Identity identity,
        @Nullable String schedule,
        List<String> categories,
        List<Contribution> contributions,
        List<Text> complaints,
        List<Text> notes) {

    /** Copies the lists. */
    public PluginFindings {
        categories = List.copyOf(categories);
        contributions = List.copyOf(contributions);
        complaints = List.copyOf(complaints);
        notes = List.copyOf(notes);
    }

    /**
     * Who a plug-in says it is.
     *
     * @param id its name
     * @param version its own version
     * @param apiLevel the level of the API that it was built for
     * @param author who made it, as a jar of it says; null if none does
     */
    public record Identity(
            String id,
            String version,
            int apiLevel,
            @Nullable String author) {}

    /** What a plug-in can have; the name in lower case is that of its sentence and its field. */
    public enum Kind {
        /** Places to watch. */
        SOURCES,
        /** The hosts of the sources' addresses, without repeats. */
        HOSTS,
        /** Promos that it fetches by itself. */
        SCRAPE,
        /** Whom it asks what seats cost. */
        FARE_PROVIDERS,
        /** What it thinks of forecasts. */
        FORECAST_SIGNALS,
        /** Ways to people. */
        CHANNELS,
        /** What changes messages. */
        DECORATORS,
        /** What keeps promos from people. */
        AUDIENCE,
        /** What the bot can be asked for. */
        BOT_COMMANDS,
        /** What can be asked for at a terminal. */
        COMMANDS,
        /** Work of its own after that of the host. */
        JOBS,
        /** Pages. */
        WEB_ROUTES,
        /** That it keeps something of people. */
        PERSONAL_DATA
    }

    /**
     * So much of one kind.
     *
     * @param kind which
     * @param names their names, as people write them; for kinds whose things have none, the names of their classes
     */
    public record Contribution(Kind kind, List<String> names) {

        /** Copies the list. */
        public Contribution {
            names = List.copyOf(names);
        }
    }

    /** Whether nothing is wrong. */
    public boolean isSound() {
        return complaints.isEmpty();
    }
}
