package org.milesbot.cli.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.plugin.PluginFactory;
import org.milesbot.api.source.Extractor;
import org.milesbot.cli.config.PluginSettings;
import org.milesbot.cli.config.Quoted;
import org.milesbot.cli.plugin.PluginFindings.Identity;

/**
 * What an operator does with plug-ins: checks, installs and removes them, lets them run or not. Works also while something
 * is wrong with a plug-in that is installed, for it may be what mends that.
 *
 * @param settings where they are, and what they are told
 * @param builtIns those that come along
 * @param ownCommands the names of milesbot's own commands for the bot
 * @param extractor handed to plug-ins
 * @param clock handed to plug-ins
 * @param limits how long a plug-in may take
 * @param language that plug-ins' own notices are wanted in
 */
public record PluginCare(
        PluginSettings settings,
        List<? extends PluginFactory> builtIns,
        Collection<String> ownCommands,
        Extractor extractor,
        Clock clock,
        TimeLimits limits,
        Locale language) {

    /**
     * What an archive would bring.
     *
     * @param findings what the check found; only what is sound is put in place
     * @param sha256 of the archive
     * @param replaced the version that it takes the place of; null if there is none
     */
    public record Offer(
            PluginFindings findings,
            String sha256,
            @Nullable String replaced) {}

    /**
     * A plug-in that somebody named, or the folder of one that cannot be loaded.
     *
     * @param id its id; for one that cannot be loaded, the name of its folder
     * @param folder where it lies
     * @param variables its own settings, by the whole names of the variables that are set
     * @param isNamed whether {@code PLUGINS_ENABLED} names it
     */
    public record Removable(String id, Path folder, List<String> variables, boolean isNamed) {

        /** Copies the list. */
        public Removable {
            variables = List.copyOf(variables);
        }
    }

    /** With the usual limits. */
    public static PluginCare of(
            PluginSettings settings,
            List<? extends PluginFactory> builtIns,
            Collection<String> ownCommands,
            Extractor extractor,
            Clock clock,
            Locale language) {
        return new PluginCare(settings, builtIns, ownCommands, extractor, clock, TimeLimits.USUAL, language);
    }

    /**
     * Checks a folder and changes nothing.
     *
     * @param folder need not lie in the plug-ins directory
     */
    public PluginFindings check(Path folder) {
        try (Survey survey = survey()) {
            return check(survey).of(folder);
        }
    }

    /**
     * Puts the plug-in of an archive in place, if it is sound.
     *
     * @param file a zip file
     * @param replace whether it may take the place of another version
     * @param told is told what comes, before it is in place
     * @return whether the plug-in may run now
     * @throws MilesbotException of kind USAGE if there is no such file, or such a plug-in is there already; of kind DATA if
     *     the archive is not to be trusted or the check complains; of kind CONFIGURATION if the directory cannot be written
     */
    public Standing install(Path file, boolean replace, Consumer<Offer> told) {
        PluginsDirectory directory = new PluginsDirectory(settings.directory());
        try (PluginArchive.Unpacked unpacked =
                new PluginArchive(file, PluginArchive.Limits.USUAL).unpack(directory.path())) {
            Optional<LoadedPlugin> old;
            PluginFindings findings;
            // Closed before anything is moved: some systems move no file that is open.
            try (Survey survey = survey()) {
                findings = check(survey).of(unpacked.folder());
                old = installed(survey, findings.identity());
            }
            told.accept(new Offer(
                    findings, unpacked.sha256(), old.map(LoadedPlugin::version).orElse(null)));
            if (!findings.isSound()) {
                throw new MilesbotException(
                        ErrorKind.DATA, Text.of(PluginCare.class, "install.unsound", file.toString()));
            }
            String id = Objects.requireNonNull(findings.identity()).id();
            Path before = old.flatMap(LoadedPlugin::folder).orElse(null);
            refuseIfTaken(id, before, replace);
            directory.place(unpacked.folder(), id, before);
            return standingOf(id);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void refuseIfTaken(String id, @Nullable Path before, boolean replace) {
        if (before != null && !replace) {
            throw new MilesbotException(
                    ErrorKind.USAGE, Text.of(PluginCare.class, "install.there", id, before.toString()));
        }
        Path target = settings.directory().resolve(id);
        if (Files.exists(target) && !target.equals(before)) {
            throw new MilesbotException(
                    ErrorKind.USAGE, Text.of(PluginCare.class, "install.folder", target.toString(), id));
        }
    }

    private static Optional<LoadedPlugin> installed(Survey survey, @Nullable Identity identity) {
        return identity == null
                ? Optional.empty()
                : survey.plugins().all().stream()
                        .filter(plugin -> plugin.id().equals(identity.id()))
                        .filter(plugin -> plugin.folder().isPresent())
                        .findFirst();
    }

    private Standing standingOf(String id) {
        if (disabled().ids().contains(id)) {
            return Standing.DISABLED;
        }
        return settings.enables(id) ? Standing.ENABLED : Standing.LEFT_OUT;
    }

    /**
     * Takes a plug-in out, and with it that it was disabled. What it keeps elsewhere stays.
     *
     * @param confirmed is asked before anything is done
     * @return what was removed; empty if that was not confirmed
     * @throws MilesbotException of kind USAGE if there is no such plug-in or it comes along; of kind CONFIGURATION if the
     *     directory cannot be written
     */
    public Optional<Removable> remove(String id, Predicate<Removable> confirmed) {
        Removable removable = removable(id);
        if (!confirmed.test(removable)) {
            return Optional.empty();
        }
        try {
            new PluginsDirectory(settings.directory()).remove(removable.folder());
        } catch (IOException e) {
            throw unwritable(e);
        }
        disabled().remove(removable.id());
        return Optional.of(removable);
    }

    private Removable removable(String id) {
        try (Survey survey = survey()) {
            List<LoadedPlugin> all = survey.plugins().all();
            Optional<LoadedPlugin> plugin =
                    all.stream().filter(each -> each.id().equals(id)).findFirst();
            Optional<Path> folder = plugin.flatMap(LoadedPlugin::folder);
            if (plugin.isPresent() && folder.isEmpty()) {
                throw new MilesbotException(ErrorKind.USAGE, Text.of(PluginCare.class, "remove.built-in", id));
            }
            Path found = folder.or(() -> folderCalled(id, all)).orElseThrow(() -> unknown(id, known(all)));
            List<String> variables = settings.own().keySet().stream()
                    .filter(name -> PluginSettings.ownerOf(name, known(all))
                            .filter(id::equals)
                            .isPresent())
                    .sorted()
                    .toList();
            boolean isNamed = settings.enabled() != null && settings.enabled().contains(id);
            return new Removable(id, found, variables, isNamed);
        }
    }

    /** A folder whose plug-in cannot be loaded; one whose plug-in has another name is not meant. */
    private Optional<Path> folderCalled(String name, Collection<LoadedPlugin> loaded) {
        return folders().stream()
                .filter(folder -> folder.name().equals(name))
                .map(PluginFolder::path)
                .filter(path -> loaded.stream().noneMatch(each -> each.folder().equals(Optional.of(path))))
                .findFirst();
    }

    private List<PluginFolder> folders() {
        return PluginFolder.in(settings.directory());
    }

    /**
     * Lets a plug-in run again.
     *
     * @return whether it was disabled
     * @throws MilesbotException of kind USAGE if there is no such plug-in; of kind CONFIGURATION if {@code PLUGINS_ENABLED}
     *     still keeps it from running, with what to write there
     */
    public boolean enable(String id) {
        NavigableSet<String> known = known();
        known.addAll(disabled().ids());
        requireKnown(id, known);
        boolean changed = disabled().remove(id);
        Set<String> named = settings.enabled();
        if (named != null && !named.contains(id)) {
            NavigableSet<String> all = new TreeSet<>(named);
            all.add(id);
            throw new MilesbotException(
                    ErrorKind.CONFIGURATION, Text.of(PluginCare.class, "enable.left.out", id, String.join(",", all)));
        }
        return changed;
    }

    /**
     * Lets a plug-in run no more, until it is enabled again.
     *
     * @return whether it was enabled, as far as this goes
     * @throws MilesbotException of kind USAGE if there is no such plug-in
     */
    public boolean disable(String id) {
        requireKnown(id, known());
        return disabled().add(id);
    }

    private static void requireKnown(String id, Collection<String> known) {
        if (!known.contains(id)) {
            throw unknown(id, known);
        }
    }

    private NavigableSet<String> known() {
        try (Survey survey = survey()) {
            return known(survey.plugins().all());
        }
    }

    /** The ids of plug-ins, and the names of folders whose plug-ins cannot be loaded. */
    private NavigableSet<String> known(Collection<LoadedPlugin> loaded) {
        NavigableSet<String> known = new TreeSet<>();
        loaded.forEach(plugin -> known.add(plugin.id()));
        folders().stream()
                .map(PluginFolder::name)
                .filter(name -> folderCalled(name, loaded).isPresent())
                .forEach(known::add);
        return known;
    }

    private Survey survey() {
        return PluginLoader.survey(settings, builtIns, PluginCheck.withoutNetwork(extractor, clock), limits);
    }

    private PluginCheck check(Survey survey) {
        return new PluginCheck(settings, survey.plugins(), ownCommands, extractor, clock, limits, language);
    }

    private DisabledPlugins disabled() {
        return new DisabledPlugins(settings.directory());
    }

    private static MilesbotException unknown(String id, Collection<String> known) {
        return new MilesbotException(ErrorKind.USAGE, Plugins.unknown(id, new ArrayList<>(known)));
    }

    private MilesbotException unwritable(IOException e) {
        Text text = Text.of(
                PluginCare.class,
                "directory.unwritable",
                settings.directory().toString(),
                Quoted.of(String.valueOf(e)));
        return new MilesbotException(ErrorKind.CONFIGURATION, text, e);
    }
}
