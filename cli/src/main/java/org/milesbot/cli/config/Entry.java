package org.milesbot.cli.config;

import org.milesbot.api.Text;

/** A value as it was written, and where. */
record Entry(String value, Origin origin, Text from) {

    static Entry fromOption(String value) {
        return new Entry(value, Origin.OPTION, Text.of(Entry.class, "from.option"));
    }

    static Entry fromEnvironment(String value) {
        return new Entry(value, Origin.ENVIRONMENT, Text.of(Entry.class, "from.environment"));
    }
}
