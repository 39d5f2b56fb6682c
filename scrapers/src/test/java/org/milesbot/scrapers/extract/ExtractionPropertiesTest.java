package org.milesbot.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.source.Announcement;
import org.milesbot.scrapers.extract.text.CleanText;
import org.milesbot.scrapers.extract.text.HtmlCleaner;

/** What holds for every text, however odd. */
final class ExtractionPropertiesTest {

    private static final Instant PUBLISHED = Instant.parse("2025-12-29T15:00:00Z");
    private static final List<String> FRAGMENTS = List.of(
            "Smiles",
            "LATAM Pass",
            "Azul",
            "Livelo",
            "Itaú",
            "ALL Accor",
            "bônus de",
            "até 80%",
            "100%",
            "50% ou 60%",
            "de 10/01 a",
            "31/02/2026",
            "30/13",
            "29/02",
            "15/01",
            "hoje",
            "amanhã",
            "segunda (5)",
            "às 23h59",
            "24h",
            "até",
            "a partir de",
            "Clube",
            "para todos",
            "demais clientes",
            "transferência",
            "compre pontos",
            "com desconto",
            "milhas",
            "12.345.678",
            "1,5kk",
            "R$ 35,90",
            "99999999999999999999",
            "pontos por real",
            "GRU",
            "Lisboa",
            "dia",
            "dias 1, 2 e 3 de maio",
            "May 12-14",
            "<li>",
            "</li>",
            "<table><tr><td>",
            "</td></tr></table>",
            "<s>",
            "</s>",
            "<h2>",
            "</h2>",
            "&nbsp;",
            "%",
            "+",
            ">",
            "(",
            ")",
            ";",
            ".",
            "?",
            "!",
            "12",
            "0",
            "/",
            "-",
            "atÃ©",
            "b?nus",
            "\uD835\uDC01",
            "\u0000",
            "\uFFFD");

    private final PromoExtractor extractor = new PromoExtractor();

    @Property(tries = 1500)
    void keepsItsPromisesOnMixedFragments(@ForAll("announcements") Announcement announcement) {
        checkPromises(announcement);
    }

    @Property(tries = 300)
    void keepsItsPromisesOnAnyText(@ForAll String title, @ForAll String html) {
        checkPromises(announcement(title, html));
    }

    @Example
    void keepsItsPromisesOnLabelledAnnouncements() {
        Stream.of("dev", "permanent")
                .flatMap(file -> LabelledCase.read("/announcements/" + file + ".jsonl").stream())
                .forEach(one -> checkPromises(one.announcement()));
    }

    private void checkPromises(Announcement announcement) {
        List<Promo> promos = extractor.extract(announcement);
        CleanText text = HtmlCleaner.clean(announcement.title(), announcement.html());
        assertThat(extractor.extract(announcement)).as("the same again").isEqualTo(promos);
        for (Promo promo : promos) {
            promo.evidence().values().forEach(words -> assertThat(text.text()).contains(words));
            assertThat(promo.evidence().values()).noneMatch(String::isBlank);
            PromoPromises.check(promo);
        }
    }

    @Provide
    Arbitrary<Announcement> announcements() {
        Arbitrary<String> text = Arbitraries.of(FRAGMENTS).list().ofMaxSize(40).map(words -> String.join(" ", words));
        return Combinators.combine(text, text).as(ExtractionPropertiesTest::announcement);
    }

    private static Announcement announcement(String title, String html) {
        return new Announcement("1", title, html, null, PUBLISHED);
    }
}
