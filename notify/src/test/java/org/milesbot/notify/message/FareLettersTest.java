package org.milesbot.notify.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.milesbot.api.fare.AwardFare;
import org.milesbot.api.notify.Button;
import org.milesbot.api.notify.Message;
import org.milesbot.api.notify.Recipient;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.notify.message.FareTelling.Why;
import org.milesbot.notify.testing.BotHtml;

final class FareLettersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate DAY = LocalDate.of(2027, 3, 10);
    private static final URI LINK = URI.create("https://example.org/book?a=1&b=2");
    private static final Recipient MARIA = new Recipient(1, 42, Locale.forLanguageTag("pt"), Set.of());
    private static final Recipient MARY = new Recipient(1, 42, Locale.ENGLISH, Set.of());
    private static final FareLetters LETTERS = new FareLetters(
            slug -> Map.of("smiles", "Smiles", "x", "<b>X & Y</b>").getOrDefault(slug, slug));

    private static AwardFare fare(String program, long miles, @Nullable URI link) {
        return new AwardFare(
                new ProgramId(program),
                "GRU",
                "LIS",
                DAY,
                Cabin.BUSINESS,
                miles,
                new BigDecimal("350.1"),
                2,
                0,
                List.of("G3", "TP"),
                Instant.EPOCH,
                link);
    }

    private static AwardFare bare(long miles) {
        return new AwardFare(
                new ProgramId("azul"),
                "VCP",
                "MAD",
                DAY,
                new Cabin("suite"),
                miles,
                null,
                null,
                null,
                List.of(),
                Instant.EPOCH,
                null);
    }

    private static Why ceiling() {
        return new Why(90_000L, false, null, null, 0);
    }

    @Test
    void tellASeatAndWhyAndHowItCompares() {
        Message message = LETTERS.alone(
                new FareTelling(fare("smiles", 82_000, LINK), new Why(90_000L, true, 85_000L, 120_000L, 365)),
                MARIA,
                TODAY);

        assertThat(message.html()).isEqualTo("""
                💺 <b>Passagem na sua rota: GRU → LIS</b>
                🟠 Smiles · <b>82.000 milhas</b> mais R$ 350,10 de taxas
                Qua., 10/03/2027 · executiva · voo direto (G3, TP) · 2 assentos
                Dentro do seu teto de 90.000 milhas; a mais baixa em 365 dias (antes: 85.000)
                32% abaixo do preço habitual (120.000)""");
        assertThat(message.buttons())
                .containsExactly(
                        List.of(Button.opening("Emitir", LINK)),
                        List.of(Button.telling("Silenciar programa", "mute:smiles")));
        assertThat(BotHtml.fault(message.html())).isNull();
    }

    @Test
    void tellItInEnglish() {
        Message message = LETTERS.alone(
                new FareTelling(fare("smiles", 130_000, null), new Why(null, true, null, 120_000L, 40)), MARY, TODAY);

        assertThat(message.html()).isEqualTo("""
                💺 <b>A seat on your route: GRU → LIS</b>
                🟠 Smiles · <b>130,000 miles</b> plus R$ 350.10 in taxes
                Wed 10 Mar 2027 · business · direct flight (G3, TP) · 2 seats
                Among the cheapest 10% of the last 40 days
                8% above the usual price (120,000)""");
        assertThat(message.buttons()).containsExactly(List.of(Button.telling("Mute programme", "mute:smiles")));
    }

    @Test
    void leaveOutWhatIsUnknown() {
        assertThat(LETTERS.alone(new FareTelling(bare(1), ceiling()), MARIA, TODAY)
                        .html())
                .isEqualTo("""
                💺 <b>Passagem na sua rota: VCP → MAD</b>
                🔵 azul · <b>1 milhas</b>
                Qua., 10/03/2027 · suite
                Dentro do seu teto de 90.000 milhas""");
    }

    @Test
    void tellSeveralTheCheapestFirst() {
        Message message = LETTERS.several(
                List.of(
                        new FareTelling(fare("smiles", 82_000, LINK), ceiling()),
                        new FareTelling(bare(70_000), ceiling())),
                MARIA,
                TODAY);

        assertThat(message.html()).isEqualTo("""
                💺 <b>Passagens nas suas rotas: 2</b>

                1. <b>VCP → MAD</b>
                🔵 azul · <b>70.000 milhas</b>
                Qua., 10/03/2027 · suite
                Dentro do seu teto de 90.000 milhas

                2. <b>GRU → LIS</b>
                🟠 Smiles · <b>82.000 milhas</b> mais R$ 350,10 de taxas
                Qua., 10/03/2027 · executiva · voo direto (G3, TP) · 2 assentos
                Dentro do seu teto de 90.000 milhas
                🔗 <a href="https://example.org/book?a=1&amp;b=2">Emitir</a>""");
        assertThat(BotHtml.fault(message.html())).isNull();
    }

    @Test
    void tellTwentyAndHowManyMore() {
        List<FareTelling> many = IntStream.rangeClosed(1, 23)
                .mapToObj(i -> new FareTelling(bare(i * 1_000L), ceiling()))
                .toList();

        String html = LETTERS.several(many, MARIA, TODAY).html();

        assertThat(html).contains("20. <b>").doesNotContain("21. <b>").endsWith("E mais 3, por mais milhas.");
        assertThatThrownBy(() -> LETTERS.several(List.of(), MARIA, TODAY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void escapeWhatComesFromOutside() {
        Message message = LETTERS.several(
                List.of(new FareTelling(fare("x", 1_000, URI.create("javascript:alert(1)")), ceiling())), MARIA, TODAY);

        assertThat(message.html())
                .contains("⚪ &lt;b&gt;X &amp; Y&lt;/b&gt;", "<b>Passagem na sua rota</b>")
                .doesNotContain("javascript");
        assertThat(BotHtml.fault(message.html())).isNull();
    }
}
