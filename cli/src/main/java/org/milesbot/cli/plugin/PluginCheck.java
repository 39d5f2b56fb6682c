package org.milesbot.cli.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.plugin.PluginContext;
import org.milesbot.api.source.Extractor;
import org.milesbot.api.source.Fetcher;
import org.milesbot.cli.config.PluginSettings;
import org.milesbot.cli.config.Quoted;
import org.milesbot.cli.plugin.PluginFindings.Identity;

/**
 * Checks the plug-in of one folder as the host would load and ask it, but without network, and finds all that is wrong at
 * once.
 *
 * @param settings the operator's; the plug-in is handed its own ones
 * @param installed what it is to get along with
 * @param ownCommands the names of milesbot's own commands for the bot
 * @param extractor handed to the plug-in
 * @param clock handed to the plug-in
 * @param limits how long it may take
 * @param language that the plug-in's own notice is wanted in
 */
public record PluginCheck(
        PluginSettings settings,
        Plugins installed,
        Collection<String> ownCommands,
        Extractor extractor,
        Clock clock,
        TimeLimits limits,
        Locale language) {

    /** Refuses every request; the plug-in's work is to be looked at, not to be done. */
    private static final Fetcher NO_NETWORK = request -> {
        throw new MilesbotException(
                ErrorKind.EXTERNAL,
                Text.of(
                        PluginCheck.class,
                        "check.network",
                        Quoted.of(request.uri().toString())));
    };

    private record Context(Map<String, String> settings, Clock clock, Fetcher fetcher, Extractor extractor)
            implements PluginContext {}

    /** Checks a folder, which need not lie in the plug-ins directory. Nothing in it is changed. */
    public PluginFindings of(Path folder) {
        if (!Files.isDirectory(folder)) {
            Text complaint = Text.of(PluginCheck.class, "check.folder", folder.toString());
            return new PluginFindings(folder, null, null, List.of(), List.of(), List.of(complaint), List.of());
        }
        List<String> others = installed.all().stream().map(LoadedPlugin::id).toList();
        try (Survey survey = PluginLoader.surveyAlone(folder, others, settings, this::context, limits)) {
            List<LoadedPlugin> found = survey.plugins().all();
            PluginQuestions questions = new PluginQuestions(limits, language);
            survey.mistakes().forEach(questions::complain);
            if (found.size() > 1) {
                String ids = found.stream().map(LoadedPlugin::id).collect(Collectors.joining(", "));
                questions.complain(Text.of(PluginCheck.class, "check.several", folder.toString(), ids));
            }
            if (found.size() != 1) {
                return questions.findings(folder, null);
            }
            LoadedPlugin plugin = found.get(0);
            questions.ask(plugin, taken(plugin, folder, questions));
            return questions.findings(folder, identityOf(plugin, folder));
        }
    }

    private PluginContext context(String id, Map<String, String> own) {
        return withoutNetwork(extractor, clock).of(id, own);
    }

    /** What a plug-in is handed that is only looked at. */
    static PluginContexts withoutNetwork(Extractor extractor, Clock clock) {
        return (id, own) -> new Context(own, clock, NO_NETWORK, extractor);
    }

    /** All names but those of the plug-in that this one would take the place of. */
    private TakenNames taken(LoadedPlugin plugin, Path folder, PluginQuestions questions) {
        Optional<LoadedPlugin> same = installed.all().stream()
                .filter(other -> other.id().equals(plugin.id()))
                .findFirst();
        same.ifPresent(other -> other.folder()
                .ifPresentOrElse(
                        place -> noteAnother(plugin.id(), place, other, folder, questions),
                        () -> questions.complain(Text.of(PluginCheck.class, "check.id", plugin.id()))));
        Predicate<LoadedPlugin> others = other -> !other.id().equals(plugin.id());
        return TakenNames.of(installed, others, ownCommands);
    }

    private static void noteAnother(String id, Path place, LoadedPlugin other, Path folder, PluginQuestions questions) {
        if (!isSame(place, folder)) {
            questions.note(Text.of(PluginCheck.class, "check.update", id, other.version(), place.toString()));
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }

    private static Identity identityOf(LoadedPlugin plugin, Path folder) {
        return new Identity(plugin.id(), plugin.version(), plugin.apiLevel(), authorOf(folder));
    }

    /** Who the jars say made them; they may say anything. */
    private static @Nullable String authorOf(Path folder) {
        Set<String> authors = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path jar :
                    files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                vendorOf(jar).ifPresent(authors::add);
            }
        } catch (IOException e) {
            return null;
        }
        return authors.isEmpty() ? null : String.join(", ", authors);
    }

    private static Optional<String> vendorOf(Path jar) {
        try (JarFile opened = new JarFile(jar.toFile())) {
            Manifest manifest = opened.getManifest();
            return Optional.ofNullable(manifest)
                    .map(each -> each.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VENDOR))
                    .filter(vendor -> !vendor.isBlank())
                    .map(Quoted::of);
        } catch (IOException | SecurityException e) {
            return Optional.empty();
        }
    }
}
