package org.milesbot.cli.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.cli.history.HistoryFile.Row;
import org.milesbot.cli.output.ProgramNames;
import org.milesbot.forecast.history.Campaign;
import org.milesbot.forecast.history.Confidence;

class HistoryFileTest {

    private static final Set<String> KNOWN = ProgramNames.known().slugs();
    private static final String HEADING = "program,origin,bonus_pct,base_pct,start,end,confidence,source_url\n";

    private static HistoryFile read(String text) {
        return HistoryFile.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), KNOWN);
    }

    private static Campaign only(String text) {
        HistoryFile history = read(text);
        assertThat(history.refusals()).isEmpty();
        assertThat(history.rows()).hasSize(1);
        return history.rows().get(0).campaign();
    }

    private static List<String> refusals(HistoryFile history) {
        return history.refusals().stream()
                .map(refusal -> refusal.sentence().in(Locale.forLanguageTag("pt-BR")))
                .toList();
    }

    private static String refusal(String line) {
        HistoryFile history =
                read(HEADING + "azul,livelo,90,,2026-01-05,,,\n" + line + "\nsmiles,,70,,,2026-01-09,,\n");
        assertThat(history.rows()).extracting(Row::line).containsExactly(2, 4);
        assertThat(history.refusals()).hasSize(1);
        return refusals(history).get(0);
    }

    @Test
    void readsEveryField() {
        Row row = read(HEADING + "smiles,livelo|itau,82.5,60,2026-03-05,2026-03-09,exact,https://example.org/a\n")
                .rows()
                .get(0);

        assertThat(row.line()).isEqualTo(2);
        assertThat(row.url()).hasToString("https://example.org/a");
        Campaign campaign = row.campaign();
        assertThat(campaign.program()).hasToString("smiles");
        assertThat(campaign.origins()).extracting(OriginId::value).containsExactly("itau", "livelo");
        assertThat(campaign.bonus()).isEqualTo(Percent.of("82.5"));
        assertThat(campaign.base()).isEqualTo(Percent.of(60));
        assertThat(campaign.start()).isEqualTo("2026-03-05");
        assertThat(campaign.end()).isEqualTo("2026-03-09");
        assertThat(campaign.confidence()).isEqualTo(Confidence.EXACT);
    }

    @Test
    void takesTheHistoryThatComesAlongWhole() {
        HistoryFile shipped = HistoryFile.shipped(KNOWN);

        assertThat(shipped.rows()).hasSize(128);
        assertThat(shipped.refusals()).isEmpty();
        assertThat(shipped.notes()).isEmpty();
    }

    @Test
    void findsColumnsByTheirNamesWhereverTheyAre() {
        Campaign campaign = only(" End ;PROGRAM\n2026-03-09;azul\n");

        assertThat(campaign.program()).hasToString("azul");
        assertThat(campaign.origins()).isEmpty();
        assertThat(campaign.bonus()).isNull();
        assertThat(campaign.start()).isNull();
        assertThat(campaign.end()).isEqualTo("2026-03-09");
    }

    @Test
    void toleratesWhatSpreadsheetsDo() {
        HistoryFile history = read("""
                \uFEFF\r
                program;bonus_pct;start;\r
                "azul"; 82,5 % ;2026-03-05;\r
                ;;;\r
                \r
                smiles;70%;2026-04-01\r
                """);

        assertThat(history.refusals()).isEmpty();
        assertThat(history.notes()).isEmpty();
        assertThat(history.rows()).extracting(Row::line).containsExactly(3, 6);
        assertThat(history.rows().get(0).campaign().bonus()).isEqualTo(Percent.of("82.5"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-05,2026-03-09,'',EXACT",
        "2026-03-05,'','',PARTIAL",
        "'',2026-03-09,'',PARTIAL",
        "2026-03-05,'',exact,PARTIAL",
        "2026-03-05,2026-03-09,Partial,PARTIAL",
        "2026-03-05,2026-03-09,approx,APPROX"
    })
    void knowsHowWellTheDaysAreKnown(String start, String end, String written, Confidence confidence) {
        assertThat(only(HEADING + "azul,*,90,," + start + "," + end + "," + written + ",\n")
                        .confidence())
                .isEqualTo(confidence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "azul,,90,,05/03/2026,,, | o campo \"start\" (\"05/03/2026\") não é uma data que exista, na forma"
                        + " AAAA-MM-DD; exemplo: 2026-03-31",
                "azul,,90,,,2026-02-30,, | o campo \"end\" (\"2026-02-30\") não é uma data que exista",
                "azul,,90,,0026-03-05,,, | o campo \"start\" (0026-03-05) está fora do calendário das campanhas",
                "azul,,90,,,,, | faltam o começo e o fim",
                "azul,,90,,2026-03-09,2026-03-05,, | o fim (2026-03-05) vem antes do começo (2026-03-09)",
                "azull,,90,,2026-03-05,,, | programa desconhecido: \"azull\"; você quis dizer azul?",
                "latam,,90,,2026-03-05,,, | programa desconhecido: \"latam\"; você quis dizer latam_pass?",
                "Latam Pass,,90,,2026-03-05,,, | programa desconhecido: \"Latam Pass\"; você quis dizer latam_pass?",
                "Ganha Já!,,90,,2026-03-05,,, | \"Ganha Já!\" não é um programa",
                ",,90,,2026-03-05,,, | falta o programa",
                "azul,Banco Inter,90,,2026-03-05,,, | \"Banco Inter\" não é um banco ou programa; você quis dizer inter?",
                "azul,???,90,,2026-03-05,,, | \"???\" não é um banco ou programa; exemplos",
                "azul,,noventa,,2026-03-05,,, | o campo \"bonus_pct\" (\"noventa\") não é uma porcentagem",
                "azul,,-90,,2026-03-05,,, | o campo \"bonus_pct\" (\"-90\") não é uma porcentagem",
                "azul,,0,,2026-03-05,,, | o campo \"bonus_pct\" (\"0\") está fora do que um bônus dá",
                "azul,,9000,,2026-03-05,,, | o campo \"bonus_pct\" (\"9000\") está fora do que um bônus dá:"
                        + " mais de 0 e no máximo 1000",
                "azul,,90,100,2026-03-05,,, | o bônus de base (100) é maior que o mais alto (90)",
                "azul,,90,,2026-03-05,,sure, | \"sure\" não serve para confidence",
                "azul,,90,,2026-03-05,,,javascript:alert(1) | o campo \"source_url\" (\"javascript:alert(1)\")",
                "azul,,90,,2026-03-05,,,https://a b | o campo \"source_url\" (\"https://a b\")",
                "azul,livelo,90.0,,2026-01-05,,approx,https://example.org/ | diz o mesmo que a linha 2",
                "azul,\"livelo,90,,2026-03-05,,, | há aspas que não se fecham",
                "azul,,90,,2026-03-05,,,,x | há 9 campos, e o cabeçalho tem 8 colunas"
            })
    void refusesALineAndSaysWhy(String line, String why) {
        assertThat(refusal(line)).startsWith("linha 3: " + why);
    }

    @Test
    void saysItInEnglishToo() {
        HistoryFile history = read(HEADING + "azull,,90,,2026-03-05,,,\n");

        assertThat(history.refusals().get(0).sentence().in(Locale.ENGLISH))
                .isEqualTo("line 2: unknown programme: \"azull\"; did you mean azul?");
    }

    @Test
    void refusesFieldsAndLinesWithoutBounds() {
        assertThat(refusal("azul,,90,,2026-03-05,,,https://example.org/" + "x".repeat(2_000)))
                .isEqualTo("linha 3: o campo \"source_url\" passa de 2.000 caracteres");
        assertThat(refusal("azul," + "x".repeat(20_000) + ",90,,2026-03-05,,,"))
                .isEqualTo("linha 3: a linha passa de 20.000 caracteres");
        assertThat(refusal("azul," + "bank|".repeat(5).replace("bank", "a") + manyOrigins() + ",90,,2026-03-05,,,"))
                .startsWith("linha 3: há 61 origens, e cabem no máximo 60");
    }

    private static String manyOrigins() {
        StringBuilder origins = new StringBuilder("a");
        for (int i = 1; i <= 60; i++) {
            origins.append("|bank_").append(i);
        }
        return origins.toString();
    }

    @Test
    void takesAProgrammeThatNobodyKnewAndSaysSo() {
        HistoryFile history =
                read(HEADING + "nova_fidelidade,bmg,90,,2026-03-05,,,\nnova_fidelidade,,95,,2026-04-05,,,\n");

        assertThat(history.rows()).hasSize(2);
        assertThat(history.notes())
                .extracting(note -> note.in(Locale.ENGLISH))
                .containsExactly(
                        "\"nova_fidelidade\" is a name that is new to milesbot; if it is no mistake, all is well",
                        "\"bmg\" is a name that is new to milesbot; if it is no mistake, all is well");
    }

    @Test
    void asksAboutAGiverThatIsAlmostKnown() {
        assertThat(read(HEADING + "azul,livello,90,,2026-03-05,,,\n").notes())
                .extracting(note -> note.in(Locale.ENGLISH))
                .containsExactly("\"livello\" is a name that is new to milesbot; did you mean livelo?");
    }

    @Test
    void passesOverAColumnOfSomebodysOwn() {
        HistoryFile history = read("program,start,minhas anotações\nazul,2026-03-05,\"boa, muito boa\"\n");

        assertThat(history.rows()).hasSize(1);
        assertThat(history.notes())
                .extracting(note -> note.in(Locale.ENGLISH))
                .containsExactly("the column \"minhas anotações\" is no part of a history and is passed over");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", ";;;\n"})
    void refusesAnEmptyFile(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        MilesbotException.class,
                        error -> assertThat(error.kind()).isEqualTo(ErrorKind.DATA))
                .hasMessageContaining("the right first line is program,origin,bonus_pct,base_pct,start,end,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "smiles,livelo,90 | the column \"program\" is missing",
                "program,origin,bonus_pct | the column \"start\" is missing",
                "program,origem,start | unknown column in the heading: \"origem\"; did you mean \"origin\"?",
                "program,start,start | the column \"start\" is in the heading twice",
                "program,\"start | the heading has a quotation mark that is left open"
            })
    void refusesAFileWithAWrongHeading(String heading, String why) {
        assertThatThrownBy(() -> read(heading + "\nsmiles,livelo,2026-03-05\n"))
                .isInstanceOf(MilesbotException.class)
                .hasMessageStartingWith(why);
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        assertThatThrownBy(() -> read(HEADING + "\n".repeat(10 << 20)))
                .isInstanceOf(MilesbotException.class)
                .hasMessage("the file is larger than 10 MB; split it");
    }

    @Test
    void refusesMoreCampaignsThanAreGoodForOneFile() {
        LocalDate first = LocalDate.of(2026, 1, 1);
        String most = IntStream.range(0, 50_000)
                .mapToObj(number -> "azul,,%d,,%s,,,\n".formatted(1 + number % 1_000, first.plusDays(number / 1_000)))
                .collect(Collectors.joining());

        assertThat(read(HEADING + most).rows()).hasSize(50_000);
        assertThatThrownBy(() -> read(HEADING + most + "smiles,,90,,2026-03-05,,,\n"))
                .isInstanceOf(MilesbotException.class)
                .hasMessage("the file has more than 50,000 campaigns; split it");
    }

    @Test
    void saysSoOfAHundredNamesAtMost() {
        String many = IntStream.range(0, 200)
                .mapToObj("bank_%d,,90,,2026-03-05,,,\n"::formatted)
                .collect(Collectors.joining());

        assertThat(read(HEADING + many).rows()).hasSize(200);
        assertThat(read(HEADING + many).notes()).hasSize(100);
    }

    @Test
    void refusesAProgrammeThatIsAlmostKnownAlsoWhereAGiverIsNamedSo() {
        HistoryFile history = read(HEADING + "smiles,azull,90,,2026-03-05,,,\nazull,,90,,2026-03-05,,,\n");

        assertThat(history.rows()).hasSize(1);
        assertThat(refusals(history))
                .containsExactly("linha 3: programa desconhecido: \"azull\"; você quis dizer azul?");
    }

    @Test
    void saysThatAFileIsNotThere() {
        assertThatThrownBy(() -> HistoryFile.open("nada.csv", Path.of("nowhere", "nada.csv"), KNOWN))
                .isInstanceOfSatisfying(
                        MilesbotException.class,
                        error -> assertThat(error.kind()).isEqualTo(ErrorKind.CONFIGURATION))
                .hasMessage("nada.csv: there is no such file");
    }

    @Test
    void refusesWhatNobodyCanKnowYet() {
        HistoryFile history = read(HEADING + "azul,,90,,2026-03-05,,,\nazul,,95,,2062-03-05,,,\n"
                        + "azul,,70,,2026-12-05,,approx,\nazul,,75,,,2026-12-05,approx,\nazulão!,,1,,2026-01-01,,,\n"
                        + "smiles,,70,,2026-12-05,,,\n")
                .knownOn(LocalDate.parse("2026-11-21"));

        assertThat(history.rows()).extracting(Row::line).containsExactly(2, 5, 7);
        assertThat(refusals(history))
                .satisfiesExactly(
                        far -> assertThat(far)
                                .startsWith("linha 3: o dia 2062-03-05 fica mais de um ano depois de hoje"),
                        ahead -> assertThat(ahead).startsWith("linha 4: approx é o dia do anúncio"),
                        wrong -> assertThat(wrong).startsWith("linha 6: "));
    }
}
