package org.milesbot.cli.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.milesbot.api.Text;
import org.milesbot.cli.Version;
import org.milesbot.cli.config.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The page of the manual: all commands with what their help says, exit codes and settings. */
final class ManualPage {

    private static final int EXIT_CODES = 6;

    private final Locale locale;
    private final Roff page = new Roff("MILESBOT", "milesbot " + Version.current());

    ManualPage(Locale locale) {
        this.locale = locale;
    }

    String of(CommandLine root) {
        CommandSpec spec = root.getCommandSpec();
        page.section(said("man.name"))
                .paragraph("milesbot - " + text(spec.usageMessage().header()));
        page.section(said("man.synopsis")).lines(List.of(said("man.synopsis.command"), "milesbot [--help|--version]"));
        page.section(said("man.description")).paragraph(said("man.description.text"));
        page.section(said("man.options"));
        spec.options().stream().filter(option -> !option.hidden()).forEach(this::option);
        page.section(said("man.commands"));
        root.getSubcommands().values().forEach(this::command);
        page.section(said("man.exit"));
        for (int code = 0; code < EXIT_CODES; code++) {
            page.term(Integer.toString(code), said("man.exit." + code));
        }
        page.section(said("man.environment")).paragraph(said("man.environment.text"));
        Settings.descriptions().forEach((name, description) -> page.term(name, description.in(locale)));
        page.section(said("man.examples")).lines(examples(spec));
        return page.toString();
    }

    private String said(String key) {
        return Text.of(ManualPage.class, key).in(locale);
    }

    private void command(CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        page.part(synopsis(spec)).paragraph(text(spec.usageMessage().header()));
        page.paragraph(text(spec.usageMessage().description()));
        spec.positionalParameters().stream()
                .filter(parameter -> !parameter.hidden())
                .forEach(this::parameter);
        spec.options().stream()
                .filter(option -> !option.hidden() && !option.inherited())
                .forEach(this::option);
        List<String> examples = examples(spec);
        if (!examples.isEmpty()) {
            page.lines(examples);
        }
        line.getSubcommands().values().forEach(this::command);
    }

    private static String synopsis(CommandSpec spec) {
        return Stream.concat(
                        Stream.of(spec.qualifiedName()),
                        spec.positionalParameters().stream()
                                .filter(parameter -> !parameter.hidden())
                                .map(PositionalParamSpec::paramLabel))
                .collect(Collectors.joining(" "));
    }

    private void option(OptionSpec option) {
        String names = String.join(", ", option.names());
        String value = option.arity().max() == 0 ? "" : "=" + option.paramLabel();
        page.term(names + value, text(option.description()));
    }

    private void parameter(PositionalParamSpec parameter) {
        page.term(parameter.paramLabel(), text(parameter.description()));
    }

    private static List<String> examples(CommandSpec spec) {
        return Arrays.stream(spec.usageMessage().footer())
                .map(line -> text(line).strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Help is written for a format, in which %n ends a line. */
    private static String text(String... written) {
        return Arrays.stream(written).map(String::format).collect(Collectors.joining("\n"));
    }
}
