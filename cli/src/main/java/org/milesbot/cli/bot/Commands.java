package org.milesbot.cli.bot;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Nearest;
import org.milesbot.api.Text;
import org.milesbot.api.bot.BotCommand;

/** The commands that there are, by each of their names. */
public final class Commands {

    private final List<BotCommand> all;
    private final Map<String, BotCommand> byName = new LinkedHashMap<>();

    /**
     * @param all in the order in which they are listed
     * @throws MilesbotException of kind CONFIGURATION if two have a name in common
     */
    public Commands(Collection<BotCommand> all) {
        this.all = List.copyOf(all);
        for (BotCommand command : this.all) {
            names(command).forEach(name -> {
                if (byName.putIfAbsent(name, command) != null) {
                    throw new MilesbotException(
                            ErrorKind.CONFIGURATION, Text.of(Commands.class, "command.twice", name));
                }
            });
        }
    }

    /** All names of a command. */
    public static Stream<String> names(BotCommand command) {
        return Stream.concat(Stream.of(command.name()), command.aliases().stream());
    }

    /** Those that somebody may ask for, in order. */
    public List<BotCommand> open(boolean isOperator) {
        return all.stream()
                .filter(command -> isOperator || !command.isForOperators())
                .toList();
    }

    /** The command of a name, if this person may ask for it; large letters and accents do not matter. */
    public Optional<BotCommand> named(String name, boolean isOperator) {
        return Optional.ofNullable(byName.get(plain(name))).filter(command -> isOperator || !command.isForOperators());
    }

    /** The name that somebody probably meant. */
    public @Nullable String near(String name, boolean isOperator) {
        List<String> known = open(isOperator).stream().flatMap(Commands::names).toList();
        return Nearest.to(plain(name), known).orElse(null);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
