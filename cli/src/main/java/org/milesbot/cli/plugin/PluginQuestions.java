package org.milesbot.cli.plugin;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.api.notify.AudienceFilter;
import org.milesbot.api.notify.Channel;
import org.milesbot.api.notify.Message;
import org.milesbot.api.notify.MessageDecorator;
import org.milesbot.api.notify.Recipient;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.cli.config.OutputSettings;
import org.milesbot.cli.plugin.PluginFindings.Contribution;
import org.milesbot.cli.plugin.PluginFindings.Identity;
import org.milesbot.cli.plugin.PluginFindings.Kind;

/** Asks one plug-in for all that it has, thing by thing, and gathers what it says and what is wrong. For one thread. */
final class PluginQuestions {

    private static final Promo PROMO =
            Promo.builder(PromoKind.TRANSFER_BONUS, new ProgramId("smiles")).build();
    private static final Recipient RECIPIENT = new Recipient(1, 1, OutputSettings.PORTUGUESE, Set.of("smiles:club"));
    private static final Message MESSAGE = new Message("<b>Smiles</b>", List.of(), false, null);

    private final TimeLimits limits;
    private final Locale language;
    private final List<Text> complaints = new ArrayList<>();
    private final List<Text> notes = new ArrayList<>();
    private final List<Contribution> contributions = new ArrayList<>();
    private final List<String> categories = new ArrayList<>();
    private @Nullable String schedule;

    /** With the language that notices are wanted in; they are asked for in each. */
    PluginQuestions(TimeLimits limits, Locale language) {
        this.limits = limits;
        this.language = language;
    }

    void complain(Text complaint) {
        complaints.add(complaint);
    }

    void note(Text note) {
        notes.add(note);
    }

    PluginFindings findings(Path folder, @Nullable Identity identity) {
        return new PluginFindings(folder, identity, schedule, categories, contributions, complaints, notes);
    }

    /** Asks everything, unless the plug-in cannot be made or does not come back. */
    void ask(LoadedPlugin plugin, TakenNames taken) {
        tried(() -> schedule = plugin.schedule().toString());
        if (!plugin.isMade()) {
            return;
        }
        tried(() -> categories.addAll(plugin.categories()));
        tried(() -> plugin.notice(language).ifPresent(notice -> note(Text.plain(notice))));
        tried(() -> plugin.notice(OutputSettings.PORTUGUESE));
        tried(() -> plugin.notice(Locale.ENGLISH));
        plugin.examined((made, border) -> {
            askSources(made, plugin, border, taken);
            askProviders(made, plugin.id(), border);
            askChannels(made, plugin.id(), border, taken);
            askDecorators(made, plugin.id(), border);
            askAudience(made, plugin.id(), border);
            askCommands(made, plugin.id(), border, taken);
            return true;
        });
        tried(() -> add(
                Kind.COMMANDS,
                plugin.commands().stream().map(GuardedTerminalCommand::name).toList()));
        tried(() -> add(Kind.JOBS, plugin.jobs().stream().map(GuardedJob::name).toList()));
        tried(() -> add(
                Kind.FORECAST_SIGNALS,
                plugin.forecastSignals().stream().map(GuardedSignal::id).toList()));
        tried(() -> add(
                Kind.WEB_ROUTES,
                plugin.webRoutes().stream()
                        .map(route -> route.method() + " /p/" + plugin.id() + route.path())
                        .toList()));
        tried(() -> plugin.personalData().ifPresent(data -> add(Kind.PERSONAL_DATA, List.of(plugin.id()))));
    }

    private void askSources(Plugin made, LoadedPlugin plugin, GuardedCall border, TakenNames taken) {
        List<String> ids = new ArrayList<>();
        Set<String> hosts = new TreeSet<>();
        each("sources()", border, LoadedPlugin.MOST_SOURCES, made::sources, source -> {
            GuardedSource guarded = GuardedSource.of(plugin.id(), source, border, limits.call());
            String id = guarded.id().value();
            refuse(border, ids.contains(id), "sources.twice", id);
            refuseTaken(border, taken.sources(), id, "sources.foreign", plugin.id());
            ids.add(id);
            guarded.addresses().stream()
                    .map(URI::getHost)
                    .filter(Objects::nonNull)
                    .forEach(hosts::add);
        });
        add(Kind.SOURCES, ids);
        add(Kind.HOSTS, hosts);
        tried(() -> {
            if (plugin.scrapesByItself()) {
                add(Kind.SCRAPE, List.of(plugin.id()));
            }
        });
    }

