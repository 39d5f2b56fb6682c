package org.milesbot.scrapers.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When a campaign page was published, by what it says to machines. The latest of its dates counts: programmes use one
 * address again for campaign after campaign, and its first publication may lie years back.
 */
public final class PageDate {

    private static final Logger log = LoggerFactory.getLogger(PageDate.class);

    private static final ObjectMapper JSON = new ObjectMapper();

    // Other time elements are countdowns and ends of campaigns.
    private static final String ELEMENTS =
            "meta[property=article:published_time], meta[property=article:modified_time],"
                    + " meta[property=og:updated_time], meta[itemprop=datePublished], meta[itemprop=dateModified],"
                    + " time[datetime][pubdate], time[datetime][itemprop=datePublished], time[datetime][itemprop=dateModified]";

    private static final Pattern BRAZILIAN =
            Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})(?:,? (?:às )?(\\d{1,2})[:h](\\d{2}))?");

    private static final List<String> PROPERTIES = List.of("datePublished", "dateModified");

    private PageDate() {}

    /** The latest date of a page; null if it states none. */
    static @Nullable Instant of(Document document) {
        Stream<String> elements = document.select(ELEMENTS).stream().map(PageDate::value);
        Stream<String> linkedData =
                document.select("script[type=application/ld+json]").stream().flatMap(PageDate::dates);
        return Stream.concat(elements, linkedData)
                .map(PageDate::instant)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }

    /**
     * When a page says it was first published, else the latest date it states, else the first time it shows; null if
     * it states none.
     */
    static @Nullable Instant publication(Document document) {
        Instant stated = first(document, "meta[property=article:published_time], meta[itemprop=datePublished]");
        Instant latest = stated == null ? of(document) : stated;
        return latest == null ? first(document, "time[datetime]") : latest;
    }

    private static @Nullable Instant first(Document document, String elements) {
        return document.select(elements).stream()
                .map(PageDate::value)
                .map(PageDate::instant)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String value(Element element) {
        return element.attr(element.nameIs("meta") ? "content" : "datetime");
    }

    private static Stream<String> dates(Element script) {
        try {
            JsonNode data = JSON.readTree(script.data());
            return PROPERTIES.stream().flatMap(property -> data.findValuesAsText(property).stream());
        } catch (JsonProcessingException e) {
            log.debug("{}: linked data that is no JSON", script.baseUri(), e);
            return Stream.empty();
        }
    }

    /** A day or a moment as machines write it (ISO 8601) or as a Brazilian does; null if it is neither. */
    public static @Nullable Instant instant(String written) {
        Matcher brazilian = BRAZILIAN.matcher(written);
        try {
            if (brazilian.matches()) {
                return LocalDateTime.of(
                                number(brazilian, 3),
                                number(brazilian, 2),
                                number(brazilian, 1),
                                number(brazilian, 4),
                                number(brazilian, 5))
                        .atZone(Zones.SAO_PAULO)
                        .toInstant();
            }
            return written.length() == 10
                    ? LocalDate.parse(written).atStartOfDay(Zones.SAO_PAULO).toInstant()
                    : OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(Matcher written, int group) {
        return written.group(group) == null ? 0 : Integer.parseInt(written.group(group));
    }
}
