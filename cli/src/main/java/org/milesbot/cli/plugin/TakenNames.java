package org.milesbot.cli.plugin;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.milesbot.api.MilesbotException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The names that another plug-in can no longer have, each with whose it is: the id of a plug-in, or {@code milesbot}.
 *
 * @param plugins ids of plug-ins, with where they come from
 * @param sources of sources
 * @param channels of channels
 * @param commands of commands for the bot, other names of them included
 */
record TakenNames(
        Map<String, LoadedPlugin> plugins,
        Map<String, String> sources,
        Map<String, String> channels,
        Map<String, String> commands) {

    private static final Logger log = LoggerFactory.getLogger(TakenNames.class);
    private static final String MILESBOT = "milesbot";

    /**
     * The names of some plug-ins and of milesbot itself. A plug-in that cannot tell its names has none.
     *
     * @param own the names of milesbot's own commands for the bot
     */
    static TakenNames of(Plugins installed, Predicate<LoadedPlugin> others, Collection<String> own) {
        TakenNames taken = new TakenNames(
                new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        own.forEach(name -> taken.commands.put(name, MILESBOT));
        taken.channels.put("telegram", MILESBOT);
        installed.all().stream().filter(others).forEach(taken::add);
        return taken;
    }

    private void add(LoadedPlugin plugin) {
        String id = plugin.id();
        plugins.put(id, plugin);
        told(
                        plugin,
                        () -> plugin.sources().stream()
                                .map(source -> source.id().value())
                                .toList())
                .forEach(name -> sources.putIfAbsent(name, id));
        told(
                        plugin,
                        () -> plugin.messaging().channels().stream()
                                .map(each -> each.id())
                                .toList())
                .forEach(name -> channels.putIfAbsent(name, id));
        told(
                        plugin,
                        () -> plugin.botCommands().stream()
                                .flatMap(GuardedBotCommand::names)
                                .toList())
                .forEach(name -> commands.putIfAbsent(name, id));
    }

    private static List<String> told(LoadedPlugin plugin, Supplier<List<String>> names) {
        try {
            return names.get();
        } catch (MilesbotException e) {
            log.debug("the plug-in {} does not tell all of its names", plugin.id(), e);
            return List.of();
        }
    }
}
