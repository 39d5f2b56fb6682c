package org.milesbot.scrapers.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.milesbot.api.source.Page;
import org.milesbot.scrapers.recording.Headers;

class AntiBotTest {

    private static final URI ADDRESS = URI.create("https://example.org/");
    private final AntiBot antiBot = new AntiBot();

    private static Page page(@Nullable String type, String html) {
        return new Page(ADDRESS, ADDRESS, Instant.EPOCH, type, html);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Cloudflare # <title>Just a moment...</title><p>Verifying",
                "Cloudflare # <title>Attention Required! | Cloudflare</title>Sorry, you have been blocked",
                "Cloudflare # <title>x</title><script>window._cf_chl_opt={}</script>Enable JavaScript",
                "Akamai # <HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY><H1>Access Denied</H1>You don't have",
                "Akamai # <title>Erro</title>Reference https://errors.edgesuite.net/18.7",
                "Imperva # <html><iframe src='/_Incapsula_Resource?x'>Request unsuccessful.</iframe>",
                "Imperva # <p>Request unsuccessful. Incapsula incident ID: 1-2",
                "DataDome # <script src='https://ct.captcha-delivery.com/c.js'></script>Please enable JS",
                "PerimeterX # <div id='px-captcha'></div>Press &amp; Hold to confirm you are a human",
                "captcha # <html><title>Verificação de segurança</title>Marque a caixa",
                "captcha # <form><div class=\"g-recaptcha\"></div></form>"
            })
    void knowsTheWalls(String name, String html) {
        assertThat(antiBot.find(Headers.NONE, page("text/html", html))).contains(name);
    }

    @Test
    void knowsAWallByItsHeader() {
        Headers headers = Headers.NONE.with("CF-Mitigated", "challenge");
        assertThat(antiBot.find(headers, page("text/html", "<p>hello"))).contains("Cloudflare");
    }

    @Test
    void letsAnArticleAboutCaptchasPass() {
        String article = "<title>Just a moment: o que é a página da Cloudflare</title><div class=\"g-recaptcha\"></div>"
                + "<p>O site mostra \"Just a moment...\" e errors.edgesuite.net, captcha-delivery.com e px-captcha. "
                + "Transferências bonificadas continuam valendo até o fim do mês. ".repeat(40);
        assertThat(antiBot.find(Headers.NONE, page("text/html", article))).isEmpty();
    }

    @Test
    void letsAPostWithACaptchaInItsCommentFormPass() {
        String post = "<title>Access Denied: a nova série</title><p>"
                + "Livelo para Smiles com 80% de bônus. ".repeat(8) + "<form><div class=\"g-recaptcha\"></div></form>";
        assertThat(antiBot.find(Headers.NONE, page("text/html; charset=utf-8", post)))
                .isEmpty();
    }

    @Test
    void letsFeedsAndDataPass() {
        assertThat(antiBot.find(Headers.NONE, page("application/rss+xml", "<rss><title>Access Denied</title></rss>")))
                .isEmpty();
        assertThat(antiBot.find(Headers.NONE, page("application/json", "{\"a\":\"px-captcha\"}")))
                .isEmpty();
        assertThat(antiBot.find(Headers.NONE, page(null, "px-captcha"))).isEmpty();
    }
}
