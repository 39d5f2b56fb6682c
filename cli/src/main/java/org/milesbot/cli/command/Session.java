package org.milesbot.cli.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Zones;
import org.milesbot.cli.config.OutputSettings;
import org.milesbot.cli.config.Settings;
import org.milesbot.cli.output.Console;
import org.milesbot.cli.output.Look;
import org.milesbot.cli.output.Look.Colour;
import org.milesbot.cli.output.PromoTable;
import org.milesbot.cli.wiring.Surroundings;
import org.milesbot.cli.wiring.Wiring;

/** What a command works with: made when it is asked for, because the options are known only then. */
final class Session implements AutoCloseable {

    private final GlobalOptions options;
    private final Surroundings surroundings;
    private @Nullable Settings settings;
    private @Nullable Console console;
    private @Nullable Wiring wiring;

    Session(GlobalOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    boolean json() {
        return options.json;
    }

    /** The settings in force. */
    Settings settings() {
        if (settings == null) {
            settings = Settings.load(surroundings.environment(), surroundings.workingDirectory(), options.overrides());
        }
        return settings;
    }

    /** The console; with mistakes in the settings it speaks as the environment alone says. */
    Console console() {
        if (console == null) {
            console = new Console(surroundings.out(), surroundings.err(), look());
        }
        return console;
    }

    /** The parts of milesbot, each made when it is first asked for. */
    Wiring wiring() {
        if (wiring == null) {
            wiring = new Wiring(settings(), surroundings.clock());
        }
        return wiring;
    }

    /** The day in America/Sao_Paulo. */
    LocalDate today() {
        return LocalDate.ofInstant(surroundings.clock().instant(), Zones.SAO_PAULO);
    }

    /** A path as the person meant it: from where they stand. */
    Path resolve(Path path) {
        return surroundings.workingDirectory().resolve(path);
    }

    /** Prints promos as a table. */
    PromoTable promoTable() {
        return new PromoTable(console(), wiring().names());
    }

    private Look look() {
        boolean colourless = options.colour == Colour.AUTO
                && !Objects.requireNonNullElse(surroundings.environment().get("NO_COLOR"), "")
                        .isEmpty();
        return new Look(
                locale(),
                surroundings.terminal().streams(),
                colourless ? Colour.NEVER : options.colour,
                surroundings.terminal().width(),
                options.quiet);
    }

    private Locale locale() {
        try {
            return settings().output().language();
        } catch (MilesbotException e) {
            return OutputSettings.languageOf(surroundings.environment());
        }
    }

    /** Lets go of what was made. The command is over by now: what fails here is told, but does not change its end. */
    @Override
    public void close() {
        try {
            if (wiring != null) {
                wiring.close();
            }
        } catch (MilesbotException e) {
            console().warn(e.text());
            console().flush();
        }
    }
}