    private void askProviders(Plugin made, String id, GuardedCall border) {
        Set<String> ids = new TreeSet<>();
        each(
                "fareProviders()",
                border,
                GuardedFareProvider.MOST_PROVIDERS,
                made::fareProviders,
                provider -> GuardedFareProvider.of(provider, id, ids, border, limits.call()));
        add(Kind.FARE_PROVIDERS, ids);
    }

    private void askChannels(Plugin made, String id, GuardedCall border, TakenNames taken) {
        List<String> ids = new ArrayList<>();
        each("channels()", border, Messaging.MOST, made::channels, channel -> {
            Channel guarded = Messaging.guarded(channel, id, border, limits);
            refuse(border, ids.contains(guarded.id()), "channels.twice", guarded.id());
            refuseTaken(border, taken.channels(), guarded.id(), "channels.foreign", id);
            ids.add(guarded.id());
        });
        add(Kind.CHANNELS, ids);
    }

    /** They change words and nothing else, so they can be tried. */
    private void askDecorators(Plugin made, String id, GuardedCall border) {
        List<String> names = new ArrayList<>();
        each("decorators()", border, Messaging.MOST, made::decorators, decorator -> {
            names.add(decorator.getClass().getSimpleName());
            MessageDecorator guarded = Messaging.guarded(decorator, id, border, limits);
            guarded.decorate(MESSAGE, PROMO, RECIPIENT);
        });
        add(Kind.DECORATORS, names);
    }

    private void askAudience(Plugin made, String id, GuardedCall border) {
        List<String> names = new ArrayList<>();
        each("audience()", border, Messaging.MOST, made::audience, filter -> {
            names.add(filter.getClass().getSimpleName());
            AudienceFilter guarded = Messaging.guarded(filter, id, border, limits);
            guarded.heldBack(PROMO, RECIPIENT);
        });
        add(Kind.AUDIENCE, names);
    }

    /** They are not asked anything: some change what they keep. */
    private void askCommands(Plugin made, String id, GuardedCall border, TakenNames taken) {
        List<String> names = new ArrayList<>();
        Set<String> all = new HashSet<>();
        each("botCommands()", border, GuardedBotCommand.MOST_COMMANDS, made::botCommands, command -> {
            BotCommand guarded = GuardedBotCommand.of(command, id, border, limits);
            names.add("/" + guarded.name());
            GuardedBotCommand.names(guarded).forEach(name -> {
                tried(() -> refuse(border, !all.add(name), "commands.twice", name));
                tried(() -> refuseTaken(border, taken.commands(), name, "commands.foreign", id));
            });
        });
        add(Kind.BOT_COMMANDS, names);
    }

    /** Something that a check does, whose failure is a finding. */
    @FunctionalInterface
    private interface Trial {
        void run() throws Exception;
    }

    /** Looks at one thing of a plug-in. */
    @FunctionalInterface
    private interface Check<T> {
        void of(T one) throws Exception;
    }

    /** Each on its own, so that what is wrong with one does not hide what is wrong with the next. */
    private <T> void each(
            String method, GuardedCall border, int most, Callable<? extends Collection<T>> asked, Check<T> check) {
        List<T> all = new ArrayList<>();
        tried(() -> all.addAll(border.list(method, limits.call(), most, asked)));
        all.forEach(one -> tried(() -> check.of(one)));
    }

    private void tried(Trial trial) {
        try {
            trial.run();
        } catch (MilesbotException e) {
            // One that is stuck says so at every question.
            if (complaints.stream()
                    .noneMatch(known -> known.toString().equals(e.text().toString()))) {
                complain(e.text());
            }
        } catch (Exception e) {
            throw new IllegalStateException("the border let an exception through", e);
        }
    }

    private static void refuse(GuardedCall border, boolean isWrong, String key, Object... arguments) {
        if (isWrong) {
            throw border.refused(ErrorKind.INTERNAL, key, arguments);
        }
    }

    private static void refuseTaken(GuardedCall border, Map<String, String> taken, String name, String key, String id) {
        String owner = taken.get(name);
        refuse(border, owner != null, key, name, String.valueOf(owner), id);
    }

    private void add(Kind kind, Collection<String> names) {
        if (!names.isEmpty()) {
            contributions.add(new Contribution(kind, List.copyOf(names)));
        }
    }
}
