package org.milesbot.cli.wiring;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * Sets up logging when the first line is logged: to stderr, warnings only unless the person asked for more words. In
 * code and not in XML, because reading XML costs a short command a quarter of a second. {@link LoggingProvider} asks for it
 * after {@link #begin}; logback finds it itself in a process that never began so, as tests and benchmarks.
 */
public final class Logging extends ContextAwareBase implements Configurator {

    private static final String VERBOSE = "milesbot.verbose";

    /** Says before anything is logged how many words are wanted. */
    public static void begin(boolean isVerbose) {
        System.setProperty(VERBOSE, Boolean.toString(isVerbose));
        // Where none is named it looks through all jars, and logback then looks for ways to be configured.
        System.setProperty("slf4j.provider", LoggingProvider.class.getName());
        System.setProperty("slf4j.internal.verbosity", "WARN");
    }

    @Override
    public ExecutionStatus configure(LoggerContext loggers) {
        LogLine line = new LogLine();
        line.setContext(loggers);
        line.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(loggers);
        encoder.setLayout(line);
        encoder.start();

        ConsoleAppender<ILoggingEvent> stderr = new ConsoleAppender<>();
        stderr.setContext(loggers);
        stderr.setTarget("System.err");
        stderr.setEncoder(encoder);
        stderr.start();

        Logger root = loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(stderr);
        // They say again what we report ourselves, or what nobody can act on.
        loggers.getLogger("org.flywaydb").setLevel(Level.WARN);
        loggers.getLogger("crawlercommons.sitemaps").setLevel(Level.ERROR);
        loggers.getLogger("redis.clients.jedis").setLevel(Level.ERROR);
        loggers.getLogger("org.telegram.telegrambots.longpolling").setLevel(Level.OFF);
        loggers.getLogger("com.github.kagkarlsson").setLevel(Level.OFF);
        if (Boolean.getBoolean(VERBOSE)) {
            loggers.getLogger("org.milesbot").setLevel(Level.DEBUG);
            loggers.getLogger("com.github.kagkarlsson").setLevel(Level.INFO);
            root.setLevel(Level.INFO);
        }
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
