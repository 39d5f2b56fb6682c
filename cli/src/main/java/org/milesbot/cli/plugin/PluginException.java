package org.milesbot.cli.plugin;

import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;

/** A plug-in failed, took too long, or returned what it must not. The rest of milesbot can go on. */
public final class PluginException extends MilesbotException {

    private static final long serialVersionUID = 1L;

    private final String plugin;

    PluginException(String plugin, ErrorKind kind, Text text, @Nullable Throwable cause) {
        super(kind, text, cause);
        this.plugin = plugin;
    }

    /** The plug-in's id, or its folder where it did not get as far as telling its id. */
    public String plugin() {
        return plugin;
    }
}
