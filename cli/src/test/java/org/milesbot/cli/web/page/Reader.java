package org.milesbot.cli.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.milesbot.api.Zones;
import org.milesbot.api.web.WebFields;
import org.milesbot.api.web.WebReply;
import org.milesbot.api.web.WebRequest;
import org.milesbot.api.web.WebRoute;
import org.milesbot.cli.output.ProgramNames;
import org.milesbot.cli.web.read.Shelf;
import org.milesbot.store.alert.Household;
import org.milesbot.store.score.ScoreRule;

/** Somebody who opens pages, without a browser and without a server. */
final class Reader {

    static final Instant NOON = Instant.parse("2026-11-21T15:00:00Z");
    static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");
    static final Templates TEMPLATES = new Templates();

    private final WebRoute route;
    private Locale language = PORTUGUESE;
    private Instant at = NOON;

    private Reader(WebRoute route) {
        this.route = route;
    }

    static Reader of(WebRoute route) {
        return new Reader(route);
    }

    /** What is kept in a house, as pages read it. */
    static Shelf shelf(Household house) {
        return new Shelf(house.database(), ScoreRule.DEFAULT, ProgramNames.known(), Clock.fixed(NOON, Zones.SAO_PAULO));
    }

    Reader inEnglish() {
        language = Locale.ENGLISH;
        return this;
    }

    Reader at(Instant instant) {
        at = instant;
        return this;
    }

    WebReply asks(Map<String, String> parts, Map<String, String> query) throws Exception {
        String path = route.path();
        for (Map.Entry<String, String> part : parts.entrySet()) {
            path = path.replace("{" + part.getKey() + "}", part.getValue());
        }
        Map<String, List<String>> fields =
                query.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> List.of(one.getValue())));
        return route.handler().answer(new WebRequest(path, parts, new WebFields(fields), WebFields.NONE, language, at));
    }

    /** Opens a page that is there. */
    Document opens(Map<String, String> parts, Map<String, String> query) throws Exception {
        WebReply reply = asks(parts, query);
        assertThat(reply).isInstanceOf(WebReply.Content.class);
        WebReply.Content content = (WebReply.Content) reply;
        assertThat(content.status()).isEqualTo(200);
        String html = new String(content.body().toArray(), StandardCharsets.UTF_8);
        Document page = Jsoup.parse(html, "http://localhost/");
        // The Content-Security-Policy lets none of these through.
        assertThat(page.select("style, [style], script:not([src])")).isEmpty();
        assertThat(page.select("[href^=javascript], [href^=data]")).isEmpty();
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("html").attr("lang")).isEqualTo(language.toLanguageTag());
        return page;
    }

    Document opens() throws Exception {
        return opens(Map.of(), Map.of());
    }

    /** What is said where there is nothing to see. */
    String failure(Map<String, String> parts) throws Exception {
        WebReply reply = asks(parts, Map.of());
        assertThat(reply).isInstanceOf(WebReply.Failure.class);
        WebReply.Failure failure = (WebReply.Failure) reply;
        assertThat(failure.status()).isEqualTo(404);
        return failure.sentence().in(language);
    }
}
