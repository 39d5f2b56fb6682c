package org.milesbot.api;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Patterns of sentences as they are once read, which takes longer than to fill one in. Safe for use by several threads. */
final class Patterns {

    /** More than milesbot and its plug-ins have; a bound for those that make theirs up. */
    private static final int MOST = 4_000;

    private static final Map<Locale, Map<String, MessageFormat>> READ = new ConcurrentHashMap<>();

    private Patterns() {}

    static String filled(String pattern, Locale locale, Object[] arguments) {
        Map<String, MessageFormat> read = READ.computeIfAbsent(locale, unread -> new ConcurrentHashMap<>());
        MessageFormat format = read.get(pattern);
        if (format == null) {
            format = new MessageFormat(pattern, locale);
            if (read.size() < MOST) {
                read.put(pattern, format);
            }
        }
        // Of one and the same format only one thread at a time may make use.
        return ((MessageFormat) format.clone()).format(arguments);
    }
}
