package org.milesbot.cli.bot.assistant;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.milesbot.notify.assistant.Arguments;
import org.milesbot.notify.assistant.Kind;
import org.milesbot.notify.assistant.Parameter;
import org.milesbot.notify.assistant.Suggestion.Call;
import org.milesbot.notify.assistant.Tool;

/**
 * The commands that a language model may ask for, and each call of one as the line that a person would type. What is not in
 * this table cannot be asked for: neither what is the operator's, nor erasing, nor switching the model on or off.
 */
public final class CommandTools {

    private static final String SLUG = "[a-z][a-z0-9_]*";
    private static final String HOUR = "([01]?[0-9]|2[0-3])([:hH]([0-5][0-9])?)?";
    private static final String MONTHS = "[0-9]{4}-[0-9]{2}([.]{2}[0-9]{4}-[0-9]{2})?";

    /** All settings of people but whether the model may read what they write. */
    private static final List<String> SETTINGS = List.of(
            "min_bonus",
            "programs",
            "origins",
            "tiers",
            "kinds",
            "threshold",
            "digest",
            "digest_at",
            "urgent",
            "new",
            "raised",
            "extended",
            "ending",
            "combo",
            "language",
            "name",
            "quiet",
            "zone",
            "channel");

    private record Entry(Tool tool, Function<Arguments, Optional<CommandLine>> line) {}

    private final TypedWords words;
    private final ToolText text = new ToolText();
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<Tool> offered;

    /**
     * @param programs the slugs of the programmes and banks that are known
     * @param clock what day it is
     */
    public CommandTools(Collection<String> programs, Clock clock) {
        words = new TypedWords(programs, clock);
        addReads();
        addWrites();
        offered = entries.values().stream().map(Entry::tool).toList();
    }

    /** What may be asked for. */
    public List<Tool> offered() {
        return offered;
    }

    /** The command of a call; nothing if its arguments fit the schema but mean nothing here. */
    public Optional<CommandLine> line(Call call) {
        return Optional.ofNullable(entries.get(call.tool()))
                .flatMap(entry -> entry.line().apply(call.arguments()));
    }

    private void addReads() {
        add(
                "promos",
                call -> read("promos", call.text("words").orElse("")),
                optional("promos.words", new Kind.Words(80)));
        add("forecast", call -> program(call).flatMap(program -> read("forecast", program)), slug("program"));
        add(
                "history",
                call -> program(call).map(program -> new CommandLine("history", program, false, !program.isEmpty())),
                slug("program"));
        add(
                "calc",
                this::calc,
                optional("calc.points", new Kind.Whole(1, 1_000_000_000)),
                slug("origin"),
                slug("program"));
        for (String command : List.of("routes", "help", "meusdados")) {
            add(command, call -> read(command, ""));
        }
    }

    private void addWrites() {
        Kind codes = new Kind.Several(new Kind.Words(3, "[A-Z]{3}"), 10);
        add(
                "addroute",
                this::addRoute,
                optional("addroute.from", codes),
                optional("addroute.to", codes),
                optional("addroute.months", new Kind.Words(16, MONTHS)),
                optional("addroute.cabin", new Kind.Choice(List.of("economy", "premium_economy", "business", "first"))),
                optional("addroute.max_miles", new Kind.Whole(1, 10_000_000)));
        add(
                "delroute",
                call -> write(
                        "delroute", call.number("number").map(String::valueOf).orElse("")),
                optional("delroute.number", new Kind.Whole(1, Long.MAX_VALUE)));
        add(
                "setnotify",
                this::setNotify,
                optional("setnotify.from", new Kind.Words(5, HOUR)),
                optional("setnotify.to", new Kind.Words(5, HOUR)),
                optional("setnotify.always", new Kind.Flag()));
        add(
                "settings",
                this::settings,
                optional("settings.key", new Kind.Choice(SETTINGS)),
                slug("program"),
                optional("settings.value", new Kind.Words(200)));
        add(
                "mute",
                this::mute,
                slug("program"),
                optional("mute.until", new Kind.Words(10, "[1-9][0-9]{0,2}[hdw]|off")));
        add("remind", call -> Optional.of(new CommandLine("remind", "", true, false)));
    }

    private void add(String name, Function<Arguments, Optional<CommandLine>> line, Parameter... parameters) {
        Tool tool = new Tool(name, text.of(name), Arrays.asList(parameters));
        entries.put(name, new Entry(tool, line));
    }

