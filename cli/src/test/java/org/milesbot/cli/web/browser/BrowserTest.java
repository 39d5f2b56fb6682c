package org.milesbot.cli.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** What people do on the pages, in a real browser. */
class BrowserTest {

    private static SiteScene site;
    private static Browser browser;

    @BeforeAll
    static void start() {
        Assumptions.assumeTrue(
                Browser.installed().isPresent() && Browser.driver().isPresent(),
                "there is no chromium with its chromedriver on the PATH (Debian: apt-get install chromium chromium-driver)");
        site = SiteScene.open(Clock.systemUTC());
        browser = Browser.start(true);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (site != null) {
            site.close();
        }
    }

    @Test
    void showsWhatIsOpenWithTheTimeThatIsLeft() {
        open("/", 1200);

        assertThat(browser.texts(".card h2")).contains("Smiles", "LATAM Pass");
        browser.await(
                page -> page.texts("time[data-countdown] span").stream().anyMatch(left -> left.contains("termina em")));
        assertThat(browser.texts(".card .title")).anyMatch(title -> title.contains("<script>alert(1)</script>"));
        assertThat(browser.ask("return document.querySelectorAll('.card script').length"))
                .isEqualTo(0L);
    }

    @Test
    void narrowsDownInPlaceAndKeepsItInTheAddress() {
        open("/", 1200);
        browser.ask("window.stayed = true; return true");

        new Select(browser.find("select[name=program]")).selectByValue("smiles");

        browser.await(page -> page.address().contains("program=smiles")
                && page.texts(".card h2").stream().allMatch("Smiles"::equals));
        assertThat(browser.ask("return window.stayed")).isEqualTo(true);
        browser.back();
        browser.await(page -> page.texts(".card h2").contains("LATAM Pass"));
    }

    @Test
    void findsWhatIsMeant() {
        open("/search", 1200);

        browser.find("input[type=search]").sendKeys("smiles livelo 100");
        browser.await(page -> page.address().contains("q=smiles"));
        browser.await(page -> page.texts(".card .offer strong").contains("100%"));

        assertThat(browser.texts(".card").get(0)).contains("Smiles", "Livelo", "100%");
    }

    @Test
    void opensACampaign() {
        open("/", 1200);
        browser.find(".card h2 a").click();

        browser.await(page -> page.address().contains("/promo/"));
        assertThat(browser.find("h1").getText()).isNotBlank();
        assertThat(browser.find("main").getText()).contains("Ler o anúncio na fonte", "passageiro_de_primeira");
        browser.isAccessible();
    }

    @Test
    void worksWithTheKeyboardAlone() {
        open("/", 1200);
        browser.press(Keys.TAB);
        assertThat(browser.focused().getText()).isEqualTo("Ir para o conteúdo");
        browser.press(Keys.ENTER);
        browser.tabTo("program");
        browser.press("Smiles");
        browser.await(page -> page.address().contains("program=smiles"));
        browser.tabTo("Smiles");
        browser.press(Keys.ENTER);

        browser.await(page -> page.address().contains("/promo/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/search", "/forecast", "/sources", "/about", "/routes", "/nothing"})
    void hasNoSeriousFaultOnAnyPage(String path) throws IOException {
        looksRight(path, "light", 1200);
        looksRight(path, "dark", 360);
    }

    private static void looksRight(String path, String theme, int width) throws IOException {
        browser.prefer(theme);
        open(path, width);

        browser.isAccessible();
        assertThat(browser.ask("return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("nothing of %s sticks out at %d pixels", path, width)
                .isEqualTo(true);
        browser.picture(name(path) + "-" + theme + "-" + width);
    }

    @Test
    void asksNobodyElse() {
        open("/", 1200);
        Object hosts = browser.ask(
                "return [...new Set(performance.getEntriesByType('resource').map(e => new URL(e.name).host))]");
        Object bytes = browser.ask(
                "return performance.getEntriesByType('resource').reduce((all, e) => all + e.encodedBodySize, 0)"
                        + " + performance.getEntriesByType('navigation')[0].encodedBodySize");

        assertThat(hosts)
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactly(URI.create(browser.address()).getAuthority());
        assertThat(((Number) bytes).longValue()).isLessThan(60_000);
    }

    @Test
    void worksWithoutScripts() {
        try (Browser plain = Browser.start(false)) {
            plain.open(site.at("/"));
            new Select(plain.find("select[name=program]")).selectByValue("smiles");
            plain.find(".filters button").click();

            plain.await(page -> page.address().contains("program=smiles"));
            assertThat(plain.texts(".card h2")).isNotEmpty().containsOnly("Smiles");
            plain.open(site.at("/search?q=livelo"));
            assertThat(plain.texts(".card")).isNotEmpty();
        }
    }

    @Test
    void speaksEnglishToWhoWantsIt() {
        open("/", 1200);
        browser.find("a.language").click();

        browser.await(page -> page.address().contains("lang=en"));
        assertThat(browser.find("h1").getText()).isEqualTo("Open now");
        browser.find(".card h2 a").click();
        browser.await(page -> page.address().contains("/promo/"));
        assertThat(browser.find("html").getDomAttribute("lang")).isEqualTo("en");
    }

    private static void open(String path, int width) {
        browser.width(width, width < 600 ? 740 : 1600);
        browser.open(site.at(path));
    }

    private static String name(String path) {
        String name = path.substring(1).toLowerCase(Locale.ROOT);
        return name.isEmpty() ? "home" : name;
    }
}
