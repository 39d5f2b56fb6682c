package org.milesbot.cli.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.milesbot.api.web.WebFields;
import org.milesbot.api.web.WebRequest;

/**
 * What stands around every page.
 *
 * @param words in the language of the page
 * @param section where in the navigation it is
 * @param title its own, without the house's
 * @param description in one sentence, for search engines and previews
 * @param path where it is
 * @param query what else its address says
 * @param assets the version of styles and scripts
 */
public record Frame(
        Words words, Section section, String title, String description, String path, WebFields query, String assets) {

    private static final String LANGUAGE = "lang";

    /** The parts of the navigation. */
    public enum Section {
        /** What is open now. */
        OPEN("/"),
        /** Everything that ever was. */
        SEARCH("/search"),
        /** What is to come. */
        FORECAST("/forecast"),
        /** Where it is read. */
        SOURCES("/sources"),
        /** How it works. */
        ABOUT("/about"),
        /** None of them. */
        NONE("");

        private final String path;

        Section(String path) {
            this.path = path;
        }

        /** Where it begins. */
        public String path() {
            return path;
        }

        /** Its name in the sentences. */
        public String key() {
            return "nav." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Those that are listed. */
    public static List<Section> sections() {
        return List.of(Section.OPEN, Section.SEARCH, Section.FORECAST, Section.SOURCES, Section.ABOUT);
    }

    /**
     * What stands around the answer to a request.
     *
     * @param title the page's own
     * @param description in one sentence; may be empty
     */
    public static Frame of(WebRequest request, Section section, String title, String description) {
        return new Frame(
                new Words(request.language()),
                section,
                title,
                description,
                request.path(),
                request.query(),
                Assets.VERSION);
    }

    /** A sentence. */
    public String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    /** A path of this host, in the language that was asked for by name, if one was. */
    public String to(String target) {
        return query.first(LANGUAGE)
                .map(language -> target + (target.contains("?") ? "&" : "?") + LANGUAGE + "=" + encoded(language))
                .orElse(target);
    }

    /** This page in the other language. */
    public String inOtherLanguage() {
        return withField(LANGUAGE, otherLanguage());
    }

    /** The other language. */
    public String otherLanguage() {
        return words.isPortuguese() ? "en" : "pt";
    }

    /** This page with a field of another value; without it if that is empty. */
    public String withField(String name, String value) {
        List<String> fields = new ArrayList<>();
        query.values().forEach((each, values) -> {
            if (!each.equals(name)) {
                values.forEach(one -> fields.add(field(each, one)));
            }
        });
        if (!value.isEmpty()) {
            fields.add(field(name, value));
        }
        return fields.isEmpty() ? path : path + "?" + String.join("&", fields);
    }

    private static String field(String name, String value) {
        return encoded(name) + "=" + encoded(value);
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    /** The fields that a form has to carry along, because none of its own stands for them. */
    public Map<String, String> carried() {
        return query.first(LANGUAGE).map(language -> Map.of(LANGUAGE, language)).orElse(Map.of());
    }
}
