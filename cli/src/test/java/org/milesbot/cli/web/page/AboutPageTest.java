package org.milesbot.cli.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.milesbot.store.alert.Household;

class AboutPageTest {

    @Test
    void tellsHowItWorksInBothLanguages() throws Exception {
        try (Household house = new Household()) {
            house.told("2026-11-20", "livelo 80/80 2026-11-20..2026-11-25");
            AboutPage page = new AboutPage(Reader.shelf(house), Reader.TEMPLATES);

            Document portuguese = Reader.of(page.route()).opens();
            Document english = Reader.of(page.route()).inEnglish().opens();

            assertThat(portuguese.text())
                    .contains("um relato, uma promoção", "Datas não se inventam", "Apache 2.0", "Nenhum cookie");
            assertThat(english.text())
                    .contains("one sighting, one promo", "No date is invented", "Apache 2.0", "No cookie");
            assertThat(portuguese.select("main a").eachAttr("href"))
                    .contains("/feed.atom", "/feed.json", "/calendar.ics", "/api/v1/openapi.json", "/routes");
            assertThat(english.select("h2")).hasSameSizeAs(portuguese.select("h2"));
        }
    }
}
