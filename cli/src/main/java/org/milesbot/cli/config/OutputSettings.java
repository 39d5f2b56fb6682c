package org.milesbot.cli.config;

import java.util.Locale;
import java.util.Map;

/**
 * How milesbot speaks.
 *
 * @param language Brazilian Portuguese or English
 * @param plain whether colours are unwanted even on a terminal
 */
public record OutputSettings(Locale language, boolean plain) {

    /** Brazilian Portuguese, milesbot's first language. */
    public static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");

    /**
     * The language for whoever runs milesbot in this environment. Never fails, so that a report of wrong settings can be
     * in the right language.
     */
    public static Locale languageOf(Map<String, String> environment) {
        String wanted = environment.getOrDefault(Variable.MILESBOT_LANG.name(), "");
        if (wanted.equals("pt")) {
            return PORTUGUESE;
        }
        return wanted.equals("en") || saysEnglish(environment) ? Locale.ENGLISH : PORTUGUESE;
    }

    private static boolean saysEnglish(Map<String, String> environment) {
        for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value.startsWith("en");
            }
        }
        return false;
    }
}