    /** What a command has to ask for is optional: it asks with buttons, better than a model would. */
    private Parameter optional(String key, Kind kind) {
        return new Parameter(key.substring(key.indexOf('.') + 1), text.of(key), kind, false);
    }

    private Parameter slug(String name) {
        return new Parameter(name, text.of(name), new Kind.Words(40, SLUG), false);
    }

    private static Optional<CommandLine> read(String command, String arguments) {
        return Optional.of(new CommandLine(command, arguments, false, true));
    }

    /** Without arguments a command that writes asks for them, and changes nothing yet. */
    private static Optional<CommandLine> write(String command, String arguments) {
        boolean isTold = !arguments.isEmpty();
        return Optional.of(new CommandLine(command, arguments, isTold, isTold));
    }

    /** The programme, empty if none was said; nothing if nobody knows it. */
    private Optional<String> program(Arguments call) {
        return known(call, "program");
    }

    private Optional<String> known(Arguments call, String parameter) {
        String slug = call.text(parameter).orElse("");
        return slug.isEmpty() || words.knows(slug) ? Optional.of(slug) : Optional.empty();
    }

    private Optional<CommandLine> calc(Arguments call) {
        Optional<String> origin = known(call, "origin");
        Optional<String> program = program(call);
        if (origin.isEmpty() || program.isEmpty()) {
            return Optional.empty();
        }
        // The command knows its arguments by their order, so none can be given after one that is missing.
        List<String> given = new ArrayList<>();
        for (String each :
                List.of(call.number("points").map(String::valueOf).orElse(""), origin.get(), program.get())) {
            if (each.isEmpty()) {
                break;
            }
            given.add(each);
        }
        return Optional.of(new CommandLine("calc", String.join(" ", given), false, given.size() == 3));
    }

    private Optional<CommandLine> addRoute(Arguments call) {
        List<String> from = call.texts("from");
        List<String> to = call.texts("to");
        List<String> others = new ArrayList<>();
        call.text("months").ifPresent(others::add);
        call.text("cabin").ifPresent(others::add);
        call.number("max_miles").ifPresent(miles -> others.add(String.valueOf(miles)));
        if (to.isEmpty()) {
            return from.isEmpty() && others.isEmpty() ? write("addroute", "") : Optional.empty();
        }
        return words.route(from, to, others).map(route -> new CommandLine("addroute", route, true, !from.isEmpty()));
    }

    private Optional<CommandLine> setNotify(Arguments call) {
        Optional<String> from = call.text("from").map(CommandTools::hour);
        Optional<String> to = call.text("to").map(CommandTools::hour);
        if (call.is("always")) {
            return from.isEmpty() && to.isEmpty() ? write("setnotify", "off") : Optional.empty();
        }
        if (from.isEmpty() || to.isEmpty()) {
            return write("setnotify", "");
        }
        boolean areHours = words.isSetting("quiet=" + to.get() + "-" + from.get());
        return areHours ? write("setnotify", from.get() + " " + to.get()) : Optional.empty();
    }

    /** Two digits, and minutes only where there are some. */
    private static String hour(String words) {
        String[] parts = words.split("[:hH]", -1);
        String hour = parts[0].length() == 1 ? "0" + parts[0] : parts[0];
        return parts.length < 2 || Set.of("", "00").contains(parts[1]) ? hour : hour + ":" + parts[1];
    }

    private Optional<CommandLine> settings(Arguments call) {
        Optional<String> key = call.text("key");
        Optional<String> value = call.text("value");
        Optional<String> program = call.text("program");
        if (key.isEmpty() && value.isEmpty() && program.isEmpty()) {
            return read("settings", "");
        }
        if (key.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        String whole = program.map(each -> key.get() + "." + each).orElse(key.get());
        return words.setting(whole, value.get()).flatMap(words -> write("settings", words));
    }

    private Optional<CommandLine> mute(Arguments call) {
        Optional<String> program = program(call).filter(each -> !each.isEmpty());
        Optional<String> until = call.text("until");
        if (program.isEmpty()) {
            return call.text("program").isEmpty() ? write("mute", "") : Optional.empty();
        }
        if (until.isEmpty()) {
            return Optional.of(new CommandLine("mute", program.get(), false, false));
        }
        boolean isTime = words.isSetting("mute." + program.get() + "=" + until.get());
        return isTime ? write("mute", program.get() + " " + until.get()) : Optional.empty();
    }
}
