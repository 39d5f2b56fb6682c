package org.milesbot.store.user;

import java.util.Locale;

/** A language that people are spoken to in. */
public enum Language {
    /** Brazilian Portuguese. */
    PT("pt-BR"),
    /** English. */
    EN("en");

    private final Locale locale;

    Language(String tag) {
        locale = Locale.forLanguageTag(tag);
    }

    /** Its name in the database and in settings. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What sentences are said in. */
    public Locale locale() {
        return locale;
    }
}
