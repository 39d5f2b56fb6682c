package org.milesbot.cli.wiring;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.util.Locale;

/**
 * A line of the log: the machine's time of day, how bad it is, who says it, what; below it where it happened. Its like made from a
 * pattern costs each command the making of some sixty things that a pattern may hold.
 */
final class LogLine extends LayoutBase<ILoggingEvent> {

    @Override
    public String doLayout(ILoggingEvent event) {
        String logger = event.getLoggerName();
        String line = String.format(
                Locale.ROOT,
                "%tT.%<tL %-5s %s %s%n",
                event.getTimeStamp(),
                event.getLevel(),
                logger.substring(logger.lastIndexOf('.') + 1),
                event.getFormattedMessage());
        return event.getThrowableProxy() == null ? line : line + ThrowableProxyUtil.asString(event.getThrowableProxy());
    }
}
