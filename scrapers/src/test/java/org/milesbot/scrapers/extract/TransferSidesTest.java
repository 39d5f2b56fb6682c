package org.milesbot.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.source.Announcement;

/** Who gives in a transfer, and what is none although it tells of points, a percentage and two programmes. */
final class TransferSidesTest {

    private static final Instant PUBLISHED = Instant.parse("2025-11-10T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Azul bonifica Itaú em 80% e deixa Livelo de fora | Até 25/11. | itau",
                "Smiles com 80%: Livelo participa e Itaú fica de fora | Até 25/11. | livelo",
                "Bônus de 80% na Smiles | Livelo sim, Esfera sim, Itaú não. Até 25/11. | livelo esfera",
                "Bônus de 80% na Smiles | Livelo sim, Esfera também não. Até 25/11. | livelo",
                "Azul 100% Livelo | Quem tem pontos no BB, Bradesco ou Caixa pode enviá-los à Livelo até 25/11. | livelo",
                "Livelo para LATAM: 35% | Esfera, Itaú e C6 continuam na paridade de sempre. Até 25/11. | livelo",
                "LATAM: 30% para pontos Itaú | Quem tem cartão de outro banco segue sem nada. Até 25/11. | itau",
                "Smiles: até 70% para pontos de qualquer banco | Itaú, BB e Caixa podem enviar até 14/11. | *",
                "Bônus LATAM Pass: cartões Bradesco, Santander, Itaú e vários outros com 25% | Até 25/11. | *",
                "Livelo, Esfera ou C6: quem dá bônus na TAP? | Resposta curta: só a Livelo, com 40% até 25/11. | livelo",
                "Esfera na LATAM? Acabou; agora é Livelo no LATAM Pass com 35% | Até 25/11. | livelo",
                "Esfera acompanha Livelo e também dá 80% na Smiles | Até 25/11. | esfera",
            })
    void readsWhoGives(String title, String body, String givers) {
        Promo promo = only(read(title, body));

        assertThat(promo.origins()).extracting(Object::toString).containsExactlyInAnyOrder(givers.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Livelo com 100% de bônus em compras no Magalu | Só hoje. Depois transfira para a Smiles.",
                "Km de Vantagens: 50% mais km | Quem abastecer até 16/11 ganha 50%. Km podem virar pontos Azul.",
                "Esfera: 30% de bônus na recarga de celular | Até 20/11. Seus pontos também viram milhas Smiles.",
                "Accor paga 50% mais pontos em estadias; dá para mandar para a TAP | Estadias até 31/12.",
                "Stix: clientes ganham 30% a mais em vinhos | Até 20/11. Stix pode ser trocado por pontos Livelo.",
                "Livelo aumenta em 25% os pontos necessários para a Smiles | Quem transferir até 30/11 escapa.",
                "Smiles cobra 10% a mais em milhas | Vale a partir de amanhã. A Livelo segue transferível.",
                "Tabela da Esfera para a Smiles sobe 15% | A partir de 15/11 serão necessários mais pontos.",
                "5 erros de quem transfere pontos com bônus de 100% | Enviar menos que o mínimo da Livelo à Smiles.",
                "Preciso ser do clube para ganhar 100% na Smiles? | Em geral Livelo e Esfera pagam 70% sem clube.",
            })
    void readsNoTransferWhereNoneIsOffered(String title, String body) {
        assertThat(read(title, body)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Livelo para a Smiles com 80% | Pontos de compras no Magalu também podem ser transferidos até 25/11.",
                "Esfera: 80% de bônus para a Smiles | Os pontos podem ser enviados até 25/11.",
                "3 dicas para os 80% da Livelo na Smiles | A campanha vai até 25/11.",
            })
    void stillReadsWhatIsOffered(String title, String body) {
        assertThat(only(read(title, body)).bonus().highest()).isEqualTo(Percent.of(80));
    }

    private static Promo only(List<Promo> promos) {
        assertThat(promos).hasSize(1);
        return promos.get(0);
    }

    private static List<Promo> read(String title, String body) {
        return new PromoExtractor()
                .extract(new Announcement("1", title, "<p>" + body + "</p>", null, PUBLISHED)).stream()
                        .filter(promo -> promo.kind().equals(PromoKind.TRANSFER_BONUS))
                        .toList();
    }
}
