package org.milesbot.cli.wiring;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * Sets up logging when the first line is logged: to stderr, warnings only unless the person asked for more words. In
 * code and not in XML, because reading XML costs a short command a quarter of a second.
 */
public final class Logging extends ContextAwareBase implements Configurator {

    /** The system property that a command sets to {@code true} before anything is logged. */
    public static final String VERBOSE = "milesbot.verbose";

    private static final String PATTERN = "%d{HH:mm:ss.SSS} %-5level %logger{0} %msg%n";

    @Override
    public ExecutionStatus configure(LoggerContext loggers) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(loggers);
        encoder.setPattern(PATTERN);
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
